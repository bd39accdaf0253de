"""Which cards wait on a study day, and which hide their siblings: claims that statements are built of."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa

from cards.progress import State
from webreview.collection import tables
from webreview.review import days
from webreview.settings import Settings

_SCHEDULE = tables.schedule.c
_BEGINS, _ENDS, _NOW = (sa.bindparam(name, type_=tables.Instant()) for name in ("begins", "ends", "now"))

OF_LEARNER = _SCHEDULE.learner == sa.bindparam("of_learner")
WAITS = sa.and_(_SCHEDULE.active, sa.or_(_SCHEDULE.buried_until.is_(None), _SCHEDULE.buried_until <= _NOW))
LEARNING = sa.and_(_SCHEDULE.state.in_((State.LEARNING.value, State.RELEARNING.value)), _SCHEDULE.due < _ENDS)
REVIEW = sa.and_(_SCHEDULE.state == State.REVIEW.value, _SCHEDULE.due < _ENDS)
NEW = _SCHEDULE.state == State.NEW.value

ANSWERED = _SCHEDULE.last_review >= _BEGINS
INTRODUCED = _SCHEDULE.introduced >= _BEGINS
REVIEWED = _SCHEDULE.reviewed >= _BEGINS
# A card that the learner set due today again is asked for itself, and hides nothing.
AGAIN = REVIEW


def asked(learner: str, settings: Settings, now: datetime) -> dict[str, object]:
    """Return the parameters of the claims: the learner, and the study day of `now`."""
    return {
        "of_learner": learner,
        "begins": days.day_start(now, settings),
        "ends": days.next_day_start(now, settings),
        "now": now,
    }
