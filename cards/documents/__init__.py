"""Bytes -> Document: one reader a format, and the doors through which documents come in.

A new format is one file with a `Reader` and one line in `READERS`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path, PurePath

from cards.documents.disk import MOST_FILE_BYTES, beside_of, content_of, name_of, too_big
from cards.documents.epub import EpubReader
from cards.documents.finding import Found, Given, find, on_web
from cards.documents.foreign import foreign
from cards.documents.html import HtmlReader
from cards.documents.markdown import MarkdownReader
from cards.documents.model import (
    NO_HINTS,
    Block,
    Document,
    Hints,
    Kind,
    Markup,
    Media,
    Placed,
    Reader,
    Remark,
    Shown,
)
from cards.documents.online import from_web
from cards.documents.pdf import PdfReader
from cards.documents.prose import Prose, prose_of
from cards.documents.slides import SlideReader
from cards.documents.subtitles import SubtitleReader
from cards.documents.text import TextReader
from cards.documents.word import WordReader
from cards.errors import CardsError

__all__ = [
    "MOST_BYTES",
    "MOST_FILE_BYTES",
    "MOST_LINES",
    "READERS",
    "Block",
    "Document",
    "Found",
    "Given",
    "Hints",
    "Kind",
    "Markup",
    "Media",
    "Placed",
    "Prose",
    "Reader",
    "Remark",
    "Shown",
    "document_on_web",
    "find_documents",
    "is_confined",
    "name_of",
    "prose_of",
    "read",
    "read_file",
    "read_here",
    "read_text",
    "suffixes",
]

READERS: tuple[Reader, ...] = (
    MarkdownReader(),
    HtmlReader(),
    EpubReader(),
    PdfReader(),
    TextReader(),
    WordReader(),
    SubtitleReader(),
    SlideReader(),
)

# A thousand-page book is about 3 MB of text; beyond this it is not a text that somebody wants to learn.
MOST_BYTES = 32 * 1024 * 1024
# The same book has 40,000 lines; a line costs about a kilobyte of memory while it is read.
MOST_LINES = 300_000


def read(data: bytes, *, name: str, hints: Hints = NO_HINTS) -> Document:
    """Return the document that a file called `name` with this content is.

    A reader that knows its format by the bytes reads it, whatever it is called; else the ending of the name
    chooses, and a name without a known ending is read as text. A reader that says so reads in a process of its own.
    Raises `CardsError` where there is nothing to read.
    """
    if not is_confined(data, name=name):
        return read_here(data, name=name, hints=hints)
    # Text needs none of it.
    from cards.documents.confined.reading import read_confined

    return read_confined(data, name=name, hints=hints)


def is_confined(data: bytes, *, name: str) -> bool:
    """Tell whether `read` reads such a file in a process of its own; raise `CardsError` where it does not at all."""
    return _checked(data, name).confined


def read_here(data: bytes, *, name: str, hints: Hints = NO_HINTS) -> Document:
    """Return the same as `read`, read in this process, which a stranger's file may end."""
    document = _checked(data, name).read(data, name=name, hints=hints)
    return from_web(document, hints.address) if hints.address else document


def read_text(text: str, *, name: str) -> Document:
    """Return the document of a pasted text; it is read as Markdown where `name` ends like a Markdown file."""
    data = text.encode("utf-8", "replace")
    return read(data, name=name, hints=Hints(encoding="utf-8"))


def read_file(path: Path, *, hints: Hints = NO_HINTS) -> Document:
    """Return the document in a file; its name is the file's name without the folders."""
    hints = replace(hints, beside=beside_of(path))
    return read(content_of(path), name=name_of(path), hints=hints)


def find_documents(arguments: Iterable[str | Path]) -> Found:
    """Return the documents that the arguments mean: files as named, folders and zip files as the documents in them.

    See `cards.documents.finding.find`.
    """
    return find(arguments, suffixes=suffixes())


def document_on_web(address: str) -> Given:
    """Return the document at a web address; see `cards.documents.finding.on_web`."""
    return on_web(address, suffixes=suffixes())


def suffixes() -> tuple[str, ...]:
    """Return the endings of the names that readers know."""
    return tuple(suffix for reader in READERS for suffix in reader.suffixes)


def _checked(data: bytes, name: str) -> Reader:
    """Return the reader for the bytes, or raise `CardsError` where there are too many or they are no document."""
    knowing = next((reader for reader in READERS if reader.knows(data)), None)
    if knowing is None and (strange := foreign(data)) is not None:
        raise CardsError(strange, name=name)
    reader = knowing or _reader(name)
    most = MOST_FILE_BYTES if reader.confined else MOST_BYTES
    if len(data) > most:
        raise too_big(name, len(data), most)
    lines = 0 if reader.confined else max(data.count(b"\n"), data.count(b"\r"))
    if lines > MOST_LINES:
        raise CardsError(
            "{name}: {lines} lines are more than the {most} that kapian reads; split it into chapters",
            name=name,
            lines=lines,
            most=MOST_LINES,
        )
    return reader


def _reader(name: str) -> Reader:
    suffix = PurePath(name).suffix.lower()
    return next((reader for reader in READERS if suffix in reader.suffixes), TextReader())
