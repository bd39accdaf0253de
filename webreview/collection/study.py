"""What to study now: the next cards with what each button would give, and how many are left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from cards.model import Card, Note, cards_of
from cards.progress import Memory, Rating
from webreview.collection import codec, deck_tallies, decks, learners, tables
from webreview.collection.deck_tallies import Tally
from webreview.collection.schedule_rows import memory_of
from webreview.collection.store import Collection
from webreview.collection.today import Day
from webreview.errors import NotInCollectionError
from webreview.review import schedule
from webreview.review.queue import Counts
from webreview.settings import Settings

_SCHEDULE = tables.schedule.c
_NOTE = tables.note.c
_SOME: sa.BindParameter[list[str]] = sa.bindparam("some", expanding=True)
_SHOWINGS = (
    sa.select(tables.schedule, _NOTE.payload, _NOTE.document)
    .join(tables.note, sa.and_(_NOTE.learner == _SCHEDULE.learner, _NOTE.id == _SCHEDULE.note))
    .where(_SCHEDULE.learner == sa.bindparam("of_learner"), _SCHEDULE.card.in_(_SOME))
)


@dataclass(frozen=True, slots=True)
class Showing:
    """A card as it is put to the learner.

    `deck` and `document` are ids (`document` is empty for a note without one). `memory` is None for a new
    card. `futures` is what each button makes of the card if pressed now: its `due` is what an answer promises.
    `seen` goes into the answer, which counts for this showing only. `flag` is 0 to 7. A
    card that is `suspended` is shown only when it is asked for by name.
    """

    card: Card
    note: Note
    deck: str
    document: str
    memory: Memory | None
    futures: dict[Rating, Memory]
    seen: int
    flag: int
    suspended: bool


@dataclass(frozen=True, slots=True)
class Session:
    """The next cards, first to be shown first, and how many are left today.

    `next_learning` is the instant at which the next learning card of today comes back that is not among the
    cards to show now; None if there is none.
    """

    showings: tuple[Showing, ...]
    counts: Counts
    next_learning: datetime | None


def session(
    collection: Collection, learner: str, *, now: datetime, deck: str | None = None, limit: int = 10
) -> Session:
    """Return the next `limit` cards to study, of the deck and those inside it or of all decks.

    Limits, burying of siblings and order are Anki's; docs/schedule.md tells them.
    """
    with collection.reading() as connection:
        settings = learners.settings_in(connection, learner)
        within = decks.under(decks.decks_in(connection, learner), deck) if deck is not None else None
        today = Day(connection, learner, settings, now).left(within)
        order = today.order(settings, now)
        showings = _showings(connection, learner, [card.card for card in order[:limit]], settings, now)
    later = [card.due for card in today.learning if card.due and card.due > now + settings.learn_ahead]
    return Session(showings, today.counts(settings, now), min(later, default=None))


def showing(collection: Collection, learner: str, card: str, *, now: datetime) -> Showing:
    """Return the card as it would be shown now, whether it is due or not."""
    with collection.reading() as connection:
        settings = learners.settings_in(connection, learner)
        found = _showings(connection, learner, [card], settings, now)
    if not found:
        raise NotInCollectionError(f"the collection has no card {card!r}")
    return found[0]


def showings(
    collection: Collection, learner: str, cards: Sequence[str], *, now: datetime
) -> tuple[Showing, ...]:
    """Return the cards as they would be shown now, in this order; what the collection does not have is left out."""
    with collection.reading() as connection:
        settings = learners.settings_in(connection, learner)
        return _showings(connection, learner, list(cards), settings, now)


def counts(collection: Collection, learner: str, *, now: datetime) -> dict[str, Counts]:
    """Return what is left today in each deck, by its id; a deck counts those inside it too."""
    with collection.reading() as connection:
        settings = learners.settings_in(connection, learner)
        around = decks.around(decks.decks_in(connection, learner))
        tallies = deck_tallies.of_today(connection, learner, settings, now)
    together = dict.fromkeys(around, Tally())
    for deck, tally in tallies.items():
        for outer in around[deck]:
            together[outer] += tally
    return {deck: tally.under_limits(settings) for deck, tally in together.items()}


def _showings(
    connection: sa.Connection, learner: str, cards: list[str], settings: Settings, now: datetime
) -> tuple[Showing, ...]:
    rows = connection.execute(_SHOWINGS, {"of_learner": learner, "some": cards})
    found = {row.card: _showing(row, settings, now) for row in rows}
    return tuple(found[card] for card in cards if card in found)


def _showing(row: sa.Row[Any], settings: Settings, now: datetime) -> Showing:
    note = codec.note_from(row.payload)
    memory = memory_of(row)
    return Showing(
        card=next(card for card in cards_of(note) if card.id == row.card),
        note=note,
        deck=row.deck,
        document=row.document or "",
        memory=memory,
        futures=schedule.preview(memory, card=row.card, now=now, settings=settings),
        seen=row.seen,
        flag=row.flag,
        suspended=row.suspended,
    )
