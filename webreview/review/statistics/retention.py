"""True retention: how many of the cards in Review were recalled, by Anki's definition."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from cards.progress import Rating, State
from webreview.review.statistics.tallies import AnswerTally


@dataclass(frozen=True, slots=True)
class Recalled:
    """Answers to cards in Review and how many of them were not AGAIN."""

    answers: int = 0
    passed: int = 0

    @property
    def rate(self) -> float | None:
        """The part that was recalled, 0 to 1; None where nothing was answered."""
        return self.passed / self.answers if self.answers else None


@dataclass(frozen=True, slots=True)
class Retention:
    """True retention over some time, of young cards and mature ones (an interval of 21 days or more)."""

    young: Recalled
    mature: Recalled

    @property
    def all(self) -> Recalled:
        return Recalled(self.young.answers + self.mature.answers, self.young.passed + self.mature.passed)


def retention(tallies: Iterable[AnswerTally], *, first: date, last: date) -> Retention:
    """Return the true retention from the first study day to the last.

    Only answers to cards in Review count: first answers and learning steps say nothing about how long a memory
    lasts.
    """
    young, mature = [0, 0], [0, 0]
    for tally in tallies:
        if tally.before is State.REVIEW and first <= tally.day <= last:
            passed = tally.rating is not Rating.AGAIN
            young[0] += tally.answers - tally.mature
            young[1] += (tally.answers - tally.mature) * passed
            mature[0] += tally.mature
            mature[1] += tally.mature * passed
    return Retention(Recalled(*young), Recalled(*mature))


def ranges(today: date) -> tuple[tuple[str, date, date], ...]:
    """Return Anki's ranges by name, each with its first and last study day."""
    return (
        ("today", today, today),
        ("yesterday", today - timedelta(days=1), today - timedelta(days=1)),
        ("week", today - timedelta(days=6), today),
        ("month", today - timedelta(days=29), today),
        ("year", today - timedelta(days=364), today),
    )
