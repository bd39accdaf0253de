"""Rules and pieces of lines -> tables, where the rules or the columns of the words say plainly that there are some."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from cards.documents.lines import joint
from cards.documents.pdf.drawings import Box
from cards.documents.pdf.pieces import Piece, joined

# Rules that meet have ends this near to each other, in points.
_NEAR = 4.0
_MOST_RULES = 3_000
_MOST_CELLS = 4_000
_FIGURES = re.compile(r"[\d.,%+\-−–±()$€£¥\s]*\d[\d.,%+\-−–±()$€£¥\s]*[^\W\d]{0,3}")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, all of the same number; `headed` tells whether the first row heads the columns.

    It stands between `x0` and `x1`, below `y`; `size` is that of its letters.
    """

    rows: tuple[tuple[str, ...], ...]
    headed: bool
    x0: float
    x1: float
    y: float
    size: float
    bottom: float
    drawn: int


def ruled_tables(
    pieces: Sequence[Piece], level: Sequence[Box], upright: Sequence[Box]
) -> tuple[list[Table], list[Piece]]:
    """Return the tables that are drawn with rules around their cells, and the pieces that are in none."""
    tables: list[Table] = []
    rest = list(pieces)
    if len(level) + len(upright) > _MOST_RULES or len(upright) < 2 or len(level) < 2:
        return tables, rest
    for levels, uprights in _clusters(level, upright):
        xs, ys = _merged([one.x0 for one in uprights]), _merged([one.y0 for one in levels])
        # A frame or a band of colour is no table.
        if len(xs) < 3 or len(ys) < 3 or len(xs) * len(ys) > _MOST_CELLS:
            continue
        inside = [piece for piece in rest if _within(piece, xs, ys)]
        cells = _cells(inside, xs, ys)
        filled = sum(bool(cell) for row in cells for cell in row)
        if filled < 4 or 3 * filled < sum(map(len, cells)):
            continue
        tables.append(_table(cells, xs[0], xs[-1], ys[-1], ys[0]))
        gone = set(map(id, inside))
        rest = [piece for piece in rest if id(piece) not in gone]
    return tables, rest


def _clusters(level: Sequence[Box], upright: Sequence[Box]) -> list[tuple[list[Box], list[Box]]]:
    """Return rules that touch each other, directly or by others."""
    rules = [(one, True) for one in level] + [(one, False) for one in upright]
    rules.sort(key=lambda rule: -rule[0].y1)
    parents = list(range(len(rules)))

    def first(at: int) -> int:
        while parents[at] != at:
            parents[at] = parents[parents[at]]
            at = parents[at]
        return at

    for at, (one, _) in enumerate(rules):
        for other_at in range(at + 1, len(rules)):
            other = rules[other_at][0]
            if other.y1 < one.y0 - _NEAR:
                break
            if other.x0 <= one.x1 + _NEAR and other.x1 >= one.x0 - _NEAR:
                parents[first(other_at)] = first(at)
    groups: dict[int, tuple[list[Box], list[Box]]] = {}
    for at, (one, is_level) in enumerate(rules):
        groups.setdefault(first(at), ([], []))[0 if is_level else 1].append(one)
    return list(groups.values())


def _merged(places: list[float]) -> list[float]:
    """Return the places in order, those of one double rule as one."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    return found


def _within(piece: Piece, xs: list[float], ys: list[float]) -> bool:
    middle = (piece.x0 + piece.x1) / 2
    return xs[0] - 1 < middle < xs[-1] + 1 and ys[0] - 1 < piece.y + 0.3 * piece.size < ys[-1] + 1


def _cells(pieces: list[Piece], xs: list[float], ys: list[float]) -> list[list[list[Piece]]]:
    cells: list[list[list[Piece]]] = [[[] for _ in xs[1:]] for _ in ys[1:]]
    for piece in pieces:
        # A piece that runs across cells belongs to the one that it begins in.
        column = min(max(0, bisect_right(xs, piece.x0 + 1) - 1), len(xs) - 2)
        row = min(max(0, bisect_right(ys, piece.y + 0.3 * piece.size) - 1), len(ys) - 2)
        cells[len(ys) - 2 - row][column].append(piece)
    return [row for row in cells if any(row)]


def _table(cells: list[list[list[Piece]]], x0: float, x1: float, top: float, bottom: float) -> Table:
    size = next(piece.size for row in cells for cell in row for piece in cell)
    rows = [tuple(_words(cell) for cell in row) for row in cells]
    first = [piece for cell in cells[0] for piece in cell]
    bold = all(piece.bold for piece in first) and not all(
        piece.bold for row in cells[1:] for cell in row for piece in cell
    )
    return Table(tuple(rows), bold or heads(rows), x0, x1, top, size, bottom, first[0].drawn)


def heads(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first row has words above columns of figures."""
    if len(rows) < 3:
        return False
    under = [sum(bool(_FIGURES.fullmatch(row[at])) for row in rows[1:]) for at in range(len(rows[0]))]
    counted = [at for at, figures in enumerate(under) if 2 * figures > len(rows) - 1]
    return bool(counted) and not any(_FIGURES.fullmatch(rows[0][at]) for at in counted)


def _words(cell: list[Piece]) -> str:
    words = ""
    for line in _by_line(cell):
        said = joined(sorted(line, key=lambda piece: piece.x0)).words
        words += (joint(words[-1], said[0]) if words else "") + said
    return words


def _by_line(pieces: list[Piece]) -> list[list[Piece]]:
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: -piece.y):
        if lines and abs(lines[-1][0].y - piece.y) < 0.4 * piece.size:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return lines
