"""What the learner did, sent by the browser: entries for the log, each under an id of its own."""

from __future__ import annotations

from datetime import UTC
from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, Field

from cards.progress import Entry
from webreview.api.happenings import EntryIn
from webreview.collection import log
from webreview.desk import AtDesk
from webreview.review.history import Outcome

router = APIRouter(tags=["entries"])

MOST_ENTRIES = 500


class EntriesIn(BaseModel):
    """Entries in the order in which they were made."""

    entries: Annotated[list[EntryIn], Field(max_length=MOST_ENTRIES)]


class Result(BaseModel):
    """What became of an entry.

    "counts", or "second answer" (the card had been answered to the same showing already), "taken back", or
    "unknown" (no such card, note or deck; not stored). `known` says that the entry had arrived before.
    """

    id: str
    result: Outcome
    known: bool


class Results(BaseModel):
    """A result for each entry, in order."""

    results: list[Result]


@router.post("/entries")
def add_entries(sent: EntriesIn, desk: AtDesk) -> Results:
    """Append entries to the log; when this answers, they are on disk. Sending an entry again changes nothing."""
    entries = [
        Entry(entry.id, entry.at.astimezone(UTC), entry.what(), entry.gesture) for entry in sent.entries
    ]
    receipts = log.append(desk.collection, desk.learner, entries, now=desk.now())
    return Results(
        results=[
            Result(id=receipt.entry, result=receipt.outcome, known=receipt.known) for receipt in receipts
        ]
    )
