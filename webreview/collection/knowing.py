"""How well the notes of a document are known now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import sqlalchemy as sa

from cards.progress import State
from webreview.collection import learners, tables
from webreview.collection.conditions import retrievability
from webreview.collection.store import Collection
from webreview.review.statistics.tallies import MATURE_DAYS

_SCHEDULE = tables.schedule.c


class Stage(StrEnum):
    """How far a note is: that of its card that is the least far."""

    NEW = "new"
    LEARNING = "learning"
    YOUNG = "young"
    MATURE = "mature"
    SUSPENDED = "suspended"


_ORDER = (Stage.NEW, Stage.LEARNING, Stage.YOUNG, Stage.MATURE, Stage.SUSPENDED)


@dataclass(frozen=True, slots=True)
class Known:
    """A kept note's stage, the number of its cards, and the sum of the chances that they are recalled today."""

    stage: Stage
    cards: int
    chances: float


def of_document(collection: Collection, learner: str, document: str, *, now: datetime) -> dict[str, Known]:
    """Return how well each kept note of the document is known, by its id."""
    with collection.reading() as connection:
        settings = learners.settings_in(connection, learner)
        chance = sa.func.coalesce(retrievability(settings, now), 0.0)
        rows = connection.execute(
            sa.select(_SCHEDULE.note, _SCHEDULE.state, _SCHEDULE.suspended, _SCHEDULE.interval_days, chance)
            .join(
                tables.note,
                sa.and_(tables.note.c.learner == _SCHEDULE.learner, tables.note.c.id == _SCHEDULE.note),
            )
            .where(tables.note.c.learner == learner, tables.note.c.document == document, _SCHEDULE.kept)
        )
        known: dict[str, Known] = {}
        for note, state, suspended, interval, recalled in rows:
            stage = _stage(state, suspended, interval)
            before = known.get(note, Known(stage, 0, 0.0))
            least = min(before.stage, stage, key=_ORDER.index)
            known[note] = Known(least, before.cards + 1, before.chances + recalled)
        return known


def _stage(state: str, suspended: bool, interval: int | None) -> Stage:
    if suspended:
        return Stage.SUSPENDED
    if state == State.REVIEW.value:
        return Stage.MATURE if (interval or 0) >= MATURE_DAYS else Stage.YOUNG
    return Stage.NEW if state == State.NEW.value else Stage.LEARNING
