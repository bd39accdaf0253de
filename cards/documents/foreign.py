"""Bytes that are no text -> what they are, and what the learner can do about it."""

from __future__ import annotations

from cards.errors import to_translate

_ZIP = to_translate("{name}: this is a zip archive; unpack it and give the documents that are in it")
_CUT = to_translate("{name}: this file is damaged or cut short; get it again")
_SPREADSHEET = to_translate(
    "{name}: this is a table of a spreadsheet program; write what you want to learn as text"
)
_OPEN_TEXT = to_translate(
    "{name}: this is an OpenDocument text; open it in LibreOffice or WPS and save it as .docx"
)
_OPEN_SLIDES = to_translate(
    "{name}: these are OpenDocument slides; open them in LibreOffice or WPS and save them as .pptx"
)
_OFFICE = to_translate("{name}: this is an old Microsoft Office file; save it as text or Markdown first")
_OLD_WORD = to_translate(
    "{name}: this is an old Word file; open it in Word, WPS or LibreOffice and save it as .docx"
)
_OLD_SLIDES = to_translate(
    "{name}: this is an old PowerPoint file; open it in PowerPoint, WPS or LibreOffice and save it as .pptx"
)
_LOCKED = to_translate(
    "{name}: this Office file is locked with a password; open it in its program and save it without a password"
)
_RICH_TEXT = to_translate("{name}: this is a rich text file; save it as text or Markdown first")
_PROGRAM = to_translate("{name}: this is a program; choose a document")
_PICTURE = to_translate("{name}: this is a picture; write its text into a .txt or .md file")
_MEDIA = to_translate("{name}: this is a sound or a film; write its text into a .txt or .md file")
_PACKED = to_translate("{name}: this is a packed file; unpack it first")
_DATABASE = to_translate("{name}: this is a database; choose a document")

_ZIPPED = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Old Office files are folders of streams with names; the first that is found says what the file is.
_STREAMS = (
    ("EncryptedPackage", _LOCKED),
    ("WordDocument", _OLD_WORD),
    ("PowerPoint Document", _OLD_SLIDES),
    ("Workbook", _SPREADSHEET),
)

_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
_OPEN_DOCUMENTS = ((b"text", _OPEN_TEXT), (b"presentation", _OPEN_SLIDES), (b"spreadsheet", _SPREADSHEET))

# (what a file begins with, what is said about such a file)
_BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (_ZIPPED, _ZIP),
    (b"PK\x05\x06", _ZIP),
    (_OLE, _OFFICE),
    (b"{\\rtf", _RICH_TEXT),
    (b"MZ", _PROGRAM),
    (b"\x7fELF", _PROGRAM),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"RIFF", _MEDIA),
    (b"ID3", _MEDIA),
    (b"OggS", _MEDIA),
    (b"\x1f\x8b", _PACKED),
    (b"7z\xbc\xaf\x27\x1c", _PACKED),
    (b"Rar!", _PACKED),
    (b"BZh", _PACKED),
    (b"\xfd7zXZ\0", _PACKED),
    (b"SQLite format 3\0", _DATABASE),
)


def foreign(data: bytes) -> str | None:
    """Return what is to be said about a file that is no text, with {name} for its name; None where it may be text.

    Letters alone prove nothing ("MZ" may begin a note about Mozart), so beginnings that are plain ASCII count
    only where the file goes on with bytes that no text has.
    """
    for beginning, sentence in _BEGINNINGS:
        if data.startswith(beginning):
            if beginning == _OLE:
                sentence = next(
                    (told for name, told in _STREAMS if name.encode("utf-16-le") in data), _OFFICE
                )
            elif beginning == _ZIPPED:
                sentence = _of_zip(data)
            telling = not beginning.isalnum() or _holds_control_bytes(data[:512])
            return sentence if telling else None
    return None


def _of_zip(data: bytes) -> str:
    if b"PK\x05\x06" not in data:
        # The list of what is inside stands at the end of such a file.
        return _CUT
    for kind, sentence in _OPEN_DOCUMENTS:
        # Such a file begins with its kind, unpacked.
        if _OPEN_DOCUMENT + kind in data[:200]:
            return sentence
    # Texts are read without it.
    from cards.documents.archive import listed

    return _SPREADSHEET if any(name.startswith("xl/") for name in listed(data)) else _ZIP


def _holds_control_bytes(data: bytes) -> bool:
    return any(byte < 9 for byte in data)
