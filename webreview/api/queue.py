"""Decks, the queue, and undo."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel

from cards.progress import Buried, Deleted, Entry, Suspended
from webreview.collection import decks, gestures, study
from webreview.collection.codec import subject_of
from webreview.desk import AtDesk
from webreview.pages.coming_back import answered_card
from webreview.pages.interface import interface_of
from webreview.pages.place import Place, PlaceInAddress
from webreview.pages.showing import Shown
from webreview.pages.sitting import CARDS_AHEAD, Sitting, sitting
from webreview.review.queue import Counts
from webreview.sent import GestureId, IdOrNothing

router = APIRouter(tags=["review"])


class DeckOut(BaseModel):
    """A deck; "Parent::Deck" is inside another, which counts its cards too."""

    id: str
    name: str
    counts: Counts


class UndoIn(BaseModel):
    """`id` names this undo: sent again, it takes nothing more back. `deck` is the deck under review."""

    id: GestureId
    deck: IdOrNothing = ""


class Changed(BaseModel):
    """What an undo took back, or a redo brought back, and what is left now.

    `entries` are the ids of what it changed, none if there was nothing; `card` is the card to show again: whose answer
    was taken back, or that was put away and is the next one now.
    """

    entries: list[str]
    card: Shown | None
    counts: Counts
    done: int


@router.get("/queue")
def queue(
    request: Request,
    desk: AtDesk,
    place: PlaceInAddress,
    card: Annotated[IdOrNothing, Query()] = "",
    limit: Annotated[int, Query(ge=1, le=100)] = CARDS_AHEAD,
) -> Sitting:
    """Return the next cards with what their buttons promise, in the interface's language; `card` before all others.

    Of the deck or of all; with `search`, of its cards that were not known since `since`.
    """
    return sitting(desk, interface_of(request), place, first=card or None, limit=limit)


@router.get("/decks")
def all_decks(desk: AtDesk) -> list[DeckOut]:
    """Return every deck in order of names, with what is left in it today."""
    left = study.counts(desk.collection, desk.learner, now=desk.now())
    return [
        DeckOut(id=deck.id, name=deck.name, counts=left[deck.id])
        for deck in decks.all_decks(desk.collection, desk.learner)
    ]


@router.post("/undo")
def undo(request: Request, sent: UndoIn, desk: AtDesk) -> Changed:
    """Take back the last thing done that stands, but for decisions on proposals, whenever and wherever it was done."""
    taken = gestures.undo(desk.collection, desk.learner, sent.id, now=desk.now())
    return _changed(request, desk, sent, taken, answered_card(taken))


@router.post("/redo")
def redo(request: Request, sent: UndoIn, desk: AtDesk) -> Changed:
    """Do again what the last undo took back, unless something was done since."""
    brought = gestures.redo(desk.collection, desk.learner, sent.id, now=desk.now())
    return _changed(request, desk, sent, brought, "")


def _changed(request: Request, desk: AtDesk, sent: UndoIn, entries: tuple[Entry, ...], card: str) -> Changed:
    now = sitting(desk, interface_of(request), Place(sent.deck), first=card or None)
    back = {
        subject_of(entry.what) for entry in entries if isinstance(entry.what, Buried | Suspended | Deleted)
    }
    # What was put away and comes first in the queue again was on the page when it was put away.
    again = now.cards[:1] if card or any({one.card, one.note} & back for one in now.cards[:1]) else ()
    return Changed(
        entries=[entry.id for entry in entries],
        card=next(iter(again), None),
        counts=now.counts,
        done=now.done,
    )
