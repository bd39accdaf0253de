"""Tallies of cards -> forecasts and histograms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from webreview.review.statistics.tallies import Pile


@dataclass(frozen=True, slots=True)
class Bin:
    """Cards whose value lies from `least` to `most`, both included."""

    least: int
    most: int
    cards: int


def forecast(due: Iterable[Pile], *, days: int, length: int) -> tuple[Bin, ...]:
    """Return how many cards come due in the next days, in bins of so many days; the backlog is due today."""
    counts = [0] * -(-days // length)
    for pile in due:
        place = max(pile.value, 0) // length
        if place < len(counts):
            counts[place] += pile.cards
    return tuple(Bin(n * length, (n + 1) * length - 1, cards) for n, cards in enumerate(counts))


def overdue(due: Iterable[Pile]) -> int:
    """Return how many cards were due before today."""
    return sum(pile.cards for pile in due if pile.value < 0)


def histogram(piles: Iterable[Pile], *, bins: int = 20) -> tuple[Bin, ...]:
    """Return the piles in at most so many bins of one width, a round number of days, from 0 to the largest value."""
    known = list(piles)
    largest = max((pile.value for pile in known), default=0)
    width = next(w for w in _round_numbers() if (largest + 1) <= w * bins)
    counts = [0] * (largest // width + 1)
    for pile in known:
        counts[max(pile.value, 0) // width] += pile.cards
    return tuple(Bin(n * width, (n + 1) * width - 1, cards) for n, cards in enumerate(counts))


def tenths(piles: Iterable[Pile]) -> tuple[Bin, ...]:
    """Return the ten tenths of a range."""
    counts = [0] * 10
    for pile in piles:
        counts[min(max(pile.value, 0), 9)] += pile.cards
    return tuple(Bin(n, n, cards) for n, cards in enumerate(counts))


def _round_numbers() -> Iterable[int]:
    scale = 1
    while True:
        yield from (scale, 2 * scale, 5 * scale)
        scale *= 10
