"""The runs of a page -> pieces of its lines, with the spaces between their words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from cards.documents.pdf.characters import is_wide, superscript
from cards.documents.pdf.drawings import Box
from cards.documents.pdf.glyphs import Font, Run

_HAN = "\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60"
_PARTED_HAN = re.compile(rf"(?<=[{_HAN}]) (?=[{_HAN}])")
_CLOSE_HAN = re.compile(rf"(?<=[{_HAN}])(?=[{_HAN}])")
# In widths of an em. A wider gap may be the space between columns, or between cells.
_COLUMN_GAP = 0.9
# Runs that were drawn one after the other belong together across a wider gap: lines set to full width.
_DRAWN_GAP = 1.6
_LATIN_SPACE = 0.13
# Where spaces are drawn, words without one are parted only if something else stands between them, such as a tab.
_LATIN_GAP = 0.2
_HAN_SPACE = 0.2
# A page of small print has 200 lines; one of scattered letters would take forever.
_MOST_ROWS = 1_000
_MOST_BESIDE = 200


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line without a gap as wide as those between columns.

    `size` and `font` are those of most of its characters, `bold` tells whether all of it is bold.
    """

    words: str
    x0: float
    x1: float
    y: float
    size: float
    font: Font
    bold: bool
    drawn: int


def pieces_of(
    runs: tuple[Run, ...], upright: Sequence[Box], *, spaced: bool, parted_by_gaps: bool
) -> list[Piece]:
    """Return the pieces of a page's lines, from top to bottom and left to right; `upright` rules part them.

    `spaced` tells whether spaces are drawn like letters, so that a gap beside a Chinese character means nothing;
    `parted_by_gaps` that there are words parted by gaps alone.
    """
    rows = _rows(runs)
    for row in rows:
        row.runs.sort(key=lambda run: run.x0)
    apart = not parted_by_gaps and _stand_apart(rows)
    latin = _LATIN_GAP if spaced and not parted_by_gaps else _LATIN_SPACE
    pieces: list[Piece] = []
    for row in rows:
        walls = [rule.x0 for rule in upright if rule.y0 - 2 < row.y < rule.y1 + 2]
        parts = (
            _piece(part, row.y, row.size, spaced=spaced or apart, latin=latin) for part in _parts(row, walls)
        )
        pieces += [piece for piece in parts if piece is not None]
    return _without_parted_han(pieces)


