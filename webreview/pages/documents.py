"""A document's page: its text with every note's sentence marked, the cards beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse, RedirectResponse

from cards.model import Note, cards_of
from webreview.collection import documents, knowing, notes
from webreview.collection.knowing import Stage
from webreview.collection.notes import KeptNote
from webreview.desk import AtDesk
from webreview.pages.coverage import sections
from webreview.pages.faces import Face, whole
from webreview.pages.interface import interface_of
from webreview.pages.marks import marked
from webreview.pages.preferences import own_address
from webreview.pages.rendering import page
from webreview.pages.rewordings import RewordingShown, rewording_shown
from webreview.review.history import Decision

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class NoteShown:
    """A note as it stands beside its text: all that it asks, in how many cards, and what was decided on it.

    A note whose sentence was reworded is open until the learner says what to do about it.
    """

    note: Note
    decision: Decision
    face: Face
    cards: int
    rewording: RewordingShown | None


def note_shown(kept: KeptNote) -> NoteShown:
    """Return the note as pages lay it out."""
    rewording = rewording_shown(kept.note, kept.rewording) if kept.rewording else None
    decision = Decision.OPEN if rewording else kept.decision
    return NoteShown(kept.note, decision, whole(kept.note), len(cards_of(kept.note)), rewording)


@router.get("/documents/{document}")
def show(request: Request, document: str, desk: AtDesk, back: Annotated[str, Query()] = "") -> HTMLResponse:
    """Show the text; notes that the learner rejected are left out."""
    found = documents.get(desk.collection, desk.learner, document)
    kept = [
        note
        for note in notes.of_document(desk.collection, desk.learner, document)
        if note.decision is not Decision.REJECTED
    ]
    behind = notes.left_behind(desk.collection, desk.learner, document)
    known = knowing.of_document(desk.collection, desk.learner, document, now=desk.now())
    cards = sum(one.cards for one in known.values())
    return page(
        request,
        "document.html",
        document=found,
        blocks=marked(found, [note.note for note in kept]),
        notes=[note_shown(note) for note in kept],
        behind=[note_shown(note) for note in behind],
        stages={note: one.stage.value for note, one in known.items()},
        stage_names=_stage_names(request),
        sections=sections(found, [note.note for note in kept], known),
        back=own_address(back) if back else "",
        percent=round(100 * sum(one.chances for one in known.values()) / cards) if cards else None,
    )


def _stage_names(request: Request) -> dict[str, str]:
    gettext = interface_of(request).words.gettext
    return {
        Stage.NEW.value: gettext("New"),
        Stage.LEARNING.value: gettext("Learning"),
        Stage.YOUNG.value: gettext("Young"),
        Stage.MATURE.value: gettext("Mature"),
        Stage.SUSPENDED.value: gettext("Suspended"),
    }


@router.get("/notes/{note}/source")
def source(
    note: str, desk: AtDesk, back: Annotated[str, Query()] = "", triage: bool = False
) -> RedirectResponse:
    """Lead to the note's sentence in its document or in triage, or home for a note that came without one.

    The document's page leads on to `back`.
    """
    kept = notes.get(desk.collection, desk.learner, note)
    if not kept.document:
        return RedirectResponse("/", 303)
    if triage:
        return RedirectResponse(f"/documents/{kept.document}/triage#n-{quote(note)}", 303)
    onward = f"?{urlencode({'back': own_address(back)})}" if back else ""
    return RedirectResponse(f"/documents/{kept.document}{onward}#s-{quote(note)}", 303)
