"""Cards that a search finds, in an order, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa

from cards.model import Card, Note, cards_of
from cards.progress import Memory
from webreview.collection import codec, learners, tables
from webreview.collection.conditions import Claim, Conditions, of_learner, retrievability
from webreview.collection.schedule_rows import memory_of
from webreview.collection.store import Collection
from webreview.search.query import Query
from webreview.settings import Settings

_SCHEDULE = tables.schedule.c
_NOTE = tables.note.c
_INDEX = tables.note_index.c
_DECK = tables.deck.c

_WORDS = sa.select(_INDEX.words).where(_INDEX.learner == _SCHEDULE.learner, _INDEX.note == _SCHEDULE.note)
_DECK_NAME = sa.select(_DECK.name).where(_DECK.learner == _SCHEDULE.learner, _DECK.id == _SCHEDULE.deck)
_SHOWN = (
    sa.select(tables.schedule, _NOTE.payload, _NOTE.document, _NOTE.added_at)
    .join(tables.note, sa.and_(_NOTE.learner == _SCHEDULE.learner, _NOTE.id == _SCHEDULE.note))
    .where(
        _SCHEDULE.learner == sa.bindparam("of_learner"),
        _SCHEDULE.card.in_(sa.bindparam("some", expanding=True)),
    )
)


class Order(StrEnum):
    """What cards can be sorted by."""

    ADDED = "added"
    QUESTION = "question"
    DECK = "deck"
    STATE = "state"
    DUE = "due"
    INTERVAL = "interval"
    STABILITY = "stability"
    DIFFICULTY = "difficulty"
    RETRIEVABILITY = "retrievability"
    LAPSES = "lapses"
    REPS = "reps"
    ANSWERED = "answered"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class FoundCard:
    """A card as a table shows it.

    `deck` and `document` are ids (`document` is empty for a note without one); `memory` is None for a new card.
    """

    card: Card
    note: Note
    deck: str
    document: str
    memory: Memory | None
    suspended: bool
    buried_until: datetime | None
    flag: int
    added_at: datetime


@dataclass(frozen=True, slots=True)
class Found:
    """How many cards a search finds, and some of them in order."""

    total: int
    cards: tuple[FoundCard, ...]


def find(
    collection: Collection,
    learner: str,
    query: Query,
    *,
    now: datetime,
    order: Order = Order.ADDED,
    descending: bool = False,
    first: int = 0,
    most: int = 100,
) -> Found:
    """Return the number of kept cards that the query asks for, and `most` of them from the number `first` on.

    Cards without the value that they are sorted by come last; equals stay in the order in which they were added.
    """
    with collection.reading() as connection:
        settings = learners.settings_in(connection, learner)
        asked = kept_and(Conditions(connection, learner, settings, now).of(query), connection, learner)
        total = connection.scalar(sa.select(sa.func.count()).select_from(tables.schedule).where(asked)) or 0
        ordered = sa.select(_SCHEDULE.card).where(asked)
        ordered = ordered.order_by(*_by(order, descending, settings, now))
        ids = connection.scalars(ordered.offset(first).limit(most)).all()
        return Found(total, _shown(connection, learner, ids))


def card_ids(collection: Collection, learner: str, query: Query, *, now: datetime) -> tuple[str, ...]:
    """Return the ids of all kept cards that the query asks for, in the order in which they were added."""
    with collection.reading() as connection:
        settings = learners.settings_in(connection, learner)
        asked = kept_and(Conditions(connection, learner, settings, now).of(query), connection, learner)
        ordered = sa.select(_SCHEDULE.card).where(asked).order_by(_SCHEDULE.position, _SCHEDULE.place)
        return tuple(connection.scalars(ordered))


def kept_and(claim: Claim, connection: sa.Connection, learner: str) -> Claim:
    """Return the condition that a card is the learner's, its note kept, and the claim true."""
    return sa.and_(of_learner(connection, tables.schedule, learner), _SCHEDULE.kept, claim)


def _by(order: Order, descending: bool, settings: Settings, now: datetime) -> Sequence[sa.ColumnElement[Any]]:
    added = (_SCHEDULE.position, _SCHEDULE.place)
    if order is Order.ADDED:
        return [sa.desc(column) for column in added] if descending else added
    values: dict[Order, sa.ColumnElement[Any]] = {
        Order.QUESTION: _WORDS.scalar_subquery(),
        Order.DECK: _DECK_NAME.scalar_subquery(),
        Order.STATE: _SCHEDULE.state,
        Order.DUE: _SCHEDULE.due,
        Order.INTERVAL: _SCHEDULE.interval_days,
        Order.STABILITY: _SCHEDULE.stability,
        Order.DIFFICULTY: _SCHEDULE.difficulty,
        Order.RETRIEVABILITY: retrievability(settings, now),
        Order.LAPSES: sa.func.coalesce(_SCHEDULE.lapses, 0),
        Order.REPS: sa.func.coalesce(_SCHEDULE.reps, 0),
        Order.ANSWERED: _SCHEDULE.last_review,
        Order.FLAG: sa.func.nullif(_SCHEDULE.flag, 0),
    }
    value = values[order]
    return (sa.nulls_last(sa.desc(value) if descending else sa.asc(value)), *added)


def _shown(connection: sa.Connection, learner: str, ids: Sequence[str]) -> tuple[FoundCard, ...]:
    rows = connection.execute(_SHOWN, {"of_learner": learner, "some": ids})
    found = {row.card: _found(row) for row in rows}
    return tuple(found[card] for card in ids)


def _found(row: sa.Row[Any]) -> FoundCard:
    note = codec.note_from(row.payload)
    return FoundCard(
        card=next(card for card in cards_of(note) if card.id == row.card),
        note=note,
        deck=row.deck,
        document=row.document or "",
        memory=memory_of(row),
        suspended=row.suspended,
        buried_until=row.buried_until,
        flag=row.flag,
        added_at=row.added_at,
    )
