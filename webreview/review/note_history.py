"""The log of a note -> what it says now, where it lies, and what was decided on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from cards.model import Note
from cards.progress import Accepted, Deleted, Edited, Entry, Moved, Postponed, Rejected, Retagged, Undone
from webreview.review.history import Decision, Outcome, outcomes_of


@dataclass(frozen=True, slots=True)
class NoteHistory:
    """What the entries about one note come to; `deck` is a deck's id."""

    note: Note
    deck: str
    decision: Decision = Decision.OPEN


def fold(added: Note, deck: str, entries: Sequence[Entry]) -> NoteHistory:
    """Return what the entries make of the note that was `added` to the deck; the last one that stands wins.

    `entries` are in the order in which they happened. A note with a change that stands was edited when its words or
    tags were last changed, or a change was taken back, so that Anki takes it for newer than what it has. A note
    without one is the note that was added, to the byte.
    """
    outcomes = outcomes_of(entries)
    history = NoteHistory(added, deck)
    for entry in entries:
        if outcomes[entry.id] is Outcome.COUNTS:
            history = _after(history, entry)
    if history.note is added:
        return history
    return replace(history, note=replace(history.note, edited_at=max(_changes(entries))))


def _after(history: NoteHistory, entry: Entry) -> NoteHistory:
    match entry.what:
        case Accepted():
            return replace(history, decision=Decision.ACCEPTED)
        case Rejected():
            return replace(history, decision=Decision.REJECTED)
        case Postponed():
            return replace(history, decision=Decision.OPEN)
        case Deleted():
            return replace(history, decision=Decision.DELETED)
        case Edited(after=after):
            return replace(history, note=after)
        case Retagged(added=added, removed=removed):
            return replace(history, note=replace(history.note, tags=_tags(history.note.tags, added, removed)))
        case Moved(deck=deck):
            return replace(history, deck=deck)
        case _:
            return history


def _tags(tags: Iterable[str], added: Iterable[str], removed: Iterable[str]) -> tuple[str, ...]:
    """Return the tags in their order, new ones behind; each once."""
    gone = set(removed)
    return tuple(tag for tag in dict.fromkeys((*tags, *added)) if tag not in gone)


def _changes(entries: Sequence[Entry]) -> list[datetime]:
    """Return when the note's words or tags were changed, or a change was taken back or brought back."""
    changing: set[str] = set()
    instants = []
    for entry in entries:
        undoes = isinstance(entry.what, Undone) and entry.what.entry in changing
        if undoes or isinstance(entry.what, Edited | Retagged):
            changing.add(entry.id)
            instants.append(entry.at)
    return instants
