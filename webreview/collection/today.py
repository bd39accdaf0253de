"""What is left of a study day: the cards that it still shows, under the day's limits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

import sqlalchemy as sa

from webreview.collection import tables, waiting
from webreview.review import queue
from webreview.review.queue import Counts, Done, Waiting
from webreview.settings import Settings

# Rows fetched at a time where no limit says how many are wanted, and at least; the first piece is usually enough.
_PIECE = 256
_LEAST_PIECE = 16

_SCHEDULE = tables.schedule.c

# What every card shown runs is built once: SQLAlchemy takes longer to build a statement than SQLite to run it.
_DECKS: sa.BindParameter[list[str]] = sa.bindparam("decks", expanding=True)

_ANSWERED = sa.select(
    _SCHEDULE.note,
    _SCHEDULE.deck,
    waiting.INTRODUCED.label("introduced"),
    waiting.REVIEWED.label("reviewed"),
    waiting.AGAIN.label("again"),
).where(waiting.OF_LEARNER, waiting.ANSWERED)
_WAITING = sa.select(_SCHEDULE.card, _SCHEDULE.note, _SCHEDULE.place).where(waiting.OF_LEARNER, waiting.WAITS)
_LEARNING = (
    _WAITING.add_columns(_SCHEDULE.due).where(waiting.LEARNING).order_by(_SCHEDULE.due, _SCHEDULE.shuffle)
)
_REVIEWS = _WAITING.where(waiting.REVIEW).order_by(_SCHEDULE.due, _SCHEDULE.shuffle)
_NEW = _WAITING.where(waiting.NEW).order_by(_SCHEDULE.position, _SCHEDULE.place)
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
        self._asked = waiting.asked(learner, settings, now)
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
        reviews = self._first(_REVIEWS, decks, queue.most_reviews(done, settings), hidden)
        if hidden is not None:
            hidden |= {card.note for card in reviews}
        most = queue.most_new(done, settings, reviews=len(reviews))
        return Today(learning, reviews, self._first(_NEW, decks, most, hidden), done)

    def _done(self, decks: Sequence[str] | None) -> Done:
        here = [row for row in self._answered if decks is None or row.deck in decks]
        return Done(
            new=sum(bool(row.introduced) for row in here), review=sum(bool(row.reviewed) for row in here)
        )

    def _first(
        self, cards_of: sa.Select[Any], decks: Sequence[str] | None, most: int | None, hidden: set[str] | None
    ) -> tuple[Waiting, ...]:
        """Return the first `most` cards; one of each note and none of the hidden notes, unless `hidden` is None."""
        if most == 0:
            return ()
        asked = self._asked if decks is None else {**self._asked, "decks": decks}
        statement = cards_of if decks is None else _IN_DECKS[cards_of]
        piece = _PIECE if most is None else max(most, _LEAST_PIECE)
        rows = self._connection.execute(statement, asked, execution_options={"yield_per": piece})
        cards: Iterator[Waiting] = (Waiting(*row) for row in rows)
        if hidden is not None:
            cards = queue.one_of_each_note(cards, hidden)
        found = tuple(islice(cards, most))
        rows.close()
        return found
