"""The review page: one card, its answer, four buttons; and the end, when nothing is left.

The page works by forms. Its script takes the queue out of the page and goes on by itself (static/review.js).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, timedelta
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Request
from markupsafe import Markup
from starlette.responses import HTMLResponse, RedirectResponse

from cards.progress import Answered, Entry, Rating
from webreview.collection import day, decks, gestures, learners, log
from webreview.collection.log import Receipt
from webreview.desk import AtDesk, Desk
from webreview.pages.interface import Interface, interface_of
from webreview.pages.intervals import interval_text
from webreview.pages.rendering import page
from webreview.pages.sitting import Sitting, sitting
from webreview.review import days
from webreview.review.history import Outcome
from webreview.sent import EntryId, GestureId, IdOrNothing, Instant, Seen, SubjectId

router = APIRouter(include_in_schema=False)

# Anki's cap: a learner who went for tea did not think for an hour.
LONGEST_TOOK = timedelta(minutes=1)


@router.get("/review")
def show(
    request: Request,
    desk: AtDesk,
    deck: IdOrNothing = "",
    show: IdOrNothing = "",
    card: IdOrNothing = "",
    word: str = "",
) -> HTMLResponse:
    """Show the next card, or with `card` that one; `show` names a card whose answer is wanted."""
    interface = interface_of(request)
    now = sitting(desk, interface, deck=deck or None, first=show or card or None)
    if not now.cards:
        return _end(request, desk, deck, now, word)
    gettext = interface.words.gettext
    return page(
        request,
        "review.html",
        deck=deck,
        deck_name=_deck_name(desk, deck, interface),
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
        rating_names=(gettext("Again"), gettext("Hard"), gettext("Good"), gettext("Easy")),
        queue=now.model_dump(mode="json") | {"revealed": bool(show)},
        entry_id=log.new_id(),
        undo_id=log.new_id(),
        shown_at=desk.now().isoformat(),
        word=_word(word, interface),
    )


@router.post("/review")
def answer(
    desk: AtDesk,
    entry: Annotated[EntryId, Form()],
    card: Annotated[SubjectId, Form()],
    rating: Annotated[Rating, Form()],
    seen: Annotated[Seen, Form()],
    due1: Annotated[Instant, Form()],
    due2: Annotated[Instant, Form()],
    due3: Annotated[Instant, Form()],
    due4: Annotated[Instant, Form()],
    shown_at: Annotated[Instant, Form()],
    deck: Annotated[IdOrNothing, Form()] = "",
) -> RedirectResponse:
    """Write the answer down; the id was made with the page, so a form posted twice is one answer."""
    now = desk.now()
    promised = (due1, due2, due3, due4)[rating - 1].astimezone(UTC)
    took = min(max(now - shown_at, timedelta(0)), LONGEST_TOOK)
    what = Answered(card, rating, promised, round(took.total_seconds() * 1000), seen)
    (receipt,) = log.append(desk.collection, desk.learner, [Entry(entry, now, what)], now=now)
    return _back(deck, word=_word_of(receipt))


@router.post("/review/undo")
def undo(
    desk: AtDesk, entry: Annotated[GestureId, Form()], deck: Annotated[IdOrNothing, Form()] = ""
) -> RedirectResponse:
    """Take back the last thing done that stands; show the card again whose answer it was."""
    taken = gestures.undo(desk.collection, desk.learner, entry, now=desk.now())
    return _back(deck, card=answered_card(taken), word="undone" if taken else "nothing-to-undo")


def answered_card(taken: Iterable[Entry]) -> str:
    """Return the card whose answer is among the entries, "" if none is."""
    return next((entry.what.card for entry in taken if isinstance(entry.what, Answered)), "")


def _end(request: Request, desk: Desk, deck: str, now: Sitting, word: str) -> HTMLResponse:
    interface = interface_of(request)
    instant = desk.now()
    settings = learners.settings(desk.collection, desk.learner)
    today = day.since(desk.collection, desk.learner, days.day_start(instant, settings), deck=deck or None)
    wait = None if now.next_learning is None else now.next_learning - settings.learn_ahead - instant
    return page(
        request,
        "end.html",
        deck=deck,
        answered=today.answers,
        remembered=f"{round(100 * today.remembered / today.answers)} %" if today.answers else "",
        minutes=max(1, round(today.took_ms / 60_000)),
        next_in="" if wait is None else interval_text(wait, interface.words),
        next_in_ms="" if wait is None else max(0, round(wait.total_seconds() * 1000)),
        undo_id=log.new_id(),
        word=_word(word, interface),
    )


def _deck_name(desk: Desk, deck: str, interface: Interface) -> str:
    if not deck:
        return interface.words.gettext("All decks")
    known = decks.all_decks(desk.collection, desk.learner)
    return next(one.name for one in known if one.id == deck)


def _back(deck: str, *, card: str = "", word: str = "") -> RedirectResponse:
    query = urlencode(
        {name: value for name, value in (("deck", deck), ("card", card), ("word", word)) if value}
    )
    return RedirectResponse(f"/review?{query}" if query else "/review", 303)


def _word_of(receipt: Receipt) -> str:
    return {Outcome.SECOND_ANSWER: "second-answer", Outcome.UNKNOWN: "unknown"}.get(receipt.outcome, "")


def _word(word: str, interface: Interface) -> str:
    """Return what the last form came to, in the interface's words; unknown names say nothing."""
    gettext = interface.words.gettext
    return {
        "second-answer": gettext(
            "A card had been answered elsewhere already; the second answer did not count."
        ),
        "unknown": gettext("A card is no longer in the collection; its answer was dropped."),
        "undone": gettext("Taken back."),
        "nothing-to-undo": gettext("There is nothing to take back."),
    }.get(word, "")
