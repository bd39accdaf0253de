"""The rows of a column -> tables without rules, where words stand below each other in several columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import median

from cards.documents.lines import joint
from cards.documents.pdf.pieces import Piece
from cards.documents.pdf.tables import Table, heads

_LEAST_ROWS = 3
# In widths of an em.
_APART = 1.5
_NEAR = 0.4
_MARK = re.compile(r"\W{1,2}|[(（\[]?[\w]{1,4}[)）\].、]")

Row = list[Piece]


def aligned_tables(rows: Sequence[Row], *, body: float) -> Iterator[Row | Table]:
    """Yield the rows in order, those that make up a table in one.

    A table has three rows at least with the same columns; a row with a single piece below one of them goes on with
    the cell above. Marks before items are no column, nor are the words of programs.
    """
    at = 0
    while at < len(rows):
        end = _end(rows, at, body)
        group = rows[at:end]
        full = [row for row in group if len(row) > 1]
        if len(full) >= _LEAST_ROWS and not _are_items(full) and _are_apart(full) and _are_aligned(full):
            yield _table(group)
            at = end
        else:
            yield rows[at]
            at += 1


def _end(rows: Sequence[Row], first: int, body: float) -> int:
    """Return the end of the rows that have the columns of the first one."""
    columns = rows[first]
    if len(columns) < 2 or any(piece.font.fixed for piece in columns):
        return first + 1
    at = first + 1
    while at < len(rows):
        row = rows[at]
        gap = rows[at - 1][0].y - row[0].y
        if gap > 3 * body or abs(row[0].size - columns[0].size) > 0.1 * body:
            break
        if len(row) == 1 and (gap > 1.6 * body or _column_of(row[0], columns) in (None, 0)):
            break
        if len(row) > 1 and (
            len(row) != len(columns)
            or [_column_of(piece, columns) for piece in row] != list(range(len(columns)))
        ):
            break
        at += 1
    return at


def _column_of(piece: Piece, columns: Row) -> int | None:
    """Return the column below whose first cell the piece stands: at its left, its right, or its middle."""
    for at, head in enumerate(columns):
        if min(_shifts(piece, head)) < _NEAR:
            return at
    return None


def _shifts(piece: Piece, head: Piece) -> tuple[float, float, float]:
    """Return how far the left, the right and the middle are from those of the first cell, in ems."""
    left, right = piece.x0 - head.x0, piece.x1 - head.x1
    return abs(left) / piece.size, abs(right) / piece.size, abs(left + right) / 2 / piece.size


def _are_aligned(rows: Sequence[Row]) -> bool:
    """Tell whether each column is set to its left, to its right or to its middle, from top to bottom."""
    return all(
        any(all(_shifts(row[at], head)[side] < _NEAR for row in rows) for side in range(3))
        for at, head in enumerate(rows[0])
    )


def _are_items(rows: Sequence[Row]) -> bool:
    return len(rows[0]) == 2 and all(_MARK.fullmatch(row[0].words) for row in rows)


def _are_apart(rows: Sequence[Row]) -> bool:
    """Tell whether the columns stand further apart than words of a line that was stretched to the full width."""
    return all(
        median((row[at].x0 - row[at - 1].x1) / row[at].size for row in rows) > _APART
        for at in range(1, len(rows[0]))
    )


def _table(group: Sequence[Row]) -> Table:
    columns = group[0]
    rows: list[list[str]] = []
    for row in group:
        if len(row) > 1:
            rows.append([piece.words for piece in row])
        else:
            column = _column_of(row[0], columns) or 0
            above = rows[-1][column]
            rows[-1][column] = above + joint(above[-1], row[0].words[0]) + row[0].words
    bold = all(piece.bold for piece in columns) and not all(piece.bold for row in group[1:] for piece in row)
    pieces = [piece for row in group for piece in row]
    return Table(
        tuple(map(tuple, rows)),
        bold or heads(rows),
        min(piece.x0 for piece in pieces),
        max(piece.x1 for piece in pieces),
        columns[0].y,
        columns[0].size,
        group[-1][0].y,
        columns[0].drawn,
    )
