"""The rows of notes <-> what the entries about a note come to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from cards.model import Card, Note, cards_of
from cards.progress import Entry
from cards.revision import sentence_key
from webreview.collection import codec, tables
from webreview.review import note_history
from webreview.review.history import Decision

_NOTE = tables.note.c

COLUMNS: tuple[sa.Column[Any], ...] = (
    _NOTE.id,
    _NOTE.position,
    _NOTE.payload,
    _NOTE.deck,
    _NOTE.decision,
    _NOTE.added_as,
    _NOTE.added_to,
    _NOTE.document,
    _NOTE.added_in,
    _NOTE.rewording,
    _NOTE.sentence,
)


@dataclass(frozen=True, slots=True)
class Folded:
    """A note's row as it is, and what its entries come to.

    `before` and `after` are the columns that entries change, as they are kept and as they should be.
    """

    id: str
    position: int
    note: Note
    deck: str
    decision: Decision
    before: dict[str, str | None]
    after: dict[str, str | None]

    @property
    def cards(self) -> tuple[Card, ...]:
        return cards_of(self.note)

    @property
    def needs_new_rows(self) -> bool:
        """Whether the cards of the note, their deck or their document may be others than before."""
        return any(self.before[name] != self.after[name] for name in ("payload", "deck", "document"))


def folded(row: sa.Row[Any], entries: Sequence[Entry]) -> Folded:
    """Return the fold of the entries about the note of this row of `COLUMNS`."""
    added_as, added_to = row.added_as or row.payload, row.added_to or row.deck
    added = codec.note_from(added_as)
    added_in = row.added_in or row.document
    now = note_history.fold(added, added_to, entries, document=added_in or "")
    document = now.document or None
    payload = added_as if now.note is added else codec.note_json(now.note)
    return Folded(
        id=row.id,
        position=row.position,
        note=now.note,
        deck=now.deck,
        decision=now.decision,
        before={
            "payload": row.payload,
            "deck": row.deck,
            "decision": row.decision,
            "added_as": row.added_as,
            "added_to": row.added_to,
            "document": row.document,
            "added_in": row.added_in,
            "rewording": row.rewording,
            "sentence": row.sentence,
        },
        after={
            "payload": payload,
            "deck": now.deck,
            "decision": now.decision.value,
            "added_as": None if payload == added_as else added_as,
            "added_to": None if now.deck == added_to else added_to,
            "document": document,
            "added_in": None if document == added_in else added_in,
            "rewording": codec.rewording_json(now.rewording) if now.rewording else None,
            "sentence": sentence_key(now.note.source.quote),
        },
    )
