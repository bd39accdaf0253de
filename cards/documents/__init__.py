"""Bytes -> Document: one reader a format, and the doors through which documents come in.

A new format is one file with a `Reader` and one line in `READERS`.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from math import ceil
from pathlib import Path, PurePath

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
from cards.documents.naming import name_from
from cards.documents.prose import Prose, prose_of
from cards.documents.text import TextReader
from cards.errors import CardsError

__all__ = [
    "MOST_BYTES",
    "MOST_FILE_BYTES",
    "MOST_LINES",
    "READERS",
    "Block",
    "Document",
    "Hints",
    "Kind",
    "Markup",
    "Media",
    "Placed",
    "Prose",
    "Reader",
    "Remark",
    "Shown",
    "name_of",
    "paths_of",
    "prose_of",
    "read",
    "read_file",
    "read_here",
    "read_text",
]

READERS: tuple[Reader, ...] = (MarkdownReader(), HtmlReader(), TextReader())

# Slides and scanned books with their pictures; they are taken into memory whole.
MOST_FILE_BYTES = 128 * 1024 * 1024
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
    if not _checked(data, name).confined:
        return read_here(data, name=name, hints=hints)
    # Text needs none of it.
    from cards.documents.confined.reading import read_confined

    return read_confined(data, name=name, hints=hints)


def read_here(data: bytes, *, name: str, hints: Hints = NO_HINTS) -> Document:
    """Return the same as `read`, read in this process, which a stranger's file may end."""
    return _checked(data, name).read(data, name=name, hints=hints)


def read_text(text: str, *, name: str) -> Document:
    """Return the document of a pasted text; it is read as Markdown where `name` ends like a Markdown file."""
    data = text.encode("utf-8", "replace")
    return read(data, name=name, hints=Hints(encoding="utf-8"))


def read_file(path: Path, *, hints: Hints = NO_HINTS) -> Document:
    """Return the document in a file; its name is the file's name without the folders."""
    try:
        size = path.stat().st_size
        if size > MOST_FILE_BYTES:
            raise _too_big(str(path), size, MOST_FILE_BYTES)
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise CardsError(f"{path}: there is no such file") from error
    except IsADirectoryError as error:
        raise CardsError(f"{path}: this is a folder; name the documents in it") from error
    except PermissionError as error:
        raise CardsError(f"{path}: you may not read this file; change its permissions") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise CardsError(f"{path}: cannot be read ({reason})") from error
    return read(data, name=name_of(path), hints=hints)


def name_of(path: Path) -> str:
    """Return the file's name without its folders, as text, in whatever encoding the disk has it."""
    return name_from(os.fsencode(path.name))


def paths_of(arguments: Iterable[str | Path]) -> tuple[Path, ...]:
    """Return the files that the arguments mean: files as named, folders as the documents below them, sorted.

    A file named twice comes once. Hidden files and folders, and endings that no reader knows, are passed over
    inside folders.
    """
    found: dict[Path, None] = {}
    for named in arguments:
        if not str(named):
            # Path("") would be the folder that the user happens to be in.
            raise CardsError(f"{str(named)!r} names no file; name the documents to read")
        argument = Path(named)
        if argument.is_dir():
            within = _documents_below(argument)
            if not within:
                raise CardsError(f"{argument}: no documents in this folder (looked for {_suffixes()})")
            found.update(dict.fromkeys(within))
        elif argument.exists():
            found[argument] = None
        else:
            raise CardsError(f"{argument}: there is no such file or folder")
    return tuple(found)


def _documents_below(folder: Path) -> list[Path]:
    known = {suffix for reader in READERS for suffix in reader.suffixes}
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in known
        and path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )


def _checked(data: bytes, name: str) -> Reader:
    """Return the reader for the bytes, or raise `CardsError` where there are too many or they are no document."""
    knowing = next((reader for reader in READERS if reader.knows(data)), None)
    if knowing is None and (strange := foreign(data)) is not None:
        raise CardsError(strange, name=name)
    reader = knowing or _reader(name)
    most = MOST_FILE_BYTES if reader.confined else MOST_BYTES
    if len(data) > most:
        raise _too_big(name, len(data), most)
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


def _suffixes() -> str:
    return ", ".join(suffix for reader in READERS for suffix in reader.suffixes)


def _too_big(name: str, size: int, most: int) -> CardsError:
    return CardsError(
        "{name}: {size} MB is more than the {most} MB that kapian reads of such a document; split it into chapters",
        name=name,
        # A tenth more than the truth at most, and never the limit itself.
        size=ceil(size / 2**20 * 10) / 10,
        most=most // 2**20,
    )
