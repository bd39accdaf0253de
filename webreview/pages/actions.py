"""What the learner does to the card under review beside answering it, by name; each is one gesture."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from cards.model import Note, cards_of
from cards.progress import Buried, Deleted, Flagged, Happening, Retagged, Suspended
from webreview.pages.showing import MARK

# The card's flags in Anki's order; 0 is none.
FLAGS = tuple(range(8))

# The names that a form may send, and that keys have (webreview/habits.py).
NAMES = (
    "bury-card",
    "bury-note",
    "suspend-card",
    "suspend-note",
    "delete",
    "mark",
    *(f"flag-{flag}" for flag in FLAGS),
)


def happenings(name: str, note: Note, card: str, *, day_ends: datetime) -> Sequence[Happening]:
    """Return what the action of this name does to the card or its note; `day_ends` is when buried cards come back."""
    siblings = [sibling.id for sibling in cards_of(note)]
    match name.split("-"):
        case ["bury", "card"]:
            return [Buried(card, day_ends)]
        case ["bury", "note"]:
            return [Buried(sibling, day_ends) for sibling in siblings]
        case ["suspend", "card"]:
            return [Suspended(card)]
        case ["suspend", "note"]:
            return [Suspended(sibling) for sibling in siblings]
        case ["flag", flag]:
            return [Flagged(card, int(flag))]
        case ["mark"]:
            marked = MARK in note.tags
            return [Retagged(note.id, () if marked else (MARK,), (MARK,) if marked else ())]
        case _:
            return [Deleted(note.id)]
