"""What the learner did on a study day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from cards.progress import Answered, Rating
from webreview.collection import schedules, tables
from webreview.collection.store import Collection
from webreview.review import history
from webreview.review.history import Outcome

_ENTRY = tables.entry.c
_SCHEDULE = tables.schedule.c


@dataclass(frozen=True, slots=True)
class Day:
    """Answers that stand, how many of them were not AGAIN, and the time that they took."""

    answers: int
    remembered: int
    took_ms: int


def since(collection: Collection, learner: str, begins: datetime, *, deck: str | None = None) -> Day:
    """Return what was answered from `begins` on, in the deck or in all; costs as much as was answered."""
    about = sa.select(_ENTRY.subject).where(
        _ENTRY.learner == learner, _ENTRY.happened_at >= begins, _ENTRY.kind == Answered.__name__.lower()
    )
    if deck is not None:
        of_deck = sa.select(_SCHEDULE.card).where(_SCHEDULE.learner == learner, _SCHEDULE.deck == deck)
        about = about.where(_ENTRY.subject.in_(of_deck))
    with collection.reading() as connection:
        subjects = set(connection.scalars(about))
        entries = schedules.entries_in(connection, learner, subjects)
    answers = []
    for about_one in entries.values():
        outcomes = history.outcomes_of(about_one)
        answers += [
            entry.what
            for entry in about_one
            if entry.at >= begins
            and isinstance(entry.what, Answered)
            and outcomes[entry.id] is Outcome.COUNTS
        ]
    return Day(
        answers=len(answers),
        remembered=sum(answer.rating is not Rating.AGAIN for answer in answers),
        took_ms=sum(answer.took_ms for answer in answers),
    )
