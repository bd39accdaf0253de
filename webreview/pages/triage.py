"""Triage: keep or reject each note that was made from a document; every decision is an entry of the log."""

from __future__ import annotations

from collections import Counter
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, Request
from starlette.responses import HTMLResponse, RedirectResponse

from cards.progress import Entry
from webreview.collection import documents, log, notes
from webreview.desk import AtDesk
from webreview.pages.documents import note_shown
from webreview.pages.interface import interface_of
from webreview.pages.rendering import page
from webreview.review.history import Decision
from webreview.sent import DECISIONS, DecisionName, EntryId, SubjectId

router = APIRouter(include_in_schema=False)


@router.get("/documents/{document}/triage")
def show(
    request: Request, document: str, desk: AtDesk, new: int | None = None, known: int = 0
) -> HTMLResponse:
    """Show every note of the document with its sentence; `new` and `known` tell what adding it came to."""
    found = documents.get(desk.collection, desk.learner, document)
    kept = notes.of_document(desk.collection, desk.learner, document)
    tally = Counter(note.decision for note in kept)
    return page(
        request,
        "triage.html",
        document=found,
        deck=kept[0].deck if kept else "",
        notes=[note_shown(note) for note in kept],
        tally={decision.value: tally[decision] for decision in Decision},
        entry_ids=[log.new_id() for _ in kept],
        word=_what_was_added(request, new, known),
    )


@router.post("/documents/{document}/triage")
def decide(
    document: str,
    desk: AtDesk,
    note: Annotated[SubjectId, Form()],
    entry: Annotated[EntryId, Form()],
    decision: Annotated[DecisionName, Form()],
) -> RedirectResponse:
    """Write the decision down; the page comes back at the next note that is open."""
    now = desk.now()
    log.append(desk.collection, desk.learner, [Entry(entry, now, DECISIONS[decision](note))], now=now)
    after = notes.of_document(desk.collection, desk.learner, document)
    waiting = (one.note.id for one in after if one.decision is Decision.OPEN)
    place = note if decision == "postponed" else next(waiting, note)
    return RedirectResponse(f"/documents/{document}/triage#n-{quote(place)}", 303)


@router.post("/documents/{document}/triage/rest")
def accept_rest(document: str, desk: AtDesk) -> RedirectResponse:
    """Accept every note of the document that is open."""
    kept = notes.of_document(desk.collection, desk.learner, document)
    notes.accept(desk.collection, desk.learner, [one.note.id for one in kept], now=desk.now())
    return RedirectResponse(f"/documents/{document}/triage", 303)


def _what_was_added(request: Request, new: int | None, known: int) -> str:
    if new is None:
        return ""
    words = interface_of(request).words
    sentences = []
    if new:
        made = words.ngettext("%d note was made from this text.", "%d notes were made from this text.", new)
        sentences.append(made % new)
    if known:
        there = words.ngettext(
            "%d note was already in the collection and stays as it is.",
            "%d notes were already in the collection and stay as they are.",
            known,
        )
        sentences.append(there % known)
    return " ".join(sentences)
