"""What waits today in each deck, before the day's limits: all decks in one pass over the schedule."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from webreview.collection import tables, waiting
from webreview.review import queue
from webreview.review.queue import Counts, Done
from webreview.settings import Settings

_SCHEDULE = tables.schedule.c
_COUNT = sa.func.count()
_NOTHING = Done(new=0, review=0)


def _number(claim: sa.ColumnElement[bool]) -> sa.ColumnElement[int]:
    return sa.func.sum(sa.case((claim, 1), else_=0))


_DONE = (
    sa.select(_SCHEDULE.deck, _number(waiting.INTRODUCED), _number(waiting.REVIEWED))
    .where(waiting.OF_LEARNER, waiting.ANSWERED)
    .group_by(_SCHEDULE.deck)
)
_LEARNING = (
    sa.select(_SCHEDULE.deck, _COUNT)
    .where(waiting.OF_LEARNER, waiting.WAITS, waiting.LEARNING)
    .where(_SCHEDULE.due <= sa.bindparam("soon", type_=tables.Instant()))
    .group_by(_SCHEDULE.deck)
)
_HIDDEN = sa.union_all(
    sa.select(_SCHEDULE.note).where(waiting.OF_LEARNER, waiting.ANSWERED, sa.not_(waiting.AGAIN)),
    sa.select(_SCHEDULE.note).where(waiting.OF_LEARNER, waiting.WAITS, waiting.LEARNING),
)
_IS_REVIEW = sa.case((waiting.REVIEW, 1), else_=0)


def _cards(of_learner: sa.ColumnElement[bool]) -> sa.Select[str, int, int]:
    """Return how many cards wait in each deck, those in Review and new ones."""
    return (
        sa.select(_SCHEDULE.deck, _IS_REVIEW.label("review"), _COUNT)
        .where(of_learner, waiting.WAITS, sa.or_(waiting.NEW, waiting.REVIEW))
        .group_by(_SCHEDULE.deck, "review")
    )


def _notes(of_learner: sa.ColumnElement[bool]) -> sa.Select[str, int, int]:
    """Return how many notes wait in each deck of which no card hides the others: by a card in Review, by a new one."""
    note = (
        sa.select(_SCHEDULE.deck, sa.func.max(_IS_REVIEW).label("review"))
        .where(of_learner, waiting.WAITS, sa.or_(waiting.NEW, waiting.REVIEW))
        .where(_SCHEDULE.note.not_in(_HIDDEN))
        .group_by(_SCHEDULE.deck, _SCHEDULE.note)
        .subquery()
    )
    return sa.select(note.c.deck, note.c.review, _COUNT).group_by(note.c.deck, note.c.review)


# The plus sign makes SQLite read the table from front to end: an index would lead it all over the file.
_OF_LEARNER = {
    "sqlite": sa.literal_column("+schedule.learner", sa.Text()) == sa.bindparam("of_learner"),
    "postgresql": waiting.OF_LEARNER,
}
_ALL_CARDS = {database: _cards(claim) for database, claim in _OF_LEARNER.items()}
_ONE_OF_EACH_NOTE = {database: _notes(claim) for database, claim in _OF_LEARNER.items()}


@dataclass(frozen=True, slots=True)
class Tally:
    """What waits and what was done in a deck, or in some together; with siblings buried, notes that wait.

    A note is among the `reviews` if one of its cards is due in Review, else among the `new`. Tallies of decks can be
    added up, since siblings lie in one deck.
    """

    learning: int = 0
    reviews: int = 0
    new: int = 0
    done: Done = _NOTHING

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.learning + other.learning,
            self.reviews + other.reviews,
            self.new + other.new,
            Done(new=self.done.new + other.done.new, review=self.done.review + other.done.review),
        )

    def under_limits(self, settings: Settings) -> Counts:
        """Return what is left to show now.

        A review that the limit keeps back hides its new sibling no more, but then no new card is let in anyway: it does
        not matter which reviews are shown.
        """
        reviews = min(self.reviews, queue.most_reviews(self.done, settings))
        new = min(self.new, queue.most_new(self.done, settings, reviews=reviews))
        return Counts(new=new, learning=self.learning, review=reviews)


def of_today(connection: sa.Connection, learner: str, settings: Settings, now: datetime) -> dict[str, Tally]:
    """Return the tally of each deck in which something waits or was done, by its id; decks inside it apart."""
    asked = waiting.asked(learner, settings, now) | {"soon": now + settings.learn_ahead}
    done = {deck: Done(int(new), int(review)) for deck, new, review in connection.execute(_DONE, asked)}
    learning = {str(row[0]): int(row[1]) for row in connection.execute(_LEARNING, asked)}
    by_database = _ONE_OF_EACH_NOTE if settings.bury_siblings else _ALL_CARDS
    left = connection.execute(by_database[connection.dialect.name], asked).all()
    waits = {(str(row[0]), bool(row[1])): int(row[2]) for row in left}
    return {
        deck: Tally(
            learning.get(deck, 0),
            waits.get((deck, True), 0),
            waits.get((deck, False), 0),
            done.get(deck, _NOTHING),
        )
        for deck in {*done, *learning, *(deck for deck, _ in waits)}
    }
