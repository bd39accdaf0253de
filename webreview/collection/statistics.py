"""What statistics are made of: answers and cards of a scope, counted by the database."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from cards.progress import State
from webreview.collection import answer_counts, learners, tables
from webreview.collection.conditions import Claim, Conditions, of_learner, retrievability
from webreview.collection.finding import kept_and
from webreview.collection.store import Collection
from webreview.review import days
from webreview.review.history import Decision
from webreview.review.statistics.tallies import (
    MATURE_DAYS,
    AnswerTally,
    CardStates,
    CardTallies,
    DocumentTally,
    HourTally,
    Pile,
    WriterTally,
)
from webreview.search.query import Everything, Measure, Query
from webreview.settings import Settings

_SCHEDULE = tables.schedule.c
_INDEX = tables.note_index.c
_NOTE = tables.note.c
_DOCUMENT = tables.document.c

_COUNT = sa.func.count()


@dataclass(frozen=True, slots=True)
class Figures:
    """All that is counted for a scope: answers and their hours since a study day, every day with an answer, cards,
    notes added."""

    answers: tuple[AnswerTally, ...]
    hours: tuple[HourTally, ...]
    studied: tuple[date, ...]
    cards: CardTallies
    added: tuple[tuple[date, int], ...]


def figures(
    collection: Collection,
    learner: str,
    query: Query,
    *,
    since: date | None,
    hours_since: date | None,
    now: datetime,
) -> Figures:
    """Return the figures of the kept cards that the query asks for; answers from the study day `since` on, their
    hours from `hours_since` on.

    Costs as much as there are answers since that day for everything, as many as its cards have for other scopes.
    """
    with collection.reading() as connection:
        settings = learners.settings_in(connection, learner)
        conditions = Conditions(connection, learner, settings, now)
        cards = kept_and(conditions.of(query), connection, learner)
        if isinstance(query, Everything):
            given = answer_counts.of_everything(connection, learner, since, hours_since)
        else:
            given = answer_counts.of_cards(connection, cards, since, hours_since)
        return Figures(
            answers=given.answers,
            hours=given.hours,
            studied=given.studied,
            cards=_cards(connection, cards, conditions, settings, now),
            added=_added(connection, learner, cards, settings),
        )


def of_documents(collection: Collection, learner: str, *, now: datetime) -> tuple[DocumentTally, ...]:
    """Return how much is known of each document that kept cards were made from, the last added first."""
    with collection.reading() as connection:
        settings = learners.settings_in(connection, learner)
        known = sa.func.coalesce(sa.func.sum(retrievability(settings, now)), 0.0)
        counted = connection.execute(
            sa.select(_SCHEDULE.document, _COUNT, known)
            .where(kept_and(_SCHEDULE.document.is_not(None), connection, learner))
            .group_by(_SCHEDULE.document)
        )
        found = {document: (cards, float(sum_)) for document, cards, sum_ in counted}
        named = connection.execute(
            sa.select(_DOCUMENT.id, _DOCUMENT.name)
            .where(_DOCUMENT.learner == learner)
            .order_by(_DOCUMENT.added_at.desc(), _DOCUMENT.name)
        )
        return tuple(DocumentTally(row.id, row.name, *found[row.id]) for row in named if row.id in found)


def of_writers(collection: Collection, learner: str) -> tuple[WriterTally, ...]:
    """Return what was decided on each writer's notes, the writer with most notes first; deleted ones were kept."""
    with collection.reading() as connection:
        ours = of_learner(connection, tables.note_index, learner)
        rows = connection.execute(sa.select(_INDEX.writer, _COUNT).where(ours).group_by(_INDEX.writer))
        total = {str(row[0]): int(row[1]) for row in rows}
        # Most notes are accepted: the others are counted, along an index.
        others = connection.execute(
            sa.select(_INDEX.writer, _NOTE.decision, _COUNT)
            .join(tables.note_index, sa.and_(_INDEX.learner == _NOTE.learner, _INDEX.note == _NOTE.id))
            .where(
                _NOTE.learner == learner,
                _NOTE.decision.in_([Decision.OPEN.value, Decision.REJECTED.value]),
            )
            .group_by(_INDEX.writer, _NOTE.decision)
        )
        counts = {(writer, decision): count for writer, decision, count in others}
    tallies = []
    for writer, notes in sorted(total.items(), key=lambda one: (-one[1], one[0])):
        rejected = counts.get((writer, Decision.REJECTED.value), 0)
        open_ones = counts.get((writer, Decision.OPEN.value), 0)
        tallies.append(WriterTally(writer, notes - rejected - open_ones, rejected, open_ones))
    return tuple(tallies)


