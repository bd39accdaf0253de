"""What to study now: the next cards with what each button would give, and how many are left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

import sqlalchemy as sa

from cards.model import Card, Note, cards_of
from cards.progress import Memory, Rating, State
from webreview.collection import codec, decks, learners, tables
from webreview.collection.schedule_rows import memory_of
from webreview.collection.store import Collection
from webreview.errors import NotInCollectionError
from webreview.review import days, queue, schedule
from webreview.review.queue import Counts, Done, Waiting
from webreview.settings import Settings

_SCHEDULE = tables.schedule.c
_NOTE = tables.note.c
_LEARNING = (State.LEARNING.value, State.RELEARNING.value)

# Rows fetched at a time; the first piece is usually enough.
_PIECE = 256


@dataclass(frozen=True, slots=True)
class Showing:
    """A card as it is put to the learner.

    `deck` and `document` are ids (`document` is empty for a note without one). `memory` is None for a new
    card. `futures` is what each button makes of the card if pressed now: its `due` is what an answer promises.
    `seen` goes into the answer, which counts for this showing only.
    """

    card: Card
    note: Note
    deck: str
    document: str
    memory: Memory | None
    futures: dict[Rating, Memory]
    seen: int


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
        today = _today(connection, learner, within, settings, now)
        order = queue.in_order(
            today.learning,
            today.reviews,
            today.new,
            done=today.done,
            now=now,
            learn_ahead=settings.learn_ahead,
        )
        showings = _showings(connection, learner, [card.card for card in order[:limit]], settings, now)
    later = [card.due for card in today.learning if card.due and card.due > now + settings.learn_ahead]
    return Session(showings, _counts(today, settings, now), min(later, default=None))


def showing(collection: Collection, learner: str, card: str, *, now: datetime) -> Showing:
    """Return the card as it would be shown now, whether it is due or not."""
    with collection.reading() as connection:
        settings = learners.settings_in(connection, learner)
        found = _showings(connection, learner, [card], settings, now)
    if not found:
        raise NotInCollectionError(f"the collection has no card {card!r}")
    return found[0]


def counts(collection: Collection, learner: str, *, now: datetime) -> dict[str, Counts]:
    """Return what is left today in each deck, by its id; a deck counts those inside it too."""
    with collection.reading() as connection:
        settings = learners.settings_in(connection, learner)
        known = decks.decks_in(connection, learner)
        return {
            deck.id: _counts(
                _today(connection, learner, decks.under(known, deck.id), settings, now), settings, now
            )
            for deck in known
        }


@dataclass(frozen=True, slots=True)
class _Today:
    """The cards that this study day still shows, each sequence in its own order, and what was done of it."""

    learning: tuple[Waiting, ...]
    reviews: tuple[Waiting, ...]
    new: tuple[Waiting, ...]
    done: Done


def _today(
    connection: sa.Connection, learner: str, within: tuple[str, ...] | None, settings: Settings, now: datetime
) -> _Today:
    """Return what is left of the study day in these decks, in all for None.

    Costs as much as the daily limits allow, not as much as the collection holds.
    """
    begins, ends = days.day_start(now, settings), days.next_day_start(now, settings)
    answered = connection.execute(
        sa.select(_SCHEDULE.note, _SCHEDULE.deck, _SCHEDULE.introduced, _SCHEDULE.reviewed).where(
            _SCHEDULE.learner == learner, _SCHEDULE.last_review >= begins
        )
    ).all()
    here = [row for row in answered if within is None or row.deck in within]
    done = Done(
        new=sum(row.introduced >= begins for row in here),
        review=sum(row.reviewed is not None and row.reviewed >= begins for row in here),
    )
    awake = sa.or_(_SCHEDULE.buried_until.is_(None), _SCHEDULE.buried_until <= now)
    waiting = sa.select(_SCHEDULE.card, _SCHEDULE.note, _SCHEDULE.place, _SCHEDULE.due).where(
        _SCHEDULE.learner == learner, _SCHEDULE.active, awake
    )
    if within is not None:
        waiting = waiting.where(_SCHEDULE.deck.in_(within))
    in_learning = waiting.where(_SCHEDULE.state.in_(_LEARNING), _SCHEDULE.due < ends)
    in_review = waiting.where(_SCHEDULE.state == State.REVIEW.value, _SCHEDULE.due < ends)
    still_new = waiting.where(_SCHEDULE.state == State.NEW.value)

    learning = _first(connection, in_learning.order_by(_SCHEDULE.due, _SCHEDULE.shuffle), None, None)
    # None stands for "every card counts for itself".
    hidden = (
        {row.note for row in answered} | {card.note for card in learning} if settings.bury_siblings else None
    )
    room = max(0, settings.reviews_a_day - done.review - done.new)
    reviews = _first(connection, in_review.order_by(_SCHEDULE.due, _SCHEDULE.shuffle), room, hidden)
    if hidden is not None:
        hidden |= {card.note for card in reviews}
    # New cards become reviews, so Anki lets them into the limit of reviews only.
    room = max(0, min(settings.new_a_day - done.new, room - len(reviews)))
    new = _first(connection, still_new.order_by(_SCHEDULE.position, _SCHEDULE.place), room, hidden)
    return _Today(learning, reviews, new, done)


def _first(
    connection: sa.Connection,
    waiting: sa.Select[str, str, int, datetime | None],
    most: int | None,
    hidden: set[str] | None,
) -> tuple[Waiting, ...]:
    """Return the first `most` cards; one of each note and none of the hidden notes, unless `hidden` is None."""
    if most == 0:
        return ()
    rows = connection.execute(waiting.execution_options(yield_per=_PIECE))
    cards: Iterator[Waiting] = (Waiting(*row) for row in rows)
    if hidden is not None:
        cards = queue.one_of_each_note(cards, hidden)
    found = tuple(islice(cards, most))
    rows.close()
    return found


def _counts(today: _Today, settings: Settings, now: datetime) -> Counts:
    soon = now + settings.learn_ahead
    learning = sum(card.due is not None and card.due <= soon for card in today.learning)
    return Counts(new=len(today.new), learning=learning, review=len(today.reviews))


def _showings(
    connection: sa.Connection, learner: str, cards: list[str], settings: Settings, now: datetime
) -> tuple[Showing, ...]:
    rows = connection.execute(
        sa.select(tables.schedule, _NOTE.payload, _NOTE.document)
        .join(tables.note, sa.and_(_NOTE.learner == _SCHEDULE.learner, _NOTE.id == _SCHEDULE.note))
        .where(_SCHEDULE.learner == learner, _SCHEDULE.card.in_(cards))
    )
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
    )
