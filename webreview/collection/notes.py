"""Notes: added once, edited in place, decided on in triage."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from cards.model import Note
from cards.progress import Accepted, Edited, Entry
from cards.revision import sentence_key
from webreview.collection import codec, decks, learners, log, schedules, tables, versions
from webreview.collection.store import Collection
from webreview.errors import NotInCollectionError
from webreview.review.history import Decision, Outcome
from webreview.review.note_history import Rewording

_NOTE = tables.note.c
_SCHEDULE = tables.schedule.c
_NOT_DELETED = _NOTE.decision != Decision.DELETED.value


@dataclass(frozen=True, slots=True)
class KeptNote:
    """A note as the collection holds it.

    `deck` is a deck's id. `document` is the id of its document, empty for a note that came without one. `rewording`
    waits for the learner's word where a later version of the document changed the note's sentence.
    """

    note: Note
    deck: str
    document: str
    decision: Decision
    rewording: Rewording | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """What adding notes came to: the ids of new notes, of those the collection had in the same document, and
    of those it had from elsewhere, which are left as they were.

    `repeats` counts notes that were left out because another document's notes ask about their sentence, or nearly
    the same.
    For a later version of a document, `stayed` are its notes whose sentence is as it was, `reworded` those whose
    sentence was changed, `gone` those that no sentence is like; they stay with the version before.
    """

    new: tuple[str, ...]
    known: tuple[str, ...]
    elsewhere: tuple[str, ...]
    repeats: int = 0
    stayed: tuple[str, ...] = ()
    reworded: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


def add(
    collection: Collection,
    learner: str,
    notes: Sequence[Note],
    *,
    deck: str,
    document: str | None = None,
    now: datetime,
) -> Added:
    """Add notes to the deck of that name, made if it is new; `document` is the id of their document, if it is here.

    New notes are open: they wait in triage. A note whose id is known stays as it is.
    """
    with collection.writing(learner) as connection:
        return add_in(connection, learner, notes, deck=deck, document=document, now=now)


def add_in(
    connection: sa.Connection,
    learner: str,
    notes: Sequence[Note],
    *,
    deck: str,
    document: str | None,
    now: datetime,
) -> Added:
    """Do what `add` does, within a transaction that is open for writing; `document` is its id."""
    settings = learners.settings_in(connection, learner)
    unique = list({note.id: note for note in reversed(notes)}.values())[::-1]
    there = _documents_of(connection, learner, [note.id for note in unique])
    new = [note for note in unique if note.id not in there]
    if new:
        deck_id = decks.named_in(connection, learner, deck, now)
        first = 1 + (
            connection.scalar(sa.select(sa.func.max(_NOTE.position)).where(_NOTE.learner == learner)) or 0
        )
        connection.execute(
            tables.note.insert(),
            [
                {
                    "learner": learner,
                    "id": note.id,
                    "deck": deck_id,
                    "document": document,
                    "position": position,
                    "payload": codec.note_json(note),
                    "decision": Decision.OPEN.value,
                    "sentence": sentence_key(note.source.quote),
                    "added_at": now,
                }
                for position, note in enumerate(new, start=first)
            ],
        )
        schedules.add(connection, learner, [note.id for note in new], settings)
    return Added(
        new=tuple(note.id for note in new),
        known=tuple(known for known, of in there.items() if of == document),
        elsewhere=tuple(known for known, of in there.items() if of != document),
    )


def of_document(collection: Collection, learner: str, document: str) -> tuple[KeptNote, ...]:
    """Return the notes that were made from the document, in document order; deleted ones are left out."""
    found = _found(collection, learner, sa.and_(_NOTE.document == document, _NOT_DELETED))
    # Positions are those of the order in which notes were added; a later version of the text has an order of its own.
    return tuple(sorted(found, key=lambda kept: kept.note.source.span))


def left_behind(collection: Collection, learner: str, document: str) -> tuple[KeptNote, ...]:
    """Return the notes of earlier versions whose sentence is not in the document; rejected ones are left out."""
    with collection.reading() as connection:
        before = versions.ancestors(connection, learner, document)
    rejected = _NOTE.decision == Decision.REJECTED.value
    return _found(collection, learner, sa.and_(_NOTE.document.in_(before), _NOT_DELETED, sa.not_(rejected)))


def of_deck(collection: Collection, learner: str, deck: str) -> tuple[KeptNote, ...]:
    """Return the notes of the deck and of the decks inside it, in the order in which new cards come.

    Deleted ones are left out.
    """
    within = decks.under(decks.all_decks(collection, learner), deck)
    return _found(collection, learner, sa.and_(_NOTE.deck.in_(within), _NOT_DELETED))


def get(collection: Collection, learner: str, note: str) -> KeptNote:
    """Return the note, deleted or not; raise NotInCollectionError if there is none of that id."""
    found = _found(collection, learner, _NOTE.id == note)
    if not found:
        raise NotInCollectionError(f"the collection has no note {note!r}")
    return found[0]


def card_ids(collection: Collection, learner: str, notes: Sequence[str]) -> tuple[str, ...]:
    """Return the ids of all cards of these notes: what happens to a whole note happens to each of them."""
    found: list[tuple[int, int, str]] = []
    with collection.reading() as connection:
        for batch in schedules.batches(notes):
            rows = connection.execute(
                sa.select(_SCHEDULE.position, _SCHEDULE.place, _SCHEDULE.card).where(
                    _SCHEDULE.learner == learner, _SCHEDULE.note.in_(batch)
                )
            )
            found += [(row.position, row.place, row.card) for row in rows]
    return tuple(card for _, _, card in sorted(found))


def accept(collection: Collection, learner: str, notes: Iterable[str], *, now: datetime) -> int:
    """Accept those of the notes that are open; return how many there were. Rejected notes stay rejected."""
    with collection.writing(learner) as connection:
        found: list[tuple[int, str]] = []
        for batch in schedules.batches(list(notes)):
            rows = connection.execute(
                sa.select(_NOTE.position, _NOTE.id).where(
                    _NOTE.learner == learner, _NOTE.id.in_(batch), _NOTE.decision == Decision.OPEN.value
                )
            )
            found += [(row.position, row.id) for row in rows]
        open_ones = [note for _, note in sorted(found)]
        log.append_in(
            connection, learner, [Entry(log.new_id(), now, Accepted(note)) for note in open_ones], now=now
        )
    return len(open_ones)


def edit(collection: Collection, learner: str, note: Note, *, now: datetime) -> Note:
    """Let the note of this id say what `note` says, as an entry of the log; return it as it is kept.

    Cards that it no longer has leave the schedule; the log keeps what was answered, should they come back.
    """
    (receipt,) = log.append(collection, learner, [Entry(log.new_id(), now, Edited(note.id, note))], now=now)
    if receipt.outcome is Outcome.UNKNOWN:
        raise NotInCollectionError(f"the collection has no note {note.id!r}")
    return get(collection, learner, note.id).note


def _found(collection: Collection, learner: str, which: sa.ColumnElement[bool]) -> tuple[KeptNote, ...]:
    with collection.reading() as connection:
        rows = connection.execute(
            sa.select(_NOTE.payload, _NOTE.deck, _NOTE.document, _NOTE.decision, _NOTE.rewording)
            .where(_NOTE.learner == learner, which)
            .order_by(_NOTE.position)
        )
        return tuple(
            KeptNote(
                codec.note_from(row.payload),
                row.deck,
                row.document or "",
                Decision(row.decision),
                codec.rewording_from(row.rewording) if row.rewording else None,
            )
            for row in rows
        )


def _documents_of(connection: sa.Connection, learner: str, ids: list[str]) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for batch in schedules.batches(ids):
        rows = connection.execute(
            sa.select(_NOTE.id, _NOTE.document).where(_NOTE.learner == learner, _NOTE.id.in_(batch))
        )
        found.update((row.id, row.document) for row in rows)
    return found
