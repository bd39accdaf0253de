"""Triage: keep or reject each note that was made from a document; every decision is an entry of the log."""

from __future__ import annotations

from collections import Counter
from math import ceil
from typing import Annotated, Literal
from urllib.parse import quote

from fastapi import APIRouter, Form, Query, Request
from pydantic import BaseModel
from starlette.responses import HTMLResponse, RedirectResponse

from cards.progress import Accepted, Deleted, Edited, Happening, Postponed, Rejected
from webreview.collection import documents, gestures, learners, log, notes, repeats, writers
from webreview.collection.codec import subject_of
from webreview.collection.notes import KeptNote
from webreview.desk import AtDesk, Desk
from webreview.pages.documents import NoteShown, note_shown
from webreview.pages.faces import whole
from webreview.pages.interface import interface_of
from webreview.pages.marks import marked
from webreview.pages.rendering import page
from webreview.review.cost import answers_a_day
from webreview.review.history import Decision
from webreview.sent import DECISIONS, DecisionName, GestureId, SubjectId

router = APIRouter(include_in_schema=False)


# What undo takes back here, beside the decisions themselves.
_TAKEN_BACK = frozenset({Accepted, Rejected, Postponed, Edited, Deleted})


class CameTo(BaseModel):
    """How many notes were new and how many known when the document was added, and what became of earlier ones."""

    new: int | None = None
    known: int = 0
    stayed: int = 0
    reworded: int = 0
    gone: int = 0


@router.get("/documents/{document}/triage")
def show(
    request: Request,
    document: str,
    desk: AtDesk,
    came_to: Annotated[CameTo, Query()],
) -> HTMLResponse:
    """Show every note of the document beside the text, and what adding it came to."""
    found = documents.get(desk.collection, desk.learner, document)
    kept = notes.of_document(desk.collection, desk.learner, document)
    shown = [note_shown(note) for note in kept]
    open_ones = [one.note for one in shown if one.decision is Decision.OPEN]
    alike = repeats.resembling(desk.collection, desk.learner, open_ones, versions=(document,))
    tally = Counter(note.decision for note in shown)
    return page(
        request,
        "triage.html",
        document=found,
        blocks=marked(found, [note.note for note in kept]),
        deck=kept[0].deck if kept else "",
        notes=shown,
        tally={decision.value: tally[decision] for decision in Decision},
        alike={note: [whole(other) for other in others] for note, others in alike.items()},
        tallies=writers.tallies(desk.collection, desk.learner),
        cost=_cost(desk, shown),
        entry_ids=[log.new_id() for _ in kept],
        undo_id=log.new_id(),
        behind=len(notes.left_behind(desk.collection, desk.learner, document)),
        word=_what_was_added(request, came_to),
    )


@router.post("/documents/{document}/triage")
def decide(
    document: str,
    desk: AtDesk,
    note: Annotated[SubjectId, Form()],
    entry: Annotated[GestureId, Form()],
    decision: Annotated[DecisionName | Literal["adopted"], Form()],
) -> RedirectResponse:
    """Write the decision down; the page comes back at the next note that is open."""
    kept = notes.get(desk.collection, desk.learner, note)
    if decision == "adopted":
        whats = _adoption(kept)
    elif decision == "postponed" and kept.rewording:
        # The card goes on as it is until there is a word about its new sentence.
        whats = []
    else:
        whats = [DECISIONS[decision](note)]
    if whats:
        gestures.make(desk.collection, desk.learner, entry, whats, now=desk.now())
    return _back(desk, document, after=note)


@router.post("/documents/{document}/triage/rest")
def accept_rest(document: str, desk: AtDesk) -> RedirectResponse:
    """Accept every note of the document that is open."""
    kept = notes.of_document(desk.collection, desk.learner, document)
    notes.accept(desk.collection, desk.learner, [one.note.id for one in kept], now=desk.now())
    return RedirectResponse(f"/documents/{document}/triage", 303)


@router.post("/documents/{document}/triage/undo")
def undo(document: str, desk: AtDesk, entry: Annotated[GestureId, Form()]) -> RedirectResponse:
    """Take back what was decided last on notes of the document, on whichever device."""
    about = {kept.note.id for kept in notes.of_document(desk.collection, desk.learner, document)}
    taken = gestures.undo(
        desk.collection, desk.learner, entry, now=desk.now(), kinds=_TAKEN_BACK, about=about
    )
    place = f"#n-{quote(subject_of(taken[0].what))}" if taken else ""
    return RedirectResponse(f"/documents/{document}/triage{place}", 303)


@router.post("/documents/{document}/triage/forget")
def forget(document: str, desk: AtDesk) -> RedirectResponse:
    """Let only what is kept and rejected from now on weigh for the writers of cards."""
    writers.forget(desk.collection, desk.learner, now=desk.now())
    return RedirectResponse(f"/documents/{document}/triage", 303)


def _cost(desk: Desk, shown: list[NoteShown]) -> int:
    """Return how many answers a day the cards that were kept of the document take, at least one if any were."""
    cards = sum(one.cards for one in shown if one.decision is Decision.ACCEPTED)
    settings = learners.settings(desk.collection, desk.learner)
    return ceil(answers_a_day(cards, settings=settings, now=desk.now()))


def _adoption(kept: KeptNote) -> list[Happening]:
    """Return what lets the note say what was proposed for the new wording of its sentence."""
    if kept.rewording is None or kept.rewording.proposal is None:
        return [Accepted(kept.note.id)]
    return [Edited(kept.note.id, kept.rewording.proposal), Accepted(kept.note.id)]


def _back(desk: Desk, document: str, *, after: str) -> RedirectResponse:
    """Lead to the next note that is open, the first one again behind the last; to this one where none is left."""
    shown = [note_shown(one) for one in notes.of_document(desk.collection, desk.learner, document)]
    here = next((i for i, one in enumerate(shown) if one.note.id == after), 0)
    in_turn = [*shown[here + 1 :], *shown[: here + 1]]
    place = next((one.note.id for one in in_turn if one.decision is Decision.OPEN), after)
    return RedirectResponse(f"/documents/{document}/triage#n-{quote(place)}", 303)


def _what_was_added(request: Request, came_to: CameTo) -> str:
    if came_to.new is None:
        return ""
    words = interface_of(request).words
    sentences = []
    if came_to.new:
        made = words.ngettext(
            "%d note was made from this text.", "%d notes were made from this text.", came_to.new
        )
        sentences.append(made % came_to.new)
    if came_to.known:
        there = words.ngettext(
            "%d note was already in the collection and stays as it is.",
            "%d notes were already in the collection and stay as they are.",
            came_to.known,
        )
        sentences.append(there % came_to.known)
    if came_to.stayed or came_to.reworded or came_to.gone:
        later = words.gettext(
            "This is a later version: %(stayed)d notes are unchanged, the sentence of %(reworded)d was changed, "
            "that of %(gone)d is gone."
        )
        sentences.append(
            later % {"stayed": came_to.stayed, "reworded": came_to.reworded, "gone": came_to.gone}
        )
    return " ".join(sentences)
