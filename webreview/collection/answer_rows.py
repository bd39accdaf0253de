"""The rows of answers that count: a cache of the log, a row an answer, so that answers can be added up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from webreview.collection import tables
from webreview.review import days
from webreview.review.history import Given
from webreview.settings import Settings

Row = dict[str, Any]

_ANSWER = tables.answer.c
_PIECE = 900

_OF_LEARNER: sa.BindParameter[str] = sa.bindparam("of_learner")
_SOME: sa.BindParameter[list[str]] = sa.bindparam("some", expanding=True)
_OF_CARDS = sa.and_(_ANSWER.learner == _OF_LEARNER, _ANSWER.card.in_(_SOME))
_ADD = tables.answer.insert()
_FORGET = tables.answer.delete().where(_OF_CARDS)
_KEPT = sa.select(tables.answer).where(_OF_CARDS)


def rows_of(learner: str, answers: Mapping[str, Iterable[Given]], settings: Settings) -> list[Row]:
    """Return the rows of these answers, which are told by card."""
    zone = ZoneInfo(settings.time_zone)
    return [
        {
            "learner": learner,
            "card": card,
            "seen": given.seen,
            "at": given.at,
            "day": days.study_day(given.at, settings).toordinal(),
            "hour": given.at.astimezone(zone).hour,
            "rating": int(given.rating),
            "before": given.before.value,
            "interval_days": given.interval_days,
            "took_ms": given.took_ms,
        }
        for card, all_given in answers.items()
        for given in all_given
    ]


def add(connection: sa.Connection, rows: Sequence[Row]) -> None:
    """Keep rows of answers that have none yet."""
    if rows:
        connection.execute(_ADD, rows)


def forget(connection: sa.Connection, learner: str, cards: Sequence[str]) -> None:
    """Take away all rows of these cards, as many as fit into one statement."""
    connection.execute(_FORGET, {"of_learner": learner, "some": cards})


def stale(
    connection: sa.Connection, learner: str, cards: Sequence[str], expected: Iterable[Row]
) -> Iterator[str]:
    """Yield those of the cards whose rows are not the expected ones."""
    right: dict[str, dict[int, Row]] = {card: {} for card in cards}
    for row in expected:
        right[row["card"]][row["seen"]] = row
    kept: dict[str, dict[int, Row]] = {card: {} for card in cards}
    for start in range(0, len(cards), _PIECE):
        some = cards[start : start + _PIECE]
        for found in connection.execute(_KEPT, {"of_learner": learner, "some": some}):
            kept[found.card][found.seen] = found._asdict()
    yield from (card for card in cards if kept[card] != right[card])
