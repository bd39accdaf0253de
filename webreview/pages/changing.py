"""What can be done to many cards at once, by name: each is one gesture, which one undo takes back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from cards.errors import CardsError
from cards.progress import (
    Deleted,
    Edited,
    Flagged,
    Forgotten,
    Happening,
    Moved,
    Rescheduled,
    Resumed,
    Retagged,
    Suspended,
)
from webreview.collection import decks, gestures, learners, selecting
from webreview.collection.selecting import Selection
from webreview.desk import Desk
from webreview.review import days
from webreview.review.replacing import replaced
from webreview.sent import MOST_TAGS
from webreview.settings import LONGEST_INTERVAL_DAYS

MOST_CARDS = 10_000
LONGEST_DECK_NAME = 200
LONGEST_TAG = 200

MARK = "marked"
NAMES = (
    "suspend",
    "resume",
    "flag",
    "mark",
    "unmark",
    "tag",
    "untag",
    "deck",
    "due",
    "forget",
    "replace",
    "delete",
)


@dataclass(frozen=True, slots=True)
class Change:
    """A change by its name, and what the learner wrote for it; what the name does not need may be empty."""

    name: str
    flag: int = 0
    tags: str = ""
    deck: str = ""
    days: str = ""
    find: str = ""
    put: str = ""


def make(desk: Desk, gesture: str, change: Change, selection: Selection) -> int:
    """Make the change as one gesture; return how many entries it took. Raises CardsError for what cannot be done."""
    if not selection.cards:
        raise CardsError("No card is chosen; mark the cards that the change is for.")
    if len(selection.cards) > MOST_CARDS:
        raise CardsError(
            "{count} cards are more than the {most} that are changed at once; narrow the search.",
            count=len(selection.cards),
            most=MOST_CARDS,
        )
    now = desk.now()
    whats = _happenings(desk, change, selection, now)
    if whats:
        gestures.make(desk.collection, desk.learner, gesture, whats, now=now)
    return len(whats)


def deck_name(written: str) -> str:
    """Return the name of a deck as it is kept; raise CardsError for what names none."""
    parts = [" ".join(part.split()) for part in written.split("::")]
    name = "::".join(parts)
    if not all(parts) or len(name) > LONGEST_DECK_NAME:
        raise CardsError("“{name}” names no deck; write a name, or Parent::Child.", name=written[:50])
    return name


def _happenings(desk: Desk, change: Change, selection: Selection, now: datetime) -> list[Happening]:
    cards, notes = selection.cards, selection.notes
    match change.name:
        case "suspend":
            return [Suspended(card) for card in cards]
        case "resume":
            return [Resumed(card) for card in cards]
        case "forget":
            return [Forgotten(card) for card in cards]
        case "flag":
            return [Flagged(card, change.flag) for card in cards]
        case "due":
            due = _due(desk, change.days, now)
            return [Rescheduled(card, due) for card in cards]
        case "mark":
            return [Retagged(note, (MARK,)) for note in notes]
        case "unmark":
            return [Retagged(note, (), (MARK,)) for note in notes]
        case "tag":
            added = _tags(change.tags)
            return [Retagged(note, added) for note in notes]
        case "untag":
            removed = _tags(change.tags)
            return [Retagged(note, (), removed) for note in notes]
        case "deck":
            deck = decks.named(desk.collection, desk.learner, deck_name(change.deck), now=now)
            return [Moved(note, deck) for note in notes]
        case "replace":
            return _edits(desk, change, selection)
        case "delete":
            return [Deleted(note) for note in notes]
        case _:
            raise CardsError("This page has no such button; load it again.")


def _edits(desk: Desk, change: Change, selection: Selection) -> list[Happening]:
    if not change.find:
        raise CardsError("There is nothing to look for; write the words that are to be replaced.")
    found = selecting.notes(desk.collection, desk.learner, selection.notes)
    pairs = [(note, replaced(note, change.find, change.put)) for note in found]
    return [Edited(note.id, after) for note, after in pairs if after is not note]


def _due(desk: Desk, written: str, now: datetime) -> datetime:
    if not re.fullmatch(r"[0-9]{1,5}", written.strip()) or int(written) > LONGEST_INTERVAL_DAYS:
        raise CardsError(
            "“{days}” is no number of days; write 0 for today, 7 for a week from now.", days=written[:20]
        )
    settings = learners.settings(desk.collection, desk.learner)
    return days.starts(days.study_day(now, settings) + timedelta(days=int(written)), settings)


def _tags(written: str) -> tuple[str, ...]:
    tags = tuple(dict.fromkeys(written.split()))
    if not tags:
        raise CardsError("No tag is written; write one, or some with spaces between them.")
    if len(tags) > MOST_TAGS or any(len(tag) > LONGEST_TAG for tag in tags):
        raise CardsError(
            "These are more than {most} tags, or one is longer than {longest} characters.",
            most=MOST_TAGS,
            longest=LONGEST_TAG,
        )
    return tags
