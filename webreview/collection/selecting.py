"""The cards and notes that a change of many is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from cards.model import Note
from webreview.collection import codec, learners, schedules, tables
from webreview.collection.conditions import Conditions
from webreview.collection.finding import kept_and
from webreview.collection.store import Collection
from webreview.search.query import Query

_SCHEDULE = tables.schedule.c
_NOTE = tables.note.c
_TAG = tables.note_tag.c


@dataclass(frozen=True, slots=True)
class Selection:
    """Ids of cards, and of their notes, each once, in the order in which they were added."""

    cards: tuple[str, ...]
    notes: tuple[str, ...]


def select(collection: Collection, learner: str, query: Query, *, now: datetime) -> Selection:
    """Return all kept cards that the query asks for, with their notes."""
    with collection.reading() as connection:
        settings = learners.settings_in(connection, learner)
        asked = kept_and(Conditions(connection, learner, settings, now).of(query), connection, learner)
        in_order = sa.select(_SCHEDULE.card, _SCHEDULE.note).where(asked)
        rows = connection.execute(in_order.order_by(_SCHEDULE.position, _SCHEDULE.place)).all()
    return Selection(tuple(row.card for row in rows), tuple(dict.fromkeys(row.note for row in rows)))


def notes(collection: Collection, learner: str, ids: Sequence[str]) -> tuple[Note, ...]:
    """Return the notes with these ids."""
    found: list[Note] = []
    with collection.reading() as connection:
        for batch in schedules.batches(ids):
            payloads = sa.select(_NOTE.payload).where(_NOTE.learner == learner, _NOTE.id.in_(batch))
            found += map(codec.note_from, connection.scalars(payloads))
    return tuple(found)


def tags(collection: Collection, learner: str) -> tuple[str, ...]:
    """Return every tag that a note of the learner has, in order."""
    with collection.reading() as connection:
        known = sa.select(_TAG.tag).where(_TAG.learner == learner).distinct().order_by(_TAG.tag)
        return tuple(connection.scalars(known))
