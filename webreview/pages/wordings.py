"""Another way of asking about a note's sentence, and two notes made one."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import HTMLResponse, RedirectResponse

from cards.merging import merged
from cards.model import Note
from cards.progress import Accepted, Edited, Happening, Rejected
from cards.wordings import asks_the_same, wordings_of
from webreview.collection import documents, gestures, log, notes
from webreview.collection.notes import KeptNote
from webreview.desk import AtDesk, Desk
from webreview.errors import NotInCollectionError
from webreview.pages.faces import whole
from webreview.pages.preferences import own_address
from webreview.pages.rendering import page
from webreview.review.history import Decision
from webreview.sent import GestureId, SubjectId

router = APIRouter(include_in_schema=False)


@router.get("/notes/{note}/wordings")
def offer(request: Request, note: str, desk: AtDesk, back: Annotated[str, Query()] = "/") -> HTMLResponse:
    """Show the other ways of asking about the note's sentence; `back` is where to go afterwards."""
    kept = notes.get(desk.collection, desk.learner, note)
    return page(
        request,
        "wordings.html",
        note=kept.note,
        face=whole(kept.note),
        offered=[(one, whole(one)) for one in _others(desk, kept)],
        back=own_address(back),
        entry=log.new_id(),
    )


@router.post("/notes/{note}/wordings")
def take(
    note: str,
    desk: AtDesk,
    chosen: Annotated[SubjectId, Form()],
    entry: Annotated[GestureId, Form()],
    back: Annotated[str, Form()] = "/",
) -> RedirectResponse:
    """Let the note ask in the chosen way, and keep it; its id and schedule stay."""
    kept = notes.get(desk.collection, desk.learner, note)
    wording = next((one for one in _others(desk, kept) if one.id == chosen), None)
    if wording is None:
        raise NotInCollectionError(f"the note {note!r} has no such wording")
    after = replace(wording, id=note, tags=kept.note.tags)
    gestures.make(desk.collection, desk.learner, entry, [Edited(note, after), Accepted(note)], now=desk.now())
    return RedirectResponse(own_address(back), 303)


@router.get("/notes/{note}/merge")
def offer_merge(
    request: Request, note: str, desk: AtDesk, back: Annotated[str, Query()] = "/"
) -> HTMLResponse:
    """Show the notes that make one with this one, as they would be."""
    kept = notes.get(desk.collection, desk.learner, note)
    return page(
        request,
        "merge.html",
        note=kept.note,
        face=whole(kept.note),
        offered=[(one, whole(whole_note)) for one, whole_note in _merged(desk, kept)],
        back=own_address(back),
        entry=log.new_id(),
    )


@router.post("/notes/{note}/merge")
def merge(
    note: str,
    desk: AtDesk,
    chosen: Annotated[SubjectId, Form()],
    entry: Annotated[GestureId, Form()],
    back: Annotated[str, Form()] = "/",
) -> RedirectResponse:
    """Let the chosen note ask for what this one asks as well, keep it, and reject this one: one undo for all of it."""
    kept = notes.get(desk.collection, desk.learner, note)
    after = next((whole_note for one, whole_note in _merged(desk, kept) if one.id == chosen), None)
    if after is None:
        raise NotInCollectionError(f"the notes {note!r} and {chosen!r} make no one note")
    whats: list[Happening] = [Edited(chosen, after), Accepted(chosen), Rejected(note)]
    gestures.make(desk.collection, desk.learner, entry, whats, now=desk.now())
    return RedirectResponse(own_address(back), 303)


def _others(desk: Desk, kept: KeptNote) -> list[Note]:
    """Return the ways of asking about the note's sentence that no note of its document has taken."""
    if not kept.document:
        return []
    document = documents.get(desk.collection, desk.learner, kept.document)
    span = kept.note.source.span
    there = [
        one.note
        for one in notes.of_document(desk.collection, desk.learner, kept.document)
        if one.note.source.span.meets(span)
    ]
    return [
        one for one in wordings_of(document, span) if not any(asks_the_same(one, other) for other in there)
    ]


def _merged(desk: Desk, kept: KeptNote) -> list[tuple[Note, Note]]:
    """Return the notes of the document that make one with this one, each with what it would then ask."""
    if not kept.document:
        return []
    others = notes.of_document(desk.collection, desk.learner, kept.document)
    pairs = [
        (one.note, merged(one.note, kept.note))
        for one in others
        if one.note.id != kept.note.id and one.decision is not Decision.REJECTED
    ]
    return [(one, whole_note) for one, whole_note in pairs if whole_note is not None]