def _without_parted_han(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces without spaces between Chinese characters, where text recognition put them everywhere."""
    parted = sum(len(_PARTED_HAN.findall(piece.words)) for piece in pieces)
    close = sum(len(_CLOSE_HAN.findall(piece.words)) for piece in pieces)
    if parted < 10 or parted < close:
        return pieces
    return [replace(piece, words=_PARTED_HAN.sub("", piece.words)) for piece in pieces]


def _stand_apart(rows: Sequence[_Row]) -> bool:
    """Tell whether all Latin words among Chinese stand a little apart, which is the program's doing.

    Chinese characters that stand apart in a line that is not stretched show that gaps are spaces.
    """
    close = apart = 0
    for row in rows:
        if 0 < len(_han_gaps(row.runs)) < 3:
            return False
        for before, run in pairwise(row.runs):
            first, second = before.words[-1], run.words[0]
            if first.isalnum() and second.isalnum() and is_wide(first) != is_wide(second):
                if run.x0 - before.x1 > 0.12 * run.size:
                    apart += 1
                else:
                    close += 1
    return apart > 3 * close and apart > 1


def joined(pieces: list[Piece]) -> Piece:
    """Return the pieces of one line as one, parted by spaces."""
    if len(pieces) == 1:
        return pieces[0]
    most = max(pieces, key=lambda piece: len(piece.words))
    words = pieces[0].words
    for before, piece in pairwise(pieces):
        wide = is_wide(words[-1]) and is_wide(piece.words[0])
        near = piece.x0 - before.x1 < 1.6 * piece.size
        words += ("" if wide and near else " ") + piece.words
    return Piece(
        words,
        pieces[0].x0,
        max(piece.x1 for piece in pieces),
        most.y,
        most.size,
        most.font,
        all(piece.bold for piece in pieces),
        pieces[0].drawn,
    )


@dataclass(slots=True)
class _Row:
    y: float
    size: float
    runs: list[Run]


def _rows(runs: tuple[Run, ...]) -> list[_Row]:
    """Return the runs with one baseline each, from top to bottom; raised and lowered runs are with their line."""
    rows: list[_Row] = []
    heights: list[float] = []
    for run in sorted(runs, key=lambda run: -run.size):
        at = _row_of(run, rows, heights)
        if at is None and len(rows) == _MOST_ROWS:
            continue
        if at is None:
            at = bisect_left(heights, -run.y)
            heights.insert(at, -run.y)
            rows.insert(at, _Row(run.y, run.size, []))
        rows[at].runs.append(run)
    return rows


def _row_of(run: Run, rows: list[_Row], heights: list[float]) -> int | None:
    first = bisect_left(heights, -run.y - 40)
    best, nearest = None, 0.0
    for at in range(first, len(rows)):
        row = rows[at]
        rise = run.y - row.y
        if rise > 40:
            break
        near = abs(rise)
        if near > 0.15 * run.size and not _beside(run, row, rise):
            continue
        if best is None or near < nearest:
            best, nearest = at, near
    return best


def _beside(run: Run, row: _Row, rise: float) -> bool:
    """Tell whether the run is a raised or lowered small one beside a larger one of the row."""
    if run.size > 0.86 * row.size or not -0.35 * row.size < rise < 0.65 * row.size:
        return False
    near = 0.35 * row.size
    return any(
        other.size > 1.1 * run.size
        # A note's mark may stand a little apart before its first word.
        and (abs(run.x0 - other.x1) < near or -near < other.x0 - run.x1 < 3 * near)
        for other in row.runs[-_MOST_BESIDE:]
    )


def _parts(row: _Row, walls: Sequence[float]) -> list[list[Run]]:
    parts = [[row.runs[0]]]
    right = row.runs[0].x1
    for before, run in pairwise(row.runs):
        gap = run.x0 - right
        size = max(before.size, run.size)
        widest = _DRAWN_GAP if run.drawn == before.drawn + 1 else _COLUMN_GAP
        if gap > widest * size or any(right - 1 < wall < run.x0 + 1 for wall in walls):
            parts.append([])
        parts[-1].append(run)
        right = max(right, run.x1)
    return parts


def _piece(runs: list[Run], y: float, size: float, *, spaced: bool, latin: float) -> Piece | None:
    usual = _usual_gap(runs)
    words = ""
    right = runs[0].x0
    for run in runs:
        if not run.words.strip():
            words += " "
            right = max(right, run.x1)
            continue
        raised = run.size < 0.86 * size and run.y - y > 0.15 * size
        said = superscript(run.words) if raised and words.strip() else run.words
        if words and not words.endswith(" ") and not said.startswith(" "):
            words += _gap(
                words[-1], said[0], (run.x0 - right) / max(size, 0.1), usual, spaced=spaced, latin=latin
            )
        words += said
        right = max(right, run.x1)
    most = max(runs, key=lambda run: len(run.words))
    bold = all(run.font.bold for run in runs if any(map(str.isalnum, run.words)))
    inked = [run for run in runs if run.words.strip()]
    if not inked:
        return None
    words = " ".join(words.split(" ")).strip()
    return Piece(
        words, inked[0].x0, inked[-1].x1, y, most.size, most.font, bold, min(run.drawn for run in runs)
    )


def _usual_gap(runs: list[Run]) -> float:
    """Return how far apart Chinese characters stand in a line that was stretched to the full width, in ems."""
    loose = []
    for before, run in pairwise(runs):
        if is_wide(before.words[-1]) or is_wide(run.words[0]):
            gap = (run.x0 - before.x1) / max(run.size, 0.1)
            if gap <= 0.1 and before.words[-1] != " " and run.words[0] != " ":
                return 0.0
            loose.append(gap)
    if len(loose) < 2 or any(_is_tight(run.words) for run in runs):
        return 0.0
    return max(0.0, sorted(loose)[len(loose) // 5])


def _is_tight(words: str) -> bool:
    """Tell whether Chinese characters follow each other closely."""
    return len(words) > 2 and all(is_wide(character) for character in words[:3])


def _han_gaps(runs: list[Run]) -> list[float]:
    gaps = [
        (run.x0 - before.x1) / max(run.size, 0.1)
        for before, run in pairwise(runs)
        if is_wide(before.words[-1]) and is_wide(run.words[0])
    ]
    return [gap for gap in gaps if gap > 0.1]


def _gap(before: str, after: str, gap: float, usual: float, *, spaced: bool, latin: float) -> str:
    wide = is_wide(before), is_wide(after)
    if all(wide):
        if spaced or gap <= usual + _HAN_SPACE:
            return ""
        return "\u3000" if 0.8 < gap - usual < 1.3 else " "
    if any(wide):
        # Programs set Latin words a little apart from Chinese ones, but not their brackets and dashes.
        placed = spaced and (after if wide[0] else before).isalnum()
        return " " if not placed and gap > usual + _HAN_SPACE else ""
    return " " if gap > latin else ""
