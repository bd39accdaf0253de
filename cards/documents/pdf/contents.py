"""Pages -> the same pages without their tables of contents, whose lines end with the number of a page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from cards.documents.pdf.pages import Page
from cards.documents.pdf.pieces import Piece

# An author writes three dots, a table of contents more.
_LEADER = re.compile(
    r"(?:\s*[.．·…‥_]){4,}\s*(?:[\divxlcIVXLC]{1,7}|[A-Z]-\d{1,3})$|(?:[.．·‥_]\s?){6,}$|…{3,}$"
)
_NUMBER = re.compile(r"(?:^|.*\s)[\divxlcIVXLC]{1,7}$")


def without_contents(pages: Iterable[Page]) -> tuple[list[Page], int]:
    """Return the pages without lines that lead by dots to a page's number, and how many those were.

    Where they are most of a page, lines that end with a number are contents as well.
    """
    kept: list[Page] = []
    dropped = 0
    within = False
    for page in pages:
        leading = [piece for piece in page.pieces if _is_leading(piece)]
        if len(leading) < (1 if within else 3):
            within = False
            kept.append(page)
            continue
        within = True
        heights = {round(piece.y) for piece in leading}
        numbered = [piece for piece in page.pieces if _is_leading(piece) or _NUMBER.match(piece.words)]
        if 2 * len(numbered) > len(page.pieces):
            heights = {round(piece.y) for piece in numbered}
        pieces = tuple(piece for piece in page.pieces if not _beside(piece, heights))
        dropped += len(page.pieces) - len(pieces)
        kept.append(replace(page, pieces=pieces))
    return kept, dropped


def _is_leading(piece: Piece) -> bool:
    return _LEADER.search(piece.words) is not None


def _beside(piece: Piece, heights: set[int]) -> bool:
    """Tell whether the piece is on the line of a leader: its title or its number."""
    return any(round(piece.y) + by in heights for by in (-1, 0, 1))
