"""The queue as a review page takes it: the next cards, what is left, and what was done today."""

from __future__ import annotations

from datetime import datetime

from pydantic import BaseModel

from webreview.collection import day, learners, study
from webreview.desk import Desk
from webreview.pages.interface import Interface
from webreview.pages.showing import Shown, shown
from webreview.review import days
from webreview.review.queue import Counts

# As many as quick hands answer while one answer travels over a slow network; 20 cards are 45 KB.
CARDS_AHEAD = 20


class Sitting(BaseModel):
    """The next cards, first to be shown first; `done` counts the day's answers.

    `next_learning` is when the next learning card comes back that is not among the cards to show now; `day_ends` when
    the next study day begins, until which cards are buried.
    """

    cards: tuple[Shown, ...]
    counts: Counts
    done: int
    next_learning: datetime | None
    day_ends: datetime


def sitting(
    desk: Desk, interface: Interface, *, deck: str | None, first: str | None = None, limit: int = CARDS_AHEAD
) -> Sitting:
    """Return what there is to study now; the card `first`, if named, comes before all others."""
    now = desk.now()
    settings = learners.settings(desk.collection, desk.learner)
    session = study.session(desk.collection, desk.learner, now=now, deck=deck, limit=limit)
    showings = list(session.showings)
    if first is not None:
        before = study.showing(desk.collection, desk.learner, first, now=now)
        showings = [before, *(other for other in showings if other.card.id != first)]
    today = day.since(desk.collection, desk.learner, days.day_start(now, settings), deck=deck)
    return Sitting(
        cards=tuple(shown(one, now=now, settings=settings, interface=interface) for one in showings),
        counts=session.counts,
        done=today.answers,
        next_learning=session.next_learning,
        day_ends=days.next_day_start(now, settings),
    )
