"""What is known of a page of a PDF before it is read as a part of its document."""

from __future__ import annotations

from dataclasses import dataclass

from cards.documents.pdf.drawings import Box
from cards.documents.pdf.pieces import Piece


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's bytes and where it stands on its page."""

    box: Box
    content: bytes


@dataclass(frozen=True, slots=True)
class Page:
    """The pieces of lines on a page from top to bottom, and what is drawn beside them.

    `number` counts from 0, `label` is what the document calls the page. `level` and `upright` are rules, `dots` small
    shapes that may stand before items.
    """

    number: int
    label: str
    box: Box
    pieces: tuple[Piece, ...]
    level: tuple[Box, ...] = ()
    upright: tuple[Box, ...] = ()
    dots: tuple[Box, ...] = ()
    pictures: tuple[Picture, ...] = ()
