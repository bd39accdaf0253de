"""What a study day keeps back: cards beyond its limits, siblings that wait, buried cards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from cards.progress import State
from webreview.collection import decks, learners, tables
from webreview.collection.store import Collection
from webreview.review import days

_SCHEDULE = tables.schedule.c


@dataclass(frozen=True, slots=True)
class Hidden:
    """How many cards are new, are due today, and are buried until a later study day; whether shown or not."""

    new: int
    due: int
    buried: tuple[str, ...]


def of_today(collection: Collection, learner: str, *, now: datetime, deck: str | None = None) -> Hidden:
    """Return what there is beside the queue, in the deck and those inside it or in all decks.

    When the queue is empty, all of it is kept back.
    """
    with collection.reading() as connection:
        settings = learners.settings_in(connection, learner)
        ends = days.next_day_start(now, settings)
        ours = [_SCHEDULE.learner == learner, _SCHEDULE.active]
        if deck is not None:
            ours.append(_SCHEDULE.deck.in_(decks.under(decks.decks_in(connection, learner), deck)))
        free = sa.or_(_SCHEDULE.buried_until.is_(None), _SCHEDULE.buried_until <= now)
        counted = sa.select(sa.func.count()).select_from(tables.schedule).where(*ours, free)
        new = connection.scalar(counted.where(_SCHEDULE.state == State.NEW.value))
        due = connection.scalar(counted.where(_SCHEDULE.state == State.REVIEW.value, _SCHEDULE.due < ends))
        buried = connection.scalars(
            sa.select(_SCHEDULE.card).where(*ours, _SCHEDULE.buried_until > now).order_by(_SCHEDULE.position)
        ).all()
    return Hidden(new or 0, due or 0, tuple(buried))
