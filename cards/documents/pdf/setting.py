"""The lines of a document -> how its paragraphs are told apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from cards.documents.numbering import numbered
from cards.documents.pdf.lines import Line, ends_sentence, is_full


@dataclass(frozen=True, slots=True)
class Setting:
    """How a document sets paragraphs apart; `leadings` are the distances of baselines inside them, for each size.

    `body` is the size of most letters. `spaced`: by space between them. `indented`: by the indentation of their first
    lines.
    """

    body: float
    leadings: dict[float, float]
    spaced: bool
    indented: bool

    def is_apart(self, gap: float, size: float) -> bool:
        """Tell whether two baselines are further apart than lines of a paragraph are."""
        return gap > 1.22 * self.leadings.get(_about(size), 1.6 * size) + 0.3


def right_of(lines: Sequence[Line], body: float) -> float:
    """Return where the longest line of the text ends; titles and running heads may end behind it."""
    left = min((line.piece.x0 for line in lines), default=0.0)
    text = [
        line.piece.x1
        for line in lines
        if abs(line.piece.size - body) < 0.08 * body and line.piece.x0 < left + 5 * body
    ]
    return max(text if len(text) > 1 else [line.piece.x1 for line in lines], default=0.0)


def setting_of(columns: Sequence[Sequence[Line]], *, body: float) -> Setting:
    """Return how the paragraphs of a document are told apart."""
    sure = _leadings(columns, body, surely=True)
    setting = Setting(body, _leadings(columns, body, surely=False) | sure, spaced=False, indented=False)
    # Where all lines are far apart, each may be a paragraph, and some space more says nothing.
    known = _about(body) in sure or setting.leadings.get(_about(body), 0.0) < 2 * body
    pairs = apart = indented = 0
    for lines in columns:
        for before, line in pairwise(lines):
            size = line.piece.size
            if (
                abs(before.piece.size - size) > 0.05 * size
                or before.piece.bold != line.piece.bold
                or line.marked
            ):
                continue
            pairs += 1
            apart += setting.is_apart(before.piece.y - line.piece.y, size)
            shift = (line.piece.x0 - before.piece.x0) / size
            indented += -5 < shift < -0.8 and not before.marked and numbered(line.words) is None
    return Setting(
        body,
        setting.leadings,
        spaced=known and apart >= 2 and 25 * apart > pairs,
        indented=indented >= 2 and 25 * indented > pairs,
    )


def _leadings(columns: Sequence[Sequence[Line]], body: float, *, surely: bool) -> dict[float, float]:
    """Return the distances of baselines; `surely` those alone at which a sentence goes on from a full line."""
    gaps: dict[float, list[float]] = defaultdict(list)
    for lines in columns:
        right = right_of(lines, body)
        for before, line in pairwise(lines):
            size = line.piece.size
            gap = before.piece.y - line.piece.y
            runs_on = (
                not ends_sentence(before.words)
                and is_full(before.piece, line.piece, right)
                and not line.marked
            )
            alike = abs(before.piece.size - size) < 0.05 * size and 0.8 * size < gap < 3.5 * size
            if alike and (runs_on or not surely):
                gaps[_about(size)].append(gap)
    if surely:
        return {size: sorted(some)[len(some) * 4 // 5] for size, some in gaps.items() if len(some) > 1}
    return {size: _smallest(sorted(some), size) for size, some in gaps.items() if len(some) > 2}


def _smallest(gaps: list[float], size: float) -> float:
    """Return the smallest gap that is no exception: others are about as large, or almost all are paragraphs."""
    least = max(2, len(gaps) // 25)
    if gaps[least - 1] > 1.9 * size > gaps[0] > 1.05 * size:
        return gaps[0]
    for at, gap in enumerate(gaps):
        if at + least <= len(gaps) and gaps[at + least - 1] < 1.12 * gap:
            return gaps[at + (least - 1) // 2]
    return gaps[0]


def _about(size: float) -> float:
    return round(size * 2) / 2
