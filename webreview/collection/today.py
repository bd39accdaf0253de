"""What is left of a study day: the cards that it still shows, under the day's limits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

import sqlalchemy as sa

from cards.progress import State
from webreview.collection import tables
from webreview.review import days, queue
from webreview.review.queue import Counts, Done, Waiting
from webreview.settings import Settings

# Rows fetched at a time where no limit says how many are wanted, and at least; the first piece is usually enough.
_PIECE = 256
_LEAST_PIECE = 16

_SCHEDULE = tables.schedule.c

# What every card shown runs is built once: SQLAlchemy takes longer to build a statement than SQLite to run it.
_OF_LEARNER = _SCHEDULE.learner == sa.bindparam("of_learner")
_BEGINS, _ENDS, _NOW = (sa.bindparam(name, type_=tables.Instant()) for name in ("begins", "ends", "now"))
_DECKS: sa.BindParameter[list[str]] = sa.bindparam("decks", expanding=True)

_ANSWERED = sa.select(
    _SCHEDULE.note,
    _SCHEDULE.deck,
    (_SCHEDULE.introduced >= _BEGINS).label("introduced"),
    (_SCHEDULE.reviewed >= _BEGINS).label("reviewed"),
    # A card that the learner set due today again is asked for itself, and hides nothing.
    sa.and_(_SCHEDULE.state == State.REVIEW.value, _SCHEDULE.due < _ENDS).label("again"),
).where(_OF_LEARNER, _SCHEDULE.last_review >= _BEGINS)
_WAITING = sa.select(_SCHEDULE.card, _SCHEDULE.note, _SCHEDULE.place).where(
    _OF_LEARNER, _SCHEDULE.active, sa.or_(_SCHEDULE.buried_until.is_(None), _SCHEDULE.buried_until <= _NOW)
)
_LEARNING = (
    _WAITING.add_columns(_SCHEDULE.due)
    .where(_SCHEDULE.state.in_((State.LEARNING.value, State.RELEARNING.value)), _SCHEDULE.due < _ENDS)
    .order_by(_SCHEDULE.due, _SCHEDULE.shuffle)
)
_REVIEWS = _WAITING.where(_SCHEDULE.state == State.REVIEW.value, _SCHEDULE.due < _ENDS).order_by(
    _SCHEDULE.due, _SCHEDULE.shuffle
)
_NEW = _WAITING.where(_SCHEDULE.state == State.NEW.value).order_by(_SCHEDULE.position, _SCHEDULE.place)
_IN_DECKS = {
    statement: statement.where(_SCHEDULE.deck.in_(_DECKS)) for statement in (_LEARNING, _REVIEWS, _NEW)
}


@dataclass(frozen=True, slots=True)
class Today:
    """The cards that this study day still shows, each sequence in its own order, and what was done of it."""

    learning: tuple[Waiting, ...]
    reviews: tuple[Waiting, ...]
    new: tuple[Waiting, ...]
    done: Done

    def order(self, settings: Settings, now: datetime) -> tuple[Waiting, ...]:
        """Return the cards to show now, first to be shown first."""
        return queue.in_order(
            self.learning, self.reviews, self.new, done=self.done, now=now, learn_ahead=settings.learn_ahead
        )

    def counts(self, settings: Settings, now: datetime) -> Counts:
        """Return how many of them are left to show now."""
        soon = now + settings.learn_ahead
        learning = sum(card.due is not None and card.due <= soon for card in self.learning)
        return Counts(new=len(self.new), learning=learning, review=len(self.reviews))


class Day:
    """A learner's study day as the collection has it now; what was answered is read once for all decks."""

    def __init__(self, connection: sa.Connection, learner: str, settings: Settings, now: datetime) -> None:
        self._connection = connection
        self._settings = settings
        self._asked = {
            "of_learner": learner,
            "begins": days.day_start(now, settings),
            "ends": days.next_day_start(now, settings),
            "now": now,
        }
        self._answered = connection.execute(_ANSWERED, self._asked).all()

    def left(self, decks: tuple[str, ...] | None) -> Today:
        """Return what is left of the day in these decks, in all for None.

        Costs as much as the daily limits allow, not as much as the collection holds.
        """
        settings = self._settings
        done = self._done(decks)
        learning = self._first(_LEARNING, decks, None, None)
        # None stands for "every card counts for itself".
        hidden: set[str] | None = None
        if settings.bury_siblings:
            hidden = {row.note for row in self._answered if not row.again} | {card.note for card in learning}
        room = max(0, settings.reviews_a_day - done.review - done.new)
        reviews = self._first(_REVIEWS, decks, room, hidden)
        if hidden is not None:
            hidden |= {card.note for card in reviews}
        # New cards become reviews, so Anki lets them into the limit of reviews only.
        room = max(0, min(settings.new_a_day - done.new, room - len(reviews)))
        return Today(learning, reviews, self._first(_NEW, decks, room, hidden), done)

    def _done(self, decks: Sequence[str] | None) -> Done:
        here = [row for row in self._answered if decks is None or row.deck in decks]
        return Done(
            new=sum(bool(row.introduced) for row in here), review=sum(bool(row.reviewed) for row in here)
        )

    def _first(
        self, waiting: sa.Select[Any], decks: Sequence[str] | None, most: int | None, hidden: set[str] | None
    ) -> tuple[Waiting, ...]:
        """Return the first `most` cards; one of each note and none of the hidden notes, unless `hidden` is None."""
        if most == 0:
            return ()
        asked = self._asked if decks is None else {**self._asked, "decks": decks}
        statement = waiting if decks is None else _IN_DECKS[waiting]
        piece = _PIECE if most is None else max(most, _LEAST_PIECE)
        rows = self._connection.execute(statement, asked, execution_options={"yield_per": piece})
        cards: Iterator[Waiting] = (Waiting(*row) for row in rows)
        if hidden is not None:
            cards = queue.one_of_each_note(cards, hidden)
        found = tuple(islice(cards, most))
        rows.close()
        return found
