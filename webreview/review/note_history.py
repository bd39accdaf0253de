"""The log of a note -> what it says now, where it lies, and what was decided on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from cards.model import Note
from cards.progress import (
    Accepted,
    Deleted,
    Edited,
    Entry,
    Moved,
    Postponed,
    Rejected,
    Retagged,
    Traced,
    Undone,
)
from webreview.review.history import Decision, Outcome, outcomes_of


@dataclass(frozen=True, slots=True)
class Rewording:
    """A later version of the document changed the note's sentence, and the learner has not said what to do.

    `before` is the sentence as it was, `proposal` what the note could say of the new one, if there is something.
    """

    before: str
    proposal: Note | None = None


@dataclass(frozen=True, slots=True)
class NoteHistory:
    """What the entries about one note come to.

    `deck` is a deck's id, `document` that of the version in which its sentence stands ("" for none).
    """

    note: Note
    deck: str
    decision: Decision = Decision.OPEN
    document: str = ""
    rewording: Rewording | None = None


def fold(added: Note, deck: str, entries: Sequence[Entry], *, document: str = "") -> NoteHistory:
    """Return what the entries make of the note that was `added` to the deck; the last one that stands wins.

    `entries` are in the order in which they happened. A note with a change that stands was edited when its words,
    tags or sentence were last changed, or a change was taken back, so that Anki takes it for newer than what it has.
    A note without one is the note that was added, to the byte. Where a note's sentence stands is its document's
    affair: an edit leaves it as it is.
    """
    outcomes = outcomes_of(entries)
    history = NoteHistory(added, deck, document=document)
    for entry in entries:
        if outcomes[entry.id] is Outcome.COUNTS:
            history = _after(history, entry)
    if history.note is added:
        return history
    edited_at = max(_changes(entries), default=added.edited_at)
    return replace(history, note=replace(history.note, edited_at=edited_at))


def _after(history: NoteHistory, entry: Entry) -> NoteHistory:
    match entry.what:
        case Accepted():
            return replace(history, decision=Decision.ACCEPTED, rewording=None)
        case Rejected():
            return replace(history, decision=Decision.REJECTED, rewording=None)
        case Postponed():
            return replace(history, decision=Decision.OPEN)
        case Deleted():
            return replace(history, decision=Decision.DELETED)
        case Edited(after=after):
            return replace(history, note=replace(after, source=history.note.source), rewording=None)
        case Traced():
            return _traced(history, entry.what)
        case Retagged(added=added, removed=removed):
            return replace(history, note=replace(history.note, tags=_tags(history.note.tags, added, removed)))
        case Moved(deck=deck):
            return replace(history, deck=deck)
        case _:
            return history


def _traced(history: NoteHistory, what: Traced) -> NoteHistory:
    rewording = history.rewording
    if what.before and history.decision is not Decision.REJECTED:
        # Of several changes in turn the learner compares the last wording with the first.
        rewording = Rewording(rewording.before if rewording else what.before, what.proposal)
    return replace(
        history,
        note=replace(history.note, source=what.source),
        document=what.document,
        rewording=rewording,
    )


def _tags(tags: Iterable[str], added: Iterable[str], removed: Iterable[str]) -> tuple[str, ...]:
    """Return the tags in their order, new ones behind; each once."""
    gone = set(removed)
    return tuple(tag for tag in dict.fromkeys((*tags, *added)) if tag not in gone)


def _changes(entries: Sequence[Entry]) -> list[datetime]:
    """Return when the note's words, tags or sentence were changed, or a change was taken back or brought back."""
    changing: set[str] = set()
    instants = []
    for entry in entries:
        undoes = isinstance(entry.what, Undone) and entry.what.entry in changing
        rewords = isinstance(entry.what, Traced) and entry.what.before != ""
        if undoes or rewords or isinstance(entry.what, Edited | Retagged):
            changing.add(entry.id)
            instants.append(entry.at)
    return instants
