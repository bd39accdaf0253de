"""Bytes that are no text -> what they are, and what the learner can do about it."""

from __future__ import annotations

_EXPORT = "save it as text or Markdown first"

# (what a file begins with, what such a file is, what to do)
_BEGINNINGS: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF file, which kapian cannot read yet", "copy its text into a .txt or .md file"),
    (b"PK\x03\x04", "a zip archive (as .docx, .pptx and .epub files are)", _EXPORT),
    (b"PK\x05\x06", "an empty zip archive", _EXPORT),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office file", _EXPORT),
    (b"{\\rtf", "a rich text file", _EXPORT),
    (b"MZ", "a program for Windows", "choose a document"),
    (b"\x7fELF", "a program", "choose a document"),
    (b"\x89PNG", "a picture", "write its text into a .txt or .md file"),
    (b"\xff\xd8\xff", "a picture", "write its text into a .txt or .md file"),
    (b"GIF8", "a picture", "write its text into a .txt or .md file"),
    (b"RIFF", "a sound, film or picture", "write its text into a .txt or .md file"),
    (b"ID3", "a sound", "write its text into a .txt or .md file"),
    (b"OggS", "a sound or film", "write its text into a .txt or .md file"),
    (b"\x1f\x8b", "a packed file", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a packed file", "unpack it first"),
    (b"Rar!", "a packed file", "unpack it first"),
    (b"BZh", "a packed file", "unpack it first"),
    (b"\xfd7zXZ\0", "a packed file", "unpack it first"),
    (b"SQLite format 3\0", "a database", "choose a document"),
)


def foreign(data: bytes) -> tuple[str, str] | None:
    """Return what a file that is no text is and what to do about it, or None where it may be text.

    Letters alone prove nothing ("MZ" may begin a note about Mozart), so beginnings that are plain ASCII count
    only where the file goes on with bytes that no text has.
    """
    for beginning, what, advice in _BEGINNINGS:
        if data.startswith(beginning):
            telling = not beginning.isalnum() or _holds_control_bytes(data[:512])
            return (what, advice) if telling else None
    return None


def _holds_control_bytes(data: bytes) -> bool:
    return any(byte < 9 for byte in data)
