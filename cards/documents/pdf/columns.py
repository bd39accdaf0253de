"""The pieces of a page's lines -> regions in the order in which they are read: columns, and what spans them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Protocol, TypeVar

from cards.documents.pdf.drawings import Box

# A column has this many lines at least, unless other pages have the same one.
_LEAST_LINES = 4
# How much of a column's width its lines fill, as prose does and the cells of tables do not.
_LEAST_FILL = 0.5
_NARROWEST = 7.0
_MOST_DEPTH = 6
_SNAP = 2.0


class Item(Protocol):
    """Something that stands on a page: a piece of a line, a table, a picture."""

    @property
    def x0(self) -> float: ...
    @property
    def x1(self) -> float: ...
    @property
    def y(self) -> float: ...
    @property
    def size(self) -> float: ...
    @property
    def drawn(self) -> int:
        """Its place in the order of drawing, -1 where that tells nothing."""
        ...


_I = TypeVar("_I", bound=Item)


@dataclass(frozen=True, slots=True)
class Gutter:
    """The white stripe before a column, in points."""

    x0: float
    x1: float


def regions_of(pieces: Sequence[_I], rules: Sequence[Box], known: Sequence[Gutter] = ()) -> list[list[_I]]:
    """Return the pieces in regions; a region is one column wide and its lines follow each other.

    `known` gutters are those of the pages around: a column of two lines is one there.
    """
    return _regions(list(pieces), rules, known, 0)


def gutters_of(pieces: Sequence[_I], rules: Sequence[Box]) -> list[Gutter]:
    """Return the gutters between the columns of a page."""
    return _gutters(list(pieces), rules, 0)


def _gutters(pieces: list[_I], rules: Sequence[Box], depth: int) -> list[Gutter]:
    gutter = _best(pieces, rules, ()) if depth < _MOST_DEPTH else None
    if gutter is None:
        return []
    found = [gutter]
    for band, parted in _bands(pieces, gutter):
        if parted:
            for side in _sides(band, gutter):
                found += _gutters(side, rules, depth + 1)
    return found


def _regions(pieces: list[_I], rules: Sequence[Box], known: Sequence[Gutter], depth: int) -> list[list[_I]]:
    gutter = _best(pieces, rules, known) if depth < _MOST_DEPTH else None
    if gutter is None:
        return [pieces] if pieces else []
    found = []
    for band, parted in _bands(pieces, gutter):
        if parted:
            for side in _sides(band, gutter):
                found += _regions(side, rules, known, depth + 1)
        else:
            found.append(band)
    return found


def _sides(band: list[_I], gutter: Gutter) -> list[list[_I]]:
    left = [piece for piece in band if piece.x0 < gutter.x0 - _SNAP]
    right = [piece for piece in band if piece.x0 >= gutter.x0 - _SNAP]
    return [side for side in (left, right) if side]


def _best(pieces: list[_I], rules: Sequence[Box], known: Sequence[Gutter]) -> Gutter | None:
    """Return the gutter that parts most of the lines, None where the pieces are one column."""
    best, most = None, 0
    for gutter in _candidates(pieces, known):
        again = any(abs(gutter.x1 - one.x1) < _SNAP for one in known)
        parted = sum(
            len(band)
            for band, two in _bands(pieces, gutter)
            if two and _are_columns(band, gutter, rules, known=again)
        )
        if parted > most:
            best, most = gutter, parted
    return best


def _candidates(pieces: list[_I], known: Sequence[Gutter]) -> list[Gutter]:
    """Return stripes that end where many lines begin and that few lines cross."""
    begins = Counter(round(piece.x0 / _SNAP) for piece in pieces)
    again = [round(gutter.x1 / _SNAP) for gutter in known]
    frequent = begins.most_common(12) + [(at, begins[at]) for at in again if begins[at]]
    found = []
    for at, count in frequent:
        near = count + begins[at - 1] + begins[at + 1]
        right = min(piece.x0 for piece in pieces if abs(piece.x0 / _SNAP - at) <= 1.5)
        if near < (1 if at in again else 2):
            continue
        ends = [piece.x1 for piece in pieces if piece.x1 < right and piece.x0 < right - 20]
        if not ends:
            continue
        # A line or two may end in the gutter: the last one of a paragraph that spans both columns.
        left = sorted(ends)[len(ends) * 9 // 10 if len(ends) > 9 else -1]
        size = max(piece.size for piece in pieces if abs(piece.x0 / _SNAP - at) <= 1.5)
        if right - left < 0.6 * size:
            continue
        found.append(Gutter(left, right))
    return found


def _bands(pieces: list[_I], gutter: Gutter) -> list[tuple[list[_I], bool]]:
    """Return the pieces from top to bottom in bands, each with whether the gutter parts it."""
    crossing = sorted(
        (piece.y for piece in pieces if piece.x0 < gutter.x0 - _SNAP and piece.x1 > gutter.x1), reverse=True
    )
    levels = iter(crossing)
    limit = next(levels, None)
    band = 0
    marked: list[tuple[int, bool, _I]] = []
    ordered = sorted(pieces, key=lambda piece: -piece.y)
    titles = _titles(ordered)
    for piece in ordered:
        while limit is not None and piece.y < limit - 0.5 * piece.size:
            band += 1
            limit = next(levels, None)
        across = piece.y >= titles or (limit is not None and abs(piece.y - limit) <= 0.5 * piece.size)
        marked.append((band, across, piece))
    bands: list[tuple[list[_I], bool]] = []
    for (_, across), group in groupby(marked, key=lambda one: (0 if one[1] else one[0] + 1, one[1])):
        bands.append(([piece for _, _, piece in group], not across))
    return bands


def _titles(ordered: list[_I]) -> float:
    """Return the height down to which titles stand alone at the top, though they are no wider than a column."""
    sizes = sorted(item.size for item in ordered)
    usual = sizes[len(sizes) // 2]
    level = float("inf")
    for item, below in pairwise(ordered):
        if item.size < 1.25 * usual or item.y - below.y < item.size:
            break
        level = item.y
    return level


def _are_columns(band: list[_I], gutter: Gutter, rules: Sequence[Box], *, known: bool) -> bool:
    sides = _sides(band, gutter)
    if len(sides) < 2:
        return False
    left, right = sides
    top, bottom = max(p.y for p in band), min(p.y for p in band)
    if max(p.y for p in right) < min(p.y for p in left) or min(p.y for p in right) > max(p.y for p in left):
        return False
    crossed = sum(
        bottom < rule.y0 < top + 12 and rule.x0 < gutter.x0 - 8 and rule.x1 > gutter.x1 + 8 for rule in rules
    )
    if crossed >= 2:
        return False
    if known:
        return True
    if max(item.drawn for item in left) < min((item.drawn for item in right if item.drawn >= 0), default=-1):
        # Tables are drawn row by row; what is drawn side by side is read so.
        return min(len(_lines(left)), len(_lines(right))) >= 2 and _is_wide(left) and _is_wide(right)
    return all(len(_lines(side)) >= _LEAST_LINES and _is_prose(side) for side in sides)


def _is_wide(side: list[_I]) -> bool:
    size = sorted(item.size for item in side)[len(side) // 2]
    return max(item.x1 for item in side) - min(item.x0 for item in side) > _NARROWEST * size


def _is_prose(side: list[_I]) -> bool:
    """Tell whether most lines run to about the same end, and are as wide as prose."""
    lines = _lines(side)
    width = max(item.x1 for item in side) - min(item.x0 for item in side)
    filled = sum(item.x1 - item.x0 for item in side) / (width * len(lines))
    return _is_wide(side) and filled >= _LEAST_FILL


def _lines(pieces: list[_I]) -> list[list[_I]]:
    lines: list[list[_I]] = []
    for piece in sorted(pieces, key=lambda piece: -piece.y):
        if lines and abs(lines[-1][0].y - piece.y) < 0.4 * piece.size:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return lines
