"""Days with answers -> a calendar of a year, and streaks."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

WEEKS = 53
LEVELS = 4


@dataclass(frozen=True, slots=True)
class Square:
    """A study day of the calendar: its week (0 is the oldest), weekday (0 is Monday), answers and level 0 to 4."""

    day: date
    week: int
    weekday: int
    answers: int
    level: int


@dataclass(frozen=True, slots=True)
class Streak:
    """Study days in a row with an answer: now, and the longest."""

    now: int
    longest: int


def squares(answers: Mapping[date, int], *, today: date) -> tuple[Square, ...]:
    """Return the days of the last 53 weeks; the level is the day's part of the busiest day, in four steps."""
    begun = today - timedelta(days=today.weekday() + 7 * (WEEKS - 1))
    shown = [begun + timedelta(days=number) for number in range((today - begun).days + 1)]
    busiest = max((answers.get(day, 0) for day in shown), default=0)
    return tuple(
        Square(
            day,
            number // 7,
            number % 7,
            count := answers.get(day, 0),
            -(-LEVELS * count // busiest) if count else 0,
        )
        for number, day in enumerate(shown)
    )


def streak(days: Collection[date], *, today: date) -> Streak:
    """Return the streaks; one that reaches yesterday goes on until today is over."""
    studied = set(days)
    longest = 0
    for day in studied:
        if day - timedelta(days=1) not in studied:
            longest = max(longest, _row(studied, day, 1))
    last = today if today in studied else today - timedelta(days=1)
    return Streak(_row(studied, last, -1), longest)


def _row(studied: set[date], day: date, step: int) -> int:
    count = 0
    while day in studied:
        count += 1
        day += timedelta(days=step)
    return count
