"""What the learner did, as JSON: one model a kind of entry."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from cards.deckfields import note_of
from cards.errors import CardsError
from cards.jsonfields import LineError
from cards.progress import (
    Answered,
    Buried,
    Deleted,
    Edited,
    Flagged,
    Forgotten,
    Happening,
    Moved,
    Practised,
    Rating,
    Rescheduled,
    Resumed,
    Retagged,
    Suspended,
    Undone,
)
from webreview.sent import DECISIONS, DecisionName, EntryId, Gesture, Instant, Seen, SubjectId, Tags, TookMs

_OF_CARDS: dict[str, Callable[[str], Happening]] = {
    "suspended": Suspended,
    "resumed": Resumed,
    "forgotten": Forgotten,
}

# A note is a sentence or two; a page of a book is 3,000 characters.
MOST_NOTE_CHARACTERS = 100_000


class _EntryIn(BaseModel):
    model_config = ConfigDict(extra="forbid")

    id: EntryId
    at: Instant
    gesture: Gesture = ""


class AnsweredIn(_EntryIn):
    """The card was rated; `due` is what the pressed button promised, `seen` comes with the card in the queue."""

    kind: Literal["answered"]
    card: SubjectId
    rating: Annotated[int, Field(ge=1, le=4)]
    due: Instant
    took_ms: TookMs
    seen: Seen

    def what(self) -> Happening:
        return Answered(self.card, Rating(self.rating), self.due.astimezone(UTC), self.took_ms, self.seen)


class PractisedIn(_EntryIn):
    """The card was rated beside its schedule, which stays as it was."""

    kind: Literal["practised"]
    card: SubjectId
    rating: Annotated[int, Field(ge=1, le=4)]
    took_ms: TookMs

    def what(self) -> Happening:
        return Practised(self.card, Rating(self.rating), self.took_ms)


class UndoneIn(_EntryIn):
    """The entry `entry`, about the card or note `subject`, is taken back; an undo of an undo brings it back."""

    kind: Literal["undone"]
    subject: SubjectId
    entry: EntryId

    def what(self) -> Happening:
        return Undone(self.subject, self.entry)


class CardIn(_EntryIn):
    """The card is suspended, back from suspension and burying, or new again."""

    kind: Literal["suspended", "resumed", "forgotten"]
    card: SubjectId

    def what(self) -> Happening:
        return _OF_CARDS[self.kind](self.card)


class BuriedIn(_EntryIn):
    """The card is out until `until`, the start of a study day; `day_ends` of the queue is the next one."""

    kind: Literal["buried"]
    card: SubjectId
    until: Instant

    def what(self) -> Happening:
        return Buried(self.card, self.until.astimezone(UTC))


class RescheduledIn(_EntryIn):
    """The card is due at `due`, the start of a study day."""

    kind: Literal["rescheduled"]
    card: SubjectId
    due: Instant

    def what(self) -> Happening:
        return Rescheduled(self.card, self.due.astimezone(UTC))


class FlaggedIn(_EntryIn):
    """The card has the flag 1 to 7, or none: 0."""

    kind: Literal["flagged"]
    card: SubjectId
    flag: Annotated[int, Field(ge=0, le=7)]

    def what(self) -> Happening:
        return Flagged(self.card, self.flag)


class EditedIn(_EntryIn):
    """The note says what `after` says: a note as in a deck file (docs/cards.md), with the id of `note`."""

    kind: Literal["edited"]
    note: SubjectId
    after: dict[str, JsonValue]

    def what(self) -> Happening:
        if len(json.dumps(self.after, ensure_ascii=False)) > MOST_NOTE_CHARACTERS:
            raise CardsError(
                "This note is longer than {most} characters; split it.", most=f"{MOST_NOTE_CHARACTERS:,}"
            )
        try:
            return Edited(self.note, note_of(dict(self.after)))
        except LineError as error:
            raise CardsError(f"after: {error}") from error


class RetaggedIn(_EntryIn):
    """The note has the tags `added` besides its own, and no longer those `removed`."""

    kind: Literal["retagged"]
    note: SubjectId
    added: Tags = []
    removed: Tags = []

    def what(self) -> Happening:
        return Retagged(self.note, tuple(self.added), tuple(self.removed))


class MovedIn(_EntryIn):
    """The note lies in the deck of the id `deck`; an unknown one makes the entry "unknown"."""

    kind: Literal["moved"]
    note: SubjectId
    deck: SubjectId

    def what(self) -> Happening:
        return Moved(self.note, self.deck)


class DeletedIn(_EntryIn):
    """The note is out of queue, lists and packages until this is undone."""

    kind: Literal["deleted"]
    note: SubjectId

    def what(self) -> Happening:
        return Deleted(self.note)


class DecidedIn(_EntryIn):
    """The proposed note is kept, rejected, or open again."""

    kind: DecisionName
    note: SubjectId

    def what(self) -> Happening:
        return DECISIONS[self.kind](self.note)


EntryIn = Annotated[
    AnsweredIn
    | PractisedIn
    | UndoneIn
    | CardIn
    | BuriedIn
    | RescheduledIn
    | FlaggedIn
    | EditedIn
    | RetaggedIn
    | MovedIn
    | DeletedIn
    | DecidedIn,
    Field(discriminator="kind"),
]
