"""Fuzz: cards learned together come back on neighbouring days, always the same ones for the same log."""

from __future__ import annotations

import hashlib
import math

# (from day, to day, share of a day added to the range for each day in between): Anki's and FSRS's table.
_RANGES = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.10), (20.0, math.inf, 0.05))
_SHORTEST_DAYS = 2.5


def draw(card: str, reps: int) -> float:
    """Return a number, 0 to 1 (excluded), that depends on the card's id and its number of reviews alone."""
    digest = hashlib.sha256(f"{card}:{reps}".encode()).digest()
    return int.from_bytes(digest[:6], "big") / 2**48


def bounds(interval: float, least: int, most: int) -> tuple[int, int]:
    """Return the shortest and the longest interval, in days, that fuzz may make of `interval`."""
    least = min(least, most)
    interval = min(max(interval, least), most)
    reach = _reach(interval)
    lower = max(least, min(most, nearest(max(interval - reach, 0))))
    upper = max(least, min(most, nearest(interval + reach)))
    if upper == lower and 2 < upper < most:
        upper = lower + 1
    return lower, upper


def spread(interval: float, least: int, most: int, drawn: float | None) -> int:
    """Return the interval in whole days, between `least` and `most`; without fuzz where `drawn` is None."""
    if drawn is None:
        return min(max(nearest(interval), min(least, most)), most)
    lower, upper = bounds(interval, least, most)
    # A draw just under 1 may round up to the day after the last.
    return min(upper, lower + math.floor(drawn * (1 + upper - lower)))


def nearest(days: float) -> int:
    """Return whole days, halves rounded up as Anki does (Python's round would take 2.5 to 2)."""
    return math.floor(days + 0.5)


def _reach(interval: float) -> float:
    if interval < _SHORTEST_DAYS:
        return 0.0
    return 1.0 + sum(share * max(min(interval, to) - start, 0.0) for start, to, share in _RANGES)
