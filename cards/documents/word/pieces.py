"""A paragraph of a Word file -> what stands in it, piece by piece."""

from __future__ import annotations

from dataclasses import dataclass

from cards.documents.xmltree import Element


@dataclass(frozen=True, slots=True)
class Words:
    """Letters of one look; `size` is in half points.

    `language` is a tag such as "fr-FR", that of Latin letters; `asian` that of Chinese, Japanese and Korean ones.
    """

    text: str
    monospaced: bool = False
    bold: bool = False
    size: int = 0
    language: str = ""
    asian: str = ""


@dataclass(frozen=True, slots=True)
class LineBreak:
    """The author began a new line inside the paragraph."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """Here a new page began when the document was last laid out."""


@dataclass(frozen=True, slots=True)
class Mathematics:
    """A formula as TeX; one that is `displayed` has lines of its own."""

    tex: str
    displayed: bool


@dataclass(frozen=True, slots=True)
class Image:
    """A picture by the id of its relation; `said` is its alternative text."""

    relation: str
    said: str


@dataclass(frozen=True, slots=True)
class Note:
    """A mark that leads to a note: `kind` is "footnote" or "endnote"."""

    kind: str
    number: str


@dataclass(frozen=True, slots=True)
class Box:
    """A box with paragraphs of its own beside the text."""

    content: Element


@dataclass(frozen=True, slots=True)
class Rows:
    """What charts show, as rows of tables."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """Words of a diagram, a line each."""

    lines: tuple[str, ...]


Piece = Words | LineBreak | PageBreak | Mathematics | Image | Note | Box | Rows | Lines
