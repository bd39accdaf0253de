"""What the learner kept and rejected of each writer's notes."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import sqlalchemy as sa

from cards.progress import Accepted, Rejected
from webreview.collection import codec, learners, tables
from webreview.collection.store import Collection
from webreview.review.history import Decision
from webreview.review.leanings import Tally

_NOTE = tables.note.c
_OTHER = tables.note.alias("other").c
_INDEX = tables.note_index.c
_ENTRY = tables.entry.c

_DECIDED = (Decision.ACCEPTED.value, Decision.REJECTED.value)
_KINDS = (codec.kind_of(Accepted("")), codec.kind_of(Rejected("")))


def tallies(collection: Collection, learner: str) -> dict[str, Tally]:
    """Return how many notes of each writer were kept and rejected, the busiest writer first.

    Notes of the learner's own hand are no writer's. Only documents of which something was rejected count: elsewhere
    all was kept unseen, as `kapian add` does it. Of those, what was decided since the last `forget`.
    """
    since = learners.habits(collection, learner).leanings_since
    sifted = sa.select(_OTHER.document).where(
        _OTHER.learner == learner, _OTHER.decision == Decision.REJECTED.value
    )
    asked = (
        sa.select(_INDEX.writer, _NOTE.decision, sa.func.count().label("notes"))
        .join(tables.note, sa.and_(_NOTE.learner == _INDEX.learner, _NOTE.id == _INDEX.note))
        .where(_INDEX.learner == learner, _NOTE.decision.in_(_DECIDED), _INDEX.writer != "learner")
        .where(_NOTE.document.in_(sifted))
        .group_by(_INDEX.writer, _NOTE.decision)
    )
    if since is not None:
        decided = sa.select(_ENTRY.subject).where(
            _ENTRY.learner == learner, _ENTRY.kind.in_(_KINDS), _ENTRY.happened_at > since
        )
        asked = asked.where(_NOTE.id.in_(decided))
    counts: dict[str, dict[str, int]] = {}
    with collection.reading() as connection:
        for writer, decision, number in connection.execute(asked):
            counts.setdefault(writer, {})[decision] = number
    found = {
        writer: Tally(*(by_decision.get(decision, 0) for decision in _DECIDED))
        for writer, by_decision in counts.items()
    }
    return dict(sorted(found.items(), key=lambda one: (-one[1].kept - one[1].rejected, one[0])))


def forget(collection: Collection, learner: str, *, now: datetime) -> None:
    """Let only decisions from now on say which writers the learner likes; the decisions themselves stay."""
    habits = learners.habits(collection, learner)
    learners.change_habits(collection, learner, replace(habits, leanings_since=now))
