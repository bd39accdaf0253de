"""What a page is made of, in the order of its reading."""

from __future__ import annotations

from dataclasses import dataclass

from cards.documents.model import Kind


@dataclass(frozen=True, slots=True)
class Words:
    """A block to be; `kind`, `level` and `language` are as in `Block`.

    `bold` says that all of it is set in bold, `caption` that it is the caption of the pictures that follow. `ids` are
    those of the elements that begin here or above since the last words. `title` says that a heading is the title of
    all that follows.
    """

    kind: Kind
    words: str
    level: int = 0
    language: str = ""
    bold: bool = False
    caption: bool = False
    ids: tuple[str, ...] = ()
    title: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; `heading` says that its cells head the columns below."""

    cells: tuple[str, ...]
    heading: bool


@dataclass(frozen=True, slots=True)
class Image:
    """A picture by its address; its caption is the words before it where those are one, else `alternative`."""

    address: str
    alternative: str


@dataclass(frozen=True, slots=True)
class Begin:
    """A chapter of that title begins."""

    title: str


Piece = Words | Row | Image | Begin
