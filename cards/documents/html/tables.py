"""Tables: which of them hold data, and where their cells stand."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from cards.documents.html.elements import HEADINGS, is_longer, tag_of
from cards.documents.xmltree import Element

# No table that a person reads has more; a "colspan" may say anything.
_MOST_COLUMNS = 100
_MOST_ROWS_SPANNED = 1_000
# Whoever lays out a page by a table puts whole texts into a cell.
_LONGEST_CELL = 600
# Enough to tell what a table is for.
_LOOKED_AT = 2_000


@dataclass(frozen=True, slots=True)
class Extent:
    """How many columns and rows a cell takes."""

    columns: int
    rows: int


def extent_of(cell: Element) -> Extent:
    """Return the cell's extent, within bounds."""
    return Extent(
        _count(cell.get("colspan"), _MOST_COLUMNS),
        _count(cell.get("rowspan"), _MOST_ROWS_SPANNED),
    )


def is_data(table: Element) -> bool:
    """Tell whether the table's rows and columns mean something; else it only places things on the page.

    A text with a picture beside it is no row.
    """
    if table.get("role") in ("presentation", "none"):
        return False
    widest = 0
    for element in islice(table.iterdescendants(), _LOOKED_AT):
        tag = tag_of(element)
        if tag in ("table", "pre", *HEADINGS):
            return False
        if tag == "tr":
            widest = max(widest, sum(tag_of(cell) in ("td", "th") and is_longer(cell, 0) for cell in element))
        elif tag == "td" and is_longer(element, _LONGEST_CELL):
            return False
    return widest > 1


class Grid:
    """The rows of a table as they are read, with cells that reach over several rows or columns.

    What reaches down is said again in every row; what reaches over columns is said in the first.
    """

    def __init__(self) -> None:
        self._row: list[str] = []
        self._heads: list[bool] = []
        self._is_first = True
        # By column: what reaches into this row from above or into the next, and into how many rows.
        self._reaching: dict[int, tuple[str, int]] = {}
        self._reaching_on: dict[int, tuple[str, int]] = {}

    def add(self, words: str, *, heads: bool, bold: bool, extent: Extent) -> None:
        """Add a cell to the row; in the first row, bold cells head the columns too."""
        self._take_reaching()
        for column in range(extent.columns):
            if len(self._row) >= _MOST_COLUMNS:
                return
            said = "" if column else words
            if extent.rows > 1:
                self._reaching_on[len(self._row)] = (said, extent.rows - 1)
            self._row.append(said)
            self._heads.append(heads or (bold and self._is_first))

    def end_row(self) -> tuple[tuple[str, ...], bool]:
        """Return the cells of the row, and whether all of its own head something."""
        self._take_reaching()
        row, heading = tuple(self._row), bool(self._heads) and all(self._heads)
        self._reaching, self._reaching_on = self._reaching_on, {}
        self._row, self._heads, self._is_first = [], [], False
        return row, heading

    def _take_reaching(self) -> None:
        while len(self._row) in self._reaching:
            said, rows = self._reaching.pop(len(self._row))
            if rows > 1:
                self._reaching_on[len(self._row)] = (said, rows - 1)
            self._row.append(said)


def _count(written: str | None, most: int) -> int:
    digits = (written or "").strip()
    return max(1, min(most, int(digits))) if digits.isascii() and digits.isdigit() and len(digits) < 9 else 1
