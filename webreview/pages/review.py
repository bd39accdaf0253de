"""The review page: one card, its answer, four buttons; and the end, when nothing is left.

The page works by forms. Its script takes the queue out of the page and goes on by itself (static/review.js).
"""

from __future__ import annotations

from datetime import UTC, timedelta
from typing import Annotated

from fastapi import APIRouter, Form, Request
from markupsafe import Markup
from starlette.responses import HTMLResponse, RedirectResponse

from cards.progress import Answered, Entry, Practised, Rating, Retagged, Suspended
from webreview.collection import day, decks, hidden, learners, log, study
from webreview.desk import AtDesk, Desk
from webreview.errors import NotInCollectionError
from webreview.pages.actions import FLAGS
from webreview.pages.coming_back import said, to_review, word_of
from webreview.pages.interface import Interface, interface_of
from webreview.pages.intervals import interval_text
from webreview.pages.keys import flag_names, key_meanings, key_names
from webreview.pages.place import Place, PlaceInAddress, PlaceInForm
from webreview.pages.rendering import page
from webreview.pages.showing import LEECH, becomes_leech
from webreview.pages.sitting import Sitting, sitting
from webreview.review import days
from webreview.sent import GestureId, IdOrNothing, Instant, Seen, SubjectId

router = APIRouter(include_in_schema=False)

# Anki's cap: a learner who went for tea did not think for an hour.
LONGEST_TOOK = timedelta(minutes=1)


@router.get("/review")
def show(
    request: Request,
    desk: AtDesk,
    place: PlaceInAddress,
    show: IdOrNothing = "",
    card: IdOrNothing = "",
    word: str = "",
) -> HTMLResponse:
    """Show the next card, or with `card` that one; `show` names a card whose answer is wanted."""
    interface = interface_of(request)
    now = sitting(desk, interface, place, first=show or card or None)
    if not now.cards:
        return _end(request, desk, place, now, word)
    gettext = interface.words.gettext
    habits = learners.habits(desk.collection, desk.learner)
    return page(
        request,
        "review.html",
        place=place,
        deck_name=_name(desk, place, interface),
        shown=now.cards[0],
        # Made by face.html, which escapes all that comes from notes.
        side=Markup(now.cards[0].back if show else now.cards[0].front),
        revealed=bool(show),
        counts=(
            ("new", gettext("New"), now.counts.new),
            ("learning", gettext("Learning"), now.counts.learning),
            ("review", gettext("Due"), now.counts.review),
        ),
        done=now.done,
        left=now.counts.new + now.counts.learning + now.counts.review,
        habits=habits,
        keys=key_names(habits, gettext),
        meanings=key_meanings(gettext),
        flags=FLAGS,
        flag_names=flag_names(gettext),
        leech_suspends=learners.settings(desk.collection, desk.learner).leech_suspends,
        rating_names=(gettext("Again"), gettext("Hard"), gettext("Good"), gettext("Easy")),
        queue=now.model_dump(mode="json") | {"revealed": bool(show)},
        entry_id=log.new_id(),
        undo_id=log.new_id(),
        redo_id=log.new_id(),
        act_id=log.new_id(),
        shown_at=desk.now().isoformat(),
        word=said(word, interface),
    )


@router.post("/review")
def answer(
    desk: AtDesk,
    entry: Annotated[GestureId, Form()],
    card: Annotated[SubjectId, Form()],
    rating: Annotated[Rating, Form()],
    seen: Annotated[Seen, Form()],
    due1: Annotated[Instant, Form()],
    due2: Annotated[Instant, Form()],
    due3: Annotated[Instant, Form()],
    due4: Annotated[Instant, Form()],
    shown_at: Annotated[Instant, Form()],
    place: PlaceInForm,
) -> RedirectResponse:
    """Write the answer down; the id was made with the page, so a form posted twice is one answer."""
    now = desk.now()
    promised = (due1, due2, due3, due4)[rating - 1].astimezone(UTC)
    took = min(max(now - shown_at, timedelta(0)), LONGEST_TOOK)
    if place.practice:
        practised = Practised(card, rating, round(took.total_seconds() * 1000))
        log.append(desk.collection, desk.learner, [Entry(entry, now, practised)], now=now)
        return to_review(place)
    what = Answered(card, rating, promised, round(took.total_seconds() * 1000), seen)
    leech = rating is Rating.AGAIN and _becomes_leech(desk, card)
    # What is done to a leech is taken back with the answer that made it one.
    entries = [Entry(entry, now, what, entry if leech else "")]
    if leech:
        entries.append(Entry(f"{entry}-2", now, Retagged(card.rpartition("-")[0], (LEECH,)), entry))
        if learners.settings(desk.collection, desk.learner).leech_suspends:
            entries.append(Entry(f"{entry}-3", now, Suspended(card), entry))
    receipt, *_ = log.append(desk.collection, desk.learner, entries, now=now)
    return to_review(place, word=word_of(receipt) or ("leech" if leech else ""))


def _becomes_leech(desk: Desk, card: str) -> bool:
    try:
        showing = study.showing(desk.collection, desk.learner, card, now=desk.now())
    except NotInCollectionError:
        return False
    return becomes_leech(showing, learners.settings(desk.collection, desk.learner))


def _end(request: Request, desk: Desk, place: Place, now: Sitting, word: str) -> HTMLResponse:
    interface = interface_of(request)
    instant = desk.now()
    settings = learners.settings(desk.collection, desk.learner)
    today = day.since(
        desk.collection, desk.learner, days.day_start(instant, settings), deck=place.deck or None
    )
    wait = None if now.next_learning is None else now.next_learning - settings.learn_ahead - instant
    return page(
        request,
        "end.html",
        place=place,
        answered=today.answers,
        remembered=f"{round(100 * today.remembered / today.answers)} %" if today.answers else "",
        minutes=max(1, round(today.took_ms / 60_000)),
        seconds_a_card=round(today.took_ms / 1000 / max(1, today.answers)),
        hidden=hidden.of_today(desk.collection, desk.learner, now=instant, deck=place.deck or None),
        settings=settings,
        next_in="" if wait is None else interval_text(wait, interface.words),
        next_in_ms="" if wait is None else max(0, round(wait.total_seconds() * 1000)),
        undo_id=log.new_id(),
        unbury_id=log.new_id(),
        word=said(word, interface),
    )


def _name(desk: Desk, place: Place, interface: Interface) -> str:
    gettext = interface.words.gettext
    if place.search:
        return f"{gettext('Practice') if place.practice else gettext('Custom study')}: {place.search}"
    if not place.deck:
        return gettext("All decks")
    known = decks.all_decks(desk.collection, desk.learner)
    return next(one.name for one in known if one.id == place.deck)
