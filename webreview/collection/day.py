"""What the learner did on a study day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from cards.progress import Answered, Entry, Rating, Undone
from webreview.collection import codec, decks, tables
from webreview.collection.store import Collection
from webreview.review.history import Outcome, outcomes_of

_ENTRY = tables.entry.c
_SCHEDULE = tables.schedule.c
_KINDS = tuple(kind.__name__.lower() for kind in (Answered, Undone))


@dataclass(frozen=True, slots=True)
class Day:
    """Answers that stand, how many of them were not AGAIN, and the time that they took."""

    answers: int
    remembered: int
    took_ms: int


def since(collection: Collection, learner: str, begins: datetime, *, deck: str | None = None) -> Day:
    """Return what was answered from `begins` on, in the deck and those inside it or in all.

    Costs as much as was answered since. Only entries of that time are looked at: an answer to a showing that was
    answered before `begins` is counted here, although it does not count for its card.
    """
    columns = (_ENTRY.id, _ENTRY.kind, _ENTRY.subject, _ENTRY.payload, _ENTRY.happened_at)
    done = (
        sa.select(*columns)
        .where(_ENTRY.learner == learner, _ENTRY.happened_at >= begins, _ENTRY.kind.in_(_KINDS))
        .order_by(_ENTRY.happened_at, _ENTRY.sequence)
    )
    about: dict[str, list[Entry]] = {}
    with collection.reading() as connection:
        if deck is not None:
            within = decks.under(decks.decks_in(connection, learner), deck)
            card = sa.and_(_SCHEDULE.learner == _ENTRY.learner, _SCHEDULE.card == _ENTRY.subject)
            done = done.join(tables.schedule, card).where(_SCHEDULE.deck.in_(within))
        for row in connection.execute(done):
            about.setdefault(row.subject, []).append(codec.entry_from(*row))
    return _added_up([what for entries in about.values() for what in _standing(entries)])


def _standing(entries: list[Entry]) -> list[Answered]:
    outcomes = outcomes_of(entries)
    return [
        entry.what
        for entry in entries
        if isinstance(entry.what, Answered) and outcomes[entry.id] is Outcome.COUNTS
    ]


def _added_up(answers: list[Answered]) -> Day:
    return Day(
        answers=len(answers),
        remembered=sum(answer.rating is not Rating.AGAIN for answer in answers),
        took_ms=sum(answer.took_ms for answer in answers),
    )
