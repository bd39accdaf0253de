"""Pages -> the same pages without running heads, feet and page numbers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace

from cards.documents.pdf.pages import Page
from cards.documents.pdf.pieces import Piece

# How many lines at the top and at the bottom of a page may be running heads and feet.
_DEEPEST = 3
# The outer part of a page's height in which they stand.
_MARGIN = 0.16
_NUMBER = re.compile(
    r"(?:page|p\.|seite|página|стр\.?|第)?\s*[-–—·|/ ]*(?P<n>\d{1,4}|[ivxlc]{1,7})[-–—·|/ ]*\s*[页頁]?"
    r"(?:\s*(?:of|von|de|/|共|of total|из)\s*\d{1,5}\s*[页頁]?)?",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+|\b[ivxlc]{1,7}\b")


@dataclass(frozen=True, slots=True)
class _Row:
    """The pieces at one height near an edge of a page.

    `depth` counts rows from the edge, `apart` is the space to the next row in ems.
    """

    page: int
    top: bool
    depth: int
    words: str
    y: float
    apart: float
    size: float
    pieces: tuple[Piece, ...]

    @property
    def key(self) -> str:
        """The words with all numbers alike."""
        return _DIGITS.sub("#", self.words)


def without_furniture(pages: list[Page]) -> tuple[list[Page], int]:
    """Return the pages without what is repeated at their edges, and how many lines were dropped."""
    rows = [row for page in pages for row in _edges(page)]
    dropped = _repeated(rows, len(pages)) + _numbers(rows, pages) + _far(rows, pages)
    lost: dict[int, set[int]] = defaultdict(set)
    for row in dropped:
        lost[row.page].update(map(id, row.pieces))
    kept = [
        replace(page, pieces=tuple(piece for piece in page.pieces if id(piece) not in lost[page.number]))
        for page in pages
    ]
    return kept, len({(row.page, row.y) for row in dropped})


def _edges(page: Page) -> list[_Row]:
    lines: list[list[Piece]] = []
    for piece in page.pieces:
        if lines and abs(lines[-1][0].y - piece.y) < 0.5 * piece.size:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    found = []
    for top in (True, False):
        order = lines if top else lines[::-1]
        for depth, line in enumerate(order[:_DEEPEST]):
            y = line[0].y
            edge = page.box.y1 - y if top else y - page.box.y0
            if edge > _MARGIN * page.box.height:
                break
            after = order[depth + 1][0].y if depth + 1 < len(order) else None
            size = line[0].size
            apart = abs(after - y) / size if after is not None else 99.0
            words = " ".join(piece.words for piece in sorted(line, key=lambda piece: piece.x0))
            found.append(_Row(page.number, top, depth, words, y, apart, size, tuple(line)))
    return found


def _repeated(rows: list[_Row], pages: int) -> list[_Row]:
    """Return the rows whose words stand at the same height of other pages, as do rows between them and the edge."""
    by_words: dict[tuple[bool, str], set[int]] = defaultdict(set)
    by_height: Counter[tuple[bool, int]] = Counter()
    for row in rows:
        by_words[row.top, row.key].add(row.page)
        by_height[row.top, round(row.y / 3)] += 1
    least = 2 if pages < 6 else 3
    found: list[_Row] = []
    for row in rows:
        at_height = max(by_height[row.top, round(row.y / 3) + by] for by in (-1, 0, 1))
        repeated = len(by_words[row.top, row.key]) >= least
        if repeated and at_height >= least and _is_outermost(row, found):
            found.append(row)
    return found + _like(found, rows)


def _like(found: list[_Row], rows: list[_Row]) -> list[_Row]:
    """Return rows that stand where most rows are running heads or feet, and name the section of one page only."""
    known = {id(row) for row in found}
    slots: dict[tuple[bool, int], list[_Row]] = defaultdict(list)
    for row in rows:
        if row.depth == 0:
            slots[row.top, round(row.y / 3)].append(row)
    return [
        row
        for slot in slots.values()
        if len(slot) > 3 and 5 * sum(id(row) in known for row in slot) >= 2 * len(slot)
        for row in slot
        if id(row) not in known and row.apart > 1.3 and abs(row.size - slot[0].size) < 0.1 * row.size
    ]


def _is_outermost(row: _Row, found: list[_Row]) -> bool:
    """Tell whether nothing that is kept stands between the row and the edge of its page."""
    if row.depth == 0:
        return True
    return any(
        other.page == row.page and other.top == row.top and other.depth == row.depth - 1
        for other in found[-3:]
    )


def _numbers(rows: list[_Row], pages: list[Page]) -> list[_Row]:
    """Return the rows that say nothing but the number of their page."""
    labels = {page.number: page.label for page in pages}
    found = []
    for row in rows:
        number = _NUMBER.fullmatch(row.words.strip())
        if number is None or row.depth:
            continue
        counts = number["n"] in (labels[row.page], str(row.page + 1)) or row.apart > 1.8
        if counts and (len(pages) > 1 or row.words.strip() in (labels[row.page], str(row.page + 1))):
            found.append(row)
    return found


def _far(rows: list[_Row], pages: list[Page]) -> list[_Row]:
    """Return the rows of small print that stand far from the text, at the very edge of a short document's pages."""
    if len(pages) > 2:
        return []
    boxes = {page.number: page.box for page in pages}
    sizes = {page.number: sorted(piece.size for piece in page.pieces) for page in pages}
    found = []
    for row in rows:
        box = boxes[row.page]
        edge = box.y1 - row.y if row.top else row.y - box.y0
        usual = sizes[row.page][len(sizes[row.page]) // 2]
        if row.depth == 0 and edge < 0.09 * box.height and row.apart > 2 and row.size < 0.9 * usual:
            found.append(row)
    return found
