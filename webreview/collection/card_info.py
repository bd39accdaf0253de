"""Everything that is known of one card: where it stands, what was done to it, where it came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from cards.model import Card, Note, cards_of
from cards.progress import Entry, Memory
from webreview.collection import codec, learners, schedules, tables
from webreview.collection.schedule_rows import memory_of
from webreview.collection.store import Collection
from webreview.errors import NotInCollectionError
from webreview.review import schedule
from webreview.review.history import Decision, Outcome, outcomes_of

_SCHEDULE = tables.schedule.c
_NOTE = tables.note.c
_DECK = tables.deck.c

_CARD = (
    sa.select(
        tables.schedule,
        _NOTE.payload,
        _NOTE.document,
        _NOTE.decision,
        _NOTE.added_at,
        _DECK.name.label("deck_name"),
    )
    .join(tables.note, sa.and_(_NOTE.learner == _SCHEDULE.learner, _NOTE.id == _SCHEDULE.note))
    .join(tables.deck, sa.and_(_DECK.learner == _SCHEDULE.learner, _DECK.id == _SCHEDULE.deck))
    .where(_SCHEDULE.learner == sa.bindparam("of_learner"), _SCHEDULE.card == sa.bindparam("of_card"))
)


@dataclass(frozen=True, slots=True)
class CardInfo:
    """A card with its note, its deck's name and its whole log.

    `memory` is None while it is new, and `retrievability` the chance, 0 to 1, that it is recalled today (0 for a new
    card). `entries` are in the order in which they happened, each with what it comes to.
    """

    card: Card
    note: Note
    decision: Decision
    deck: str
    document: str
    added_at: datetime
    memory: Memory | None
    retrievability: float
    suspended: bool
    buried_until: datetime | None
    flag: int
    entries: tuple[tuple[Entry, Outcome], ...]


def get(collection: Collection, learner: str, card: str, *, now: datetime) -> CardInfo:
    """Return what is known of the card at `now`; raise NotInCollectionError if there is none of that id."""
    with collection.reading() as connection:
        settings = learners.settings_in(connection, learner)
        row = connection.execute(_CARD, {"of_learner": learner, "of_card": card}).first()
        if row is None:
            raise NotInCollectionError(f"the collection has no card {card!r}")
        entries = schedules.entries_in(connection, learner, [card])[card]
    outcomes = outcomes_of(entries)
    note, memory = codec.note_from(row.payload), memory_of(row)
    return CardInfo(
        card=next(one for one in cards_of(note) if one.id == card),
        note=note,
        decision=Decision(row.decision),
        deck=row.deck_name,
        document=row.document or "",
        added_at=row.added_at,
        memory=memory,
        retrievability=schedule.retrievability(memory, now=now, settings=settings) if memory else 0.0,
        suspended=row.suspended,
        buried_until=row.buried_until,
        flag=row.flag,
        entries=tuple((entry, outcomes[entry.id]) for entry in entries),
    )
