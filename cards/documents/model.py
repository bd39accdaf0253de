"""What a document is: one text, the blocks that stand in it, and what its format had beside."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from cards.model import Place, Span, note_id


class Kind(StrEnum):
    """What a block is to its reader; a TABLE block is one row, its cells parted as in the file."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTE = "quote"
    CODE = "code"
    TABLE = "table"
    FORMULA = "formula"


@dataclass(frozen=True, slots=True, order=True)
class Markup:
    """A stretch inside a block that is not said as it is written; `says` is what a reader reads there.

    `**` says nothing, `&amp;` says "&", the line break inside a wrapped English sentence says a space.
    """

    span: Span
    says: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, item, ... as a place in the document's text.

    `span` leaves out white space and mere markup at both ends (`## `, `- `, `> `), and keeps numbers that the
    author wrote as text (“一是”, “（一）”, “第三，”). `level` counts from 1: the depth of a heading (1 is the
    title's), the nesting of an item or quote; it is 0 for other kinds. `markup` is in text order, without
    overlaps, within the span; `cards.documents.prose.prose_of` reads past it. `language` is a tag where the
    block is written in another language than its document, else empty; for a CODE block it names the programming
    language ("python") where that is known.

    A TABLE block's cells are parted by tabs, or by markup that says one. An inline formula is markup that says
    "\\(" TeX "\\)"; a FORMULA block is TeX alone.
    """

    kind: Kind
    span: Span
    level: int = 0
    markup: tuple[Markup, ...] = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """From code point `start` of the text on, a reader is at `place`, until the next one begins."""

    start: int
    place: Place


@dataclass(frozen=True, slots=True)
class Media:
    """A picture's bytes. `name` is made from them ("3f0c...e1.png"), so the same picture has one name everywhere.

    `type` is "image/png", "image/jpeg", "image/gif", "image/webp" or "image/svg+xml".
    """

    name: str
    type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture in the text: `span` is that of its caption or alternative text, empty where it has none."""

    span: Span
    media: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """What the learner is told about the reading of a document: what was left out and why.

    `sentence` has names in braces for the `values`, so that it can be said in the learner's language.
    """

    sentence: str
    values: tuple[tuple[str, str | int], ...] = ()

    def __str__(self) -> str:
        return self.sentence.format(**dict(self.values))


@dataclass(frozen=True, slots=True)
class Document:
    """One text that a learner gave, and its blocks in text order, without overlaps.

    `id` is 24 hex digits made from the text, `name` what the learner calls it (a file's name), `language` a tag
    such as "zh", "zh-Hant", "en", "ja", or "und" where there is too little to tell. The text never changes
    after its reader: for text and Markdown files it is the file, decoded, with newlines made "\\n".

    `places` (pages, slides, chapters) and `pictures` are in text order; `media` are the pictures' bytes, each
    once; `remarks` say what was left out.
    """

    id: str
    name: str
    text: str
    blocks: tuple[Block, ...]
    language: str
    places: tuple[Placed, ...] = ()
    pictures: tuple[Shown, ...] = ()
    media: tuple[Media, ...] = ()
    remarks: tuple[Remark, ...] = ()

    def place_at(self, at: int) -> Place | None:
        """Return the page, slide or chapter that code point `at` stands on; None where the format has none."""
        begun = bisect_right(self.places, at, key=lambda placed: placed.start)
        return self.places[begun - 1].place if begun else None


# Gives the bytes of a file that the document names ("images/cell.png"), or None where there is none to be had.
Beside = Callable[[str], bytes | None]


def nothing_beside(name: str) -> None:
    """Tell that there is no file of that name: the document came alone."""


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known of a file apart from its bytes.

    `encoding` is the learner's word on how text was written to bytes, `password` opens an encrypted file,
    `beside` gives the files that it names, `address` is where on the web it was, "" for files. Formats that do not
    need one ignore it.
    """

    encoding: str | None = None
    password: str | None = None
    beside: Beside = nothing_beside
    address: str = ""


NO_HINTS = Hints()


class Reader(Protocol):
    """Something that reads one format."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The endings of file names that it reads, with the dot, in lower case."""
        ...

    @property
    def confined(self) -> bool:
        """Whether it reads in a child process within limits, as everything must that parses more than text.

        In the child nothing can be written to a disk, and there is no network.
        """
        ...

    def knows(self, data: bytes) -> bool:
        """Tell whether the bytes are of this format beyond doubt, so that no name can say otherwise.

        False for formats that are text: their names tell them apart.
        """
        ...

    def read(self, data: bytes, *, name: str, hints: Hints = NO_HINTS) -> Document:
        """Return the document, or raise `CardsError` with a sentence that begins with `name`."""
        ...


def document_id(text: str) -> str:
    """Return 24 hex digits that stand for the text, whatever the document is called."""
    return note_id("document", text)


def media_name(content: bytes, suffix: str) -> str:
    """Return the name of a picture: 24 hex digits made from its bytes, and its ending with the dot."""
    return hashlib.sha256(content).hexdigest()[:24] + suffix
