"""The queue as a review page takes it: the next cards, what is left, and what was done today."""

from __future__ import annotations

from datetime import datetime

from pydantic import BaseModel

from webreview.collection import cramming, day, learners, study
from webreview.desk import Desk
from webreview.pages.interface import Interface
from webreview.pages.place import Place
from webreview.pages.showing import Shown, shown
from webreview.review import days
from webreview.review.queue import Counts
from webreview.search import parse

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
    desk: Desk, interface: Interface, place: Place, *, first: str | None = None, limit: int = CARDS_AHEAD
) -> Sitting:
    """Return what there is to study now; the card `first`, if named, comes before all others."""
    now = desk.now()
    settings = learners.settings(desk.collection, desk.learner)
    begun = days.day_start(now, settings)
    if place.search:
        session, done = _searched(desk, place, place.since or begun, limit, now)
    else:
        deck = place.deck or None
        session = study.session(desk.collection, desk.learner, now=now, deck=deck, limit=limit)
        done = day.since(desk.collection, desk.learner, begun, deck=deck).answers
    showings = list(session.showings)
    if first is not None:
        before = study.showing(desk.collection, desk.learner, first, now=now)
        showings = [before, *(other for other in showings if other.card.id != first)]
    return Sitting(
        cards=tuple(shown(one, now=now, settings=settings, interface=interface) for one in showings),
        counts=session.counts,
        done=done,
        next_learning=session.next_learning,
        day_ends=days.next_day_start(now, settings),
    )


def _searched(
    desk: Desk, place: Place, since: datetime, limit: int, now: datetime
) -> tuple[study.Session, int]:
    left = cramming.left(desk.collection, desk.learner, parse(place.search), since=since, now=now)
    showings = study.showings(desk.collection, desk.learner, left.cards[:limit], now=now)
    return study.Session(showings, left.counts, None), left.done
