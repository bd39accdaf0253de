"""What a document is: one text, and the blocks that stand in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from cards.model import Span, note_id


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
    overlaps, within the span; `cards.documents.prose.prose_of` reads past it.
    """

    kind: Kind
    span: Span
    level: int = 0
    markup: tuple[Markup, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One text that a learner gave, and its blocks in text order, without overlaps.

    `id` is 24 hex digits made from the text, `name` what the learner calls it (a file's name), `language` a tag
    such as "zh", "zh-Hant", "en", "ja", or "und" where there is too little to tell. The text never changes
    after its reader: for text and Markdown files it is the file, decoded, with newlines made "\\n".
    """

    id: str
    name: str
    text: str
    blocks: tuple[Block, ...]
    language: str


class Reader(Protocol):
    """Something that reads one format."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The endings of file names that it reads, with the dot, in lower case."""
        ...

    def read(self, data: bytes, *, name: str, encoding: str | None = None) -> Document:
        """Return the document, or raise `CardsError` with a sentence that begins with `name`.

        `encoding` is the learner's word on how text was written to bytes; formats that know it ignore it.
        """
        ...


def document_id(text: str) -> str:
    """Return 24 hex digits that stand for the text, whatever the document is called."""
    return note_id("document", text)
