"""Tallies of answers -> today, days in turn, hours, buttons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from cards.progress import Rating, State
from webreview.review.statistics.tallies import AnswerTally, HourTally


@dataclass(frozen=True, slots=True)
class Kinds:
    """Numbers of answers, or milliseconds, by what the cards were when they were shown."""

    new: int = 0
    learning: int = 0
    young: int = 0
    mature: int = 0

    @property
    def total(self) -> int:
        return self.new + self.learning + self.young + self.mature


@dataclass(frozen=True, slots=True)
class Span:
    """Study days that are told as one: the first and the last."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Done:
    """What was done in a span: answers by kind, how many of them were not AGAIN, and the time that they took."""

    span: Span
    answers: Kinds
    remembered: int
    took_ms: int


@dataclass(frozen=True, slots=True)
class Buttons:
    """How often each rating was given to cards of one kind, in the order AGAIN, HARD, GOOD, EASY."""

    learning: tuple[int, int, int, int]
    young: tuple[int, int, int, int]
    mature: tuple[int, int, int, int]


def spans(first: date, last: date, length: int) -> tuple[Span, ...]:
    """Return spans of so many days that end with the day `last` and reach back to `first` or before."""
    count = -(-((last - first).days + 1) // length)
    begun = last - timedelta(days=count * length - 1)
    return tuple(
        Span(begun + timedelta(days=number * length), begun + timedelta(days=(number + 1) * length - 1))
        for number in range(count)
    )


def done(tallies: Iterable[AnswerTally], within: Sequence[Span]) -> tuple[Done, ...]:
    """Return what was done in each of the spans, which follow one another; tallies outside are left out."""
    numbers = [[0, 0, 0, 0, 0, 0] for _ in within]
    length = (within[0].last - within[0].first).days + 1
    for tally in tallies:
        place = (tally.day - within[0].first).days // length
        if 0 <= place < len(within):
            for kind, count in enumerate(_by_kind(tally)):
                numbers[place][kind] += count
            numbers[place][4] += tally.answers if tally.rating is not Rating.AGAIN else 0
            numbers[place][5] += tally.took_ms
    return tuple(
        Done(span, Kinds(*counted[:4]), counted[4], counted[5])
        for span, counted in zip(within, numbers, strict=True)
    )


def hours(tallies: Iterable[HourTally]) -> tuple[HourTally, ...]:
    """Return the 24 hours of the day, those without an answer too."""
    known = {tally.hour: tally for tally in tallies}
    return tuple(known.get(hour, HourTally(hour, 0, 0)) for hour in range(24))


def buttons(tallies: Iterable[AnswerTally]) -> Buttons:
    """Return how often each button was pressed; new and relearned cards count as learning, as in Anki."""
    counts = [[0, 0, 0, 0] for _ in range(3)]
    for tally in tallies:
        new, learning, young, mature = _by_kind(tally)
        for kind, count in enumerate((new + learning, young, mature)):
            counts[kind][tally.rating - 1] += count
    learned, young_ones, mature_ones = ((a, b, c, d) for a, b, c, d in counts)
    return Buttons(learned, young_ones, mature_ones)


def _by_kind(tally: AnswerTally) -> tuple[int, int, int, int]:
    match tally.before:
        case State.NEW:
            return tally.answers, 0, 0, 0
        case State.REVIEW:
            return 0, 0, tally.answers - tally.mature, tally.mature
        case _:
            return 0, tally.answers, 0, 0
