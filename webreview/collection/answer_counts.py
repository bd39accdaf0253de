"""Answers that count, added up by the database: by study day, by hour."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from cards.progress import Rating, State
from webreview.collection import tables
from webreview.collection.conditions import Claim
from webreview.review.statistics.tallies import MATURE_DAYS, AnswerTally, HourTally

_ANSWER = tables.answer.c
_SCHEDULE = tables.schedule.c

_COUNT = sa.func.count()
_MATURE = sa.func.sum(sa.case((_ANSWER.interval_days >= MATURE_DAYS, 1), else_=0))
_REMEMBERED = sa.func.sum(sa.case((_ANSWER.rating > Rating.AGAIN.value, 1), else_=0))
_TOOK = sa.func.sum(_ANSWER.took_ms)
_DAYS = (_ANSWER.day, _ANSWER.before, _ANSWER.rating)


@dataclass(frozen=True, slots=True)
class Given:
    """Answers since a study day, their hours, and every study day with an answer."""

    answers: tuple[AnswerTally, ...]
    hours: tuple[HourTally, ...]
    studied: tuple[date, ...]


def of_everything(
    connection: sa.Connection, learner: str, since: date | None, hours_since: date | None
) -> Given:
    """Return all answers of the learner, since these study days; None is for all days."""
    ours = _ANSWER.learner == learner
    by_day = connection.execute(
        sa.select(*_DAYS, _COUNT, _MATURE, _TOOK).where(ours, _since(since)).group_by(*_DAYS)
    )
    by_hour = connection.execute(
        sa.select(_ANSWER.hour, _COUNT, _REMEMBERED).where(ours, _since(hours_since)).group_by(_ANSWER.hour)
    )
    return Given(
        tuple(_tally(*row) for row in by_day),
        tuple(HourTally(hour, answers, int(remembered)) for hour, answers, remembered in by_hour),
        _studied(connection, learner),
    )


def of_cards(connection: sa.Connection, cards: Claim, since: date | None, hours_since: date | None) -> Given:
    """Return the answers to the cards for which the condition on the schedule is true."""
    # An outer join, so that SQLite begins with the cards; beginning with the answers takes seconds.
    joined = tables.schedule.outerjoin(
        tables.answer, sa.and_(_ANSWER.learner == _SCHEDULE.learner, _ANSWER.card == _SCHEDULE.card)
    )
    parts = (*_DAYS, _ANSWER.hour)
    rows = connection.execute(
        sa.select(*parts, _COUNT, _MATURE, _TOOK).select_from(joined).where(cards).group_by(*parts)
    )
    # Cards without an answer make one row without a day.
    found = [row for row in rows if row.day is not None]
    first, first_of_hours = (0 if day is None else day.toordinal() for day in (since, hours_since))
    return Given(
        tuple(_tally(row[0], row[1], row[2], *row[4:]) for row in found if row.day >= first),
        _hours(row for row in found if row.day >= first_of_hours),
        tuple(date.fromordinal(day) for day in sorted({row.day for row in found})),
    )


def _since(day: date | None) -> Claim:
    return sa.true() if day is None else _ANSWER.day >= day.toordinal()


def _tally(day: int, before: str, rating: int, answers: int, mature: Any, took_ms: Any) -> AnswerTally:
    # PostgreSQL's sums are decimal numbers.
    return AnswerTally(
        date.fromordinal(day), State(before), Rating(rating), answers, int(mature), int(took_ms)
    )


def _hours(rows: Iterable[Any]) -> tuple[HourTally, ...]:
    answers, remembered = [0] * 24, [0] * 24
    for _, _, rating, hour, count, _, _ in rows:
        answers[hour] += count
        remembered[hour] += count if rating > Rating.AGAIN.value else 0
    return tuple(HourTally(hour, answers[hour], remembered[hour]) for hour in range(24) if answers[hour])


def _studied(connection: sa.Connection, learner: str) -> tuple[date, ...]:
    """Return the days in turn, each found by the one after it: the answers of a day are not read."""
    latest = sa.select(sa.func.max(_ANSWER.day).label("day")).where(_ANSWER.learner == learner)
    days = latest.cte("days", recursive=True)
    before = sa.select(sa.func.max(_ANSWER.day)).where(_ANSWER.learner == learner, _ANSWER.day < days.c.day)
    days = days.union_all(sa.select(before.scalar_subquery()).where(days.c.day.is_not(None)))
    found = connection.scalars(sa.select(days.c.day).where(days.c.day.is_not(None)))
    return tuple(sorted(map(date.fromordinal, found)))