def _cards(
    connection: sa.Connection, ours: Claim, conditions: Conditions, settings: Settings, now: datetime
) -> CardTallies:
    learned = sa.and_(ours, _SCHEDULE.state != State.NEW.value)
    due = sa.and_(learned, sa.not_(_SCHEDULE.suspended))
    states, intervals = _states(connection, ours)
    chances, known = _chances(connection, learned, settings, now)
    return CardTallies(
        states=states,
        due=_piles(connection, conditions.measured(Measure.DUE), due),
        intervals=intervals,
        stabilities=_piles(connection, sa.func.floor(_SCHEDULE.stability), learned),
        difficulties=_piles(connection, sa.func.floor((_SCHEDULE.difficulty - 1) / 9 * 10), learned),
        chances=chances,
        known=known,
    )


def _states(connection: sa.Connection, ours: Claim) -> tuple[CardStates, tuple[Pile, ...]]:
    """Return the cards by what they are, and those in Review by their intervals."""
    parts = (_SCHEDULE.state, _SCHEDULE.suspended, _SCHEDULE.interval_days)
    counts: Counter[str] = Counter()
    intervals: Counter[int] = Counter()
    for state, suspended, interval, cards in connection.execute(
        sa.select(*parts, _COUNT).where(ours).group_by(*parts)
    ):
        if state == State.REVIEW.value:
            intervals[interval] += cards
        if suspended:
            name = "suspended"
        elif state == State.REVIEW.value:
            name = "mature" if interval >= MATURE_DAYS else "young"
        else:
            name = "new" if state == State.NEW.value else "learning"
        counts[name] += cards
    return CardStates(**counts), tuple(Pile(days, cards) for days, cards in sorted(intervals.items()))


def _chances(
    connection: sa.Connection, learned: Claim, settings: Settings, now: datetime
) -> tuple[tuple[Pile, ...], float]:
    """Return the cards by tenths of their chance of recall, and the sum of the chances."""
    chance = retrievability(settings, now)
    tenth = sa.func.floor(chance * 10).label("tenth")
    found = connection.execute(
        sa.select(tenth, _COUNT, sa.func.sum(chance)).where(learned).group_by("tenth")
    ).all()
    piles = sorted((Pile(int(row[0]), row[1]) for row in found), key=lambda pile: pile.value)
    return tuple(piles), float(sum(row[2] for row in found))


def _piles(connection: sa.Connection, value: sa.ColumnElement[Any], ours: Claim) -> tuple[Pile, ...]:
    found = connection.execute(sa.select(value.label("value"), _COUNT).where(ours).group_by("value"))
    return tuple(sorted((Pile(int(at), cards) for at, cards in found), key=lambda pile: pile.value))


def _added(
    connection: sa.Connection, learner: str, cards: Claim, settings: Settings
) -> tuple[tuple[date, int], ...]:
    """Return how many notes were added on each study day."""
    asked = (
        sa.select(_INDEX.added_at, _COUNT)
        .where(of_learner(connection, tables.note_index, learner))
        .where(_INDEX.position.in_(sa.select(_SCHEDULE.position).where(cards)))
        .group_by(_INDEX.added_at)
    )
    added: Counter[date] = Counter()
    for at, notes in connection.execute(asked):
        added[days.study_day(at, settings)] += notes
    return tuple(sorted(added.items()))
