"""The forms beside the answer: flag, mark, bury, suspend, delete, undo, redo, unbury."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.responses import RedirectResponse

from cards.errors import CardsError
from cards.progress import Resumed
from webreview.collection import card_info, gestures, hidden, learners
from webreview.desk import AtDesk
from webreview.pages import actions
from webreview.pages.coming_back import answered_card, to_review
from webreview.pages.place import PlaceInForm
from webreview.review import days
from webreview.sent import GestureId, SubjectId

router = APIRouter(include_in_schema=False)


@router.post("/review/do")
def do(
    desk: AtDesk,
    name: Annotated[str, Form(alias="do")],
    card: Annotated[SubjectId, Form()],
    entry: Annotated[GestureId, Form()],
    place: PlaceInForm,
) -> RedirectResponse:
    """Do what the button says to the card or its note; a card that is still there stays on the page."""
    if name not in actions.NAMES:
        raise CardsError("The review page has no such button; load it again.")
    now = desk.now()
    known = card_info.get(desk.collection, desk.learner, card, now=now)
    day_ends = days.next_day_start(now, learners.settings(desk.collection, desk.learner))
    whats = actions.happenings(name, known.note, card, day_ends=day_ends)
    gestures.make(desk.collection, desk.learner, entry, whats, now=now)
    stays = name.startswith(("flag", "mark"))
    return to_review(place, card=card if stays else "", word="done")


@router.post("/review/undo")
def undo(desk: AtDesk, entry: Annotated[GestureId, Form()], place: PlaceInForm) -> RedirectResponse:
    """Take back the last thing done that stands; show the card again whose answer it was."""
    taken = gestures.undo(desk.collection, desk.learner, entry, now=desk.now())
    return to_review(place, card=answered_card(taken), word="undone" if taken else "nothing-to-undo")


@router.post("/review/redo")
def redo(desk: AtDesk, entry: Annotated[GestureId, Form()], place: PlaceInForm) -> RedirectResponse:
    """Do again what the last undo took back."""
    brought = gestures.redo(desk.collection, desk.learner, entry, now=desk.now())
    return to_review(place, word="redone" if brought else "nothing-to-redo")


@router.post("/review/unbury")
def unbury(desk: AtDesk, entry: Annotated[GestureId, Form()], place: PlaceInForm) -> RedirectResponse:
    """Bring every buried card of the deck back today, as one gesture."""
    now = desk.now()
    kept_back = hidden.of_today(desk.collection, desk.learner, now=now, deck=place.deck or None)
    if kept_back.buried:
        whats = [Resumed(card) for card in kept_back.buried]
        gestures.make(desk.collection, desk.learner, entry, whats, now=now)
    return to_review(place)
