"""Documents and notes, to read."""

from __future__ import annotations

from datetime import datetime

from fastapi import APIRouter
from pydantic import BaseModel

from cards.deckfields import fields_of
from webreview.collection import documents, notes
from webreview.collection.notes import KeptNote
from webreview.desk import AtDesk
from webreview.review.history import Decision
from webreview.sent import SubjectId

router = APIRouter(tags=["documents"])


class DocumentOut(BaseModel):
    """A document without its text; `notes` counts its notes by decision."""

    id: str
    name: str
    version: int
    language: str
    added_at: datetime
    notes: dict[Decision, int]


class TextOut(BaseModel):
    """A document with its text; spans of notes count its code points."""

    id: str
    name: str
    language: str
    text: str


class NoteOut(BaseModel):
    """A note as in a deck file (docs/cards.md), its deck, its document, and what was decided on it."""

    note: dict[str, object]
    deck: str
    document: str
    decision: Decision


@router.get("/documents")
def all_documents(desk: AtDesk) -> list[DocumentOut]:
    """Return every document, the last added first."""
    return [
        DocumentOut(
            id=one.id,
            name=one.name,
            version=one.version,
            language=one.language,
            added_at=one.added_at,
            notes=one.notes,
        )
        for one in documents.all_documents(desk.collection, desk.learner)
    ]


@router.get("/documents/{document}")
def document(document: SubjectId, desk: AtDesk) -> TextOut:
    """Return the document with its text."""
    found = documents.get(desk.collection, desk.learner, document)
    return TextOut(id=found.id, name=found.name, language=found.language, text=found.text)


@router.get("/documents/{document}/notes")
def notes_of_document(document: SubjectId, desk: AtDesk) -> list[NoteOut]:
    """Return the document's notes in the order of its text."""
    documents.get(desk.collection, desk.learner, document)
    return [_out(kept) for kept in notes.of_document(desk.collection, desk.learner, document)]


@router.get("/notes/{note}")
def note(note: SubjectId, desk: AtDesk) -> NoteOut:
    """Return the note."""
    return _out(notes.get(desk.collection, desk.learner, note))


def _out(kept: KeptNote) -> NoteOut:
    return NoteOut(note=fields_of(kept.note), deck=kept.deck, document=kept.document, decision=kept.decision)
