"""Notes: added once, edited in place, decided on in triage."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import sqlalchemy as sa

from cards.model import Note
from cards.progress import Accepted, Entry
from webreview.collection import codec, decks, learners, log, schedules, tables
from webreview.collection.store import Collection
from webreview.errors import NotInCollectionError
from webreview.review.history import Decision

_NOTE = tables.note.c
_SCHEDULE = tables.schedule.c


@dataclass(frozen=True, slots=True)
class KeptNote:
    """A note as the collection holds it.

    `deck` is a deck's id. `document` is the id of its document, empty for a note that came without one.
    """

    note: Note
    deck: str
    document: str
    decision: Decision


@dataclass(frozen=True, slots=True)
class Added:
    """What adding notes came to: the ids of new notes, of those the collection had in the same document, and
    of those it had from elsewhere, which are left as they were."""

    new: tuple[str, ...]
    known: tuple[str, ...]
    elsewhere: tuple[str, ...]


def add(collection: Collection, learner: str, notes: Sequence[Note], *, deck: str, now: datetime) -> Added:
    """Add notes without their document, as from a deck file, to the deck of that name, made if it is new.

    New notes are open: they wait in triage. A note whose id is known stays as it is.
    """
    with collection.writing(learner) as connection:
        return add_in(connection, learner, notes, deck=deck, document=None, now=now)


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
    """Return the notes that were made from the document, in document order."""
    return _found(collection, learner, _NOTE.document == document)


def of_deck(collection: Collection, learner: str, deck: str) -> tuple[KeptNote, ...]:
    """Return the notes of the deck and of the decks inside it, in the order in which new cards come."""
    within = decks.under(decks.all_decks(collection, learner), deck)
    return _found(collection, learner, _NOTE.deck.in_(within))


def get(collection: Collection, learner: str, note: str) -> KeptNote:
    """Return the note; raise NotInCollectionError if there is none of that id."""
    found = _found(collection, learner, _NOTE.id == note)
    if not found:
        raise NotInCollectionError(f"the collection has no note {note!r}")
    return found[0]


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
    """Keep the changed note under its id, edited `now`; return it as it is kept.

    Cards that it no longer has leave the schedule; the log keeps what was answered, should they come back.
    """
    edited = replace(note, edited_at=now)
    with collection.writing(learner) as connection:
        changed = connection.execute(
            tables.note.update()
            .where(_NOTE.learner == learner, _NOTE.id == note.id)
            .values(payload=codec.note_json(edited))
        )
        if changed.rowcount == 0:
            raise NotInCollectionError(f"the collection has no note {note.id!r}")
        schedules.make_again(connection, learner, note.id, learners.settings_in(connection, learner))
    return edited


def _found(collection: Collection, learner: str, which: sa.ColumnElement[bool]) -> tuple[KeptNote, ...]:
    with collection.reading() as connection:
        rows = connection.execute(
            sa.select(_NOTE.payload, _NOTE.deck, _NOTE.document, _NOTE.decision)
            .where(_NOTE.learner == learner, which)
            .order_by(_NOTE.position)
        )
        return tuple(
            KeptNote(codec.note_from(row.payload), row.deck, row.document or "", Decision(row.decision))
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
