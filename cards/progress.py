"""The values that a learner's history is made of: ratings, log entries, memory."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum

from cards.model import Note, Source


class Rating(IntEnum):
    """How well a card was recalled; only AGAIN means forgotten. The numbers are Anki's and FSRS's."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class State(StrEnum):
    """Where a card stands in its schedule; NEW cards have no `Memory`."""

    NEW = "new"
    LEARNING = "learning"
    REVIEW = "review"
    RELEARNING = "relearning"


@dataclass(frozen=True, slots=True)
class Memory:
    """What the schedule knows of a card that was answered at least once.

    `due` is an instant for Learning and Relearning cards; for Review cards it is the instant at which the
    study day begins on which the card is due. `interval_days` is the last interval given to a Review card (0 in
    learning). `stability` is in days, `difficulty` 1 to 10; `step` counts learning steps passed.
    """

    due: datetime
    stability: float
    difficulty: float
    state: State
    step: int
    interval_days: int
    reps: int
    lapses: int
    last_review: datetime


@dataclass(frozen=True, slots=True)
class Answered:
    """The learner rated a card.

    `due` is the instant that the pressed button promised, `took_ms` the time from showing to rating, `seen`
    the number of the card's entries that the page knew when it showed the card: two answers with the same
    `seen` answer one showing, and only the first by time of answering counts.
    """

    card: str
    rating: Rating
    due: datetime
    took_ms: int
    seen: int


@dataclass(frozen=True, slots=True)
class Undone:
    """The entry `entry`, about the card or note `subject`, is taken back; undoing an undo brings it back."""

    subject: str
    entry: str


@dataclass(frozen=True, slots=True)
class Suspended:
    """The card is out until it is resumed."""

    card: str


@dataclass(frozen=True, slots=True)
class Resumed:
    """The card is back after suspension, or after being buried."""

    card: str


@dataclass(frozen=True, slots=True)
class Buried:
    """The card is out until the instant `until`, the start of a study day."""

    card: str
    until: datetime


@dataclass(frozen=True, slots=True)
class Forgotten:
    """The card is New again; what was answered before no longer counts for its schedule."""

    card: str


@dataclass(frozen=True, slots=True)
class Rescheduled:
    """The learner set the instant at which the card is due; its memory stays."""

    card: str
    due: datetime


@dataclass(frozen=True, slots=True)
class Practised:
    """The learner rated a card beside its schedule, which stays as it was."""

    card: str
    rating: Rating
    took_ms: int


@dataclass(frozen=True, slots=True)
class Flagged:
    """The card has the flag, 1 to 7 as in Anki, or none (0)."""

    card: str
    flag: int


@dataclass(frozen=True, slots=True)
class Edited:
    """The note says what `after` says; its id stays."""

    note: str
    after: Note


@dataclass(frozen=True, slots=True)
class Retagged:
    """The note has the tags `added` besides its own, and no longer those `removed`."""

    note: str
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Moved:
    """The note lies in the deck of the id `deck`."""

    note: str
    deck: str


@dataclass(frozen=True, slots=True)
class Deleted:
    """The learner threw the note away; the log keeps what was learned, should the deletion be taken back."""

    note: str


@dataclass(frozen=True, slots=True)
class Traced:
    """A later version of the note's document came, and its sentence stands there at `source`.

    `document` is the id of that version. `before` is the sentence as it was, where it was reworded, else empty;
    `proposal` is what the note could say of the new wording.
    """

    note: str
    document: str
    source: Source
    before: str = ""
    proposal: Note | None = None


@dataclass(frozen=True, slots=True)
class Accepted:
    """The learner keeps the proposed note."""

    note: str


@dataclass(frozen=True, slots=True)
class Rejected:
    """The learner does not want the proposed note; it is never proposed again."""

    note: str


@dataclass(frozen=True, slots=True)
class Postponed:
    """The decision on the note is open (again): it waits in triage."""

    note: str


Happening = (
    Answered
    | Undone
    | Suspended
    | Resumed
    | Buried
    | Forgotten
    | Rescheduled
    | Practised
    | Flagged
    | Edited
    | Retagged
    | Moved
    | Deleted
    | Traced
    | Accepted
    | Rejected
    | Postponed
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the log: what happened, when, under an id made by whoever wrote it.

    `id` is any text of 8 to 64 characters that its writer never uses again (the browser, an import, the command
    line); the same id arriving again is the same entry. Entries made by one press, as by an edit of many notes,
    share a `gesture`: undo takes them back together. An entry without one stands for itself.
    """

    id: str
    at: datetime
    what: Happening
    gesture: str = ""
