"""What the learner did, sent by the browser: entries for the log, each under an id of its own."""

from __future__ import annotations

from datetime import UTC
from typing import Annotated, Literal

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from cards.progress import Answered, Entry, Happening, Rating, Undone
from webreview.collection import log
from webreview.desk import AtDesk
from webreview.review.history import Outcome
from webreview.sent import DECISIONS, DecisionName, EntryId, Instant, Seen, SubjectId

router = APIRouter(tags=["entries"])

MOST_ENTRIES = 500


class _EntryIn(BaseModel):
    model_config = ConfigDict(extra="forbid")

    id: EntryId
    at: Instant


class AnsweredIn(_EntryIn):
    """The card was rated; `due` is what the pressed button promised, `seen` comes with the card in the queue."""

    kind: Literal["answered"]
    card: SubjectId
    rating: Annotated[int, Field(ge=1, le=4)]
    due: Instant
    took_ms: Annotated[int, Field(ge=0, le=86_400_000)]
    seen: Seen

    def what(self) -> Happening:
        return Answered(self.card, Rating(self.rating), self.due.astimezone(UTC), self.took_ms, self.seen)


class UndoneIn(_EntryIn):
    """The entry `entry`, about the card or note `subject`, is taken back."""

    kind: Literal["undone"]
    subject: SubjectId
    entry: EntryId

    def what(self) -> Happening:
        return Undone(self.subject, self.entry)


class DecidedIn(_EntryIn):
    """The proposed note is kept, rejected, or open again."""

    kind: DecisionName
    note: SubjectId

    def what(self) -> Happening:
        return DECISIONS[self.kind](self.note)


EntryIn = Annotated[AnsweredIn | UndoneIn | DecidedIn, Field(discriminator="kind")]


class EntriesIn(BaseModel):
    """Entries in the order in which they were made."""

    entries: Annotated[list[EntryIn], Field(max_length=MOST_ENTRIES)]


class Result(BaseModel):
    """What became of an entry.

    "counts", or "second answer" (the card had been answered to the same showing already), "taken back", or
    "unknown" (no such card or note; not stored). `known` says that the entry had arrived before.
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
    entries = [Entry(entry.id, entry.at.astimezone(UTC), entry.what()) for entry in sent.entries]
    receipts = log.append(desk.collection, desk.learner, entries, now=desk.now())
    return Results(
        results=[
            Result(id=receipt.entry, result=receipt.outcome, known=receipt.known) for receipt in receipts
        ]
    )
