"""Later versions of documents: which document a new text goes on with, and what becomes of its notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from cards.documents.model import Document
from cards.model import Note
from cards.progress import Entry, Happening, Traced
from cards.revision import Fate, Gone, Revision, Reworded, Stays, revise, sentence_key, sentences_of
from webreview.collection import codec, log, tables
from webreview.collection.schedules import batches
from webreview.collection.store import Collection
from webreview.review.history import Decision

_DOCUMENT = tables.document.c
_NOTE = tables.note.c

# A text under another name is a later version where it has most of an earlier one's sentences and about its length;
# a book that holds a chapter is a text of its own.
LEAST_SHARED = 0.6
LEAST_NOTES = 3
MOST_LONGER = 2.0


@dataclass(frozen=True, slots=True)
class Followed:
    """The version that a new text goes on with, and what becomes of the notes of it and of those before it."""

    version: str
    deck: str
    revision: Revision
    before: dict[str, str]

    def entries(self, document: Document, *, now: datetime) -> list[Entry]:
        """Return the entries that lead the notes to the new version; those whose sentence is gone stay behind."""
        gesture = log.new_id()
        traced = [_traced(fate, document, self.before) for fate in self.revision.fates]
        return [Entry(log.new_id(), now, what, gesture) for what in traced if what is not None]

    def of_kind(self, kind: type[Fate]) -> tuple[str, ...]:
        """Return the ids of the notes with this fate."""
        return tuple(fate.note for fate in self.revision.fates if isinstance(fate, kind))


def followed_by(
    collection: Collection, learner: str, document: Document, made: Sequence[Note]
) -> Followed | None:
    """Return what the document goes on with, if it is a later version of another that the collection has."""
    with collection.reading() as connection:
        there = connection.scalar(
            sa.select(_DOCUMENT.id).where(_DOCUMENT.learner == learner, _DOCUMENT.id == document.id)
        )
        if there is not None:
            return None
        version = _of_name(connection, learner, document.name) or _alike(connection, learner, document)
        rows = _notes_in(connection, learner, version, ancestors(connection, learner, version))
    notes = [codec.note_from(row.payload) for row in rows]
    revision = revise(notes, document, made)
    # Two texts may share a name and nothing else.
    if all(isinstance(fate, Gone) for fate in revision.fates):
        return None
    decks = Counter(row.deck for row in rows if row.decision != Decision.DELETED.value)
    (deck, _), *_ = decks.most_common(1) or [(rows[0].deck, 0)]
    return Followed(version, deck, revision, {note.id: note.source.quote for note in notes})


def ancestors(connection: sa.Connection, learner: str, document: str) -> tuple[str, ...]:
    """Return the ids of the versions that the document goes on with, the nearest first."""
    rows = connection.execute(
        sa.select(_DOCUMENT.id, _DOCUMENT.follows).where(
            _DOCUMENT.learner == learner, _DOCUMENT.follows.is_not(None)
        )
    )
    follows = {row.id: row.follows for row in rows}
    found: list[str] = []
    while (document := follows.get(document, "")) and document not in found:
        found.append(document)
    return tuple(found)


def _of_name(connection: sa.Connection, learner: str, name: str) -> str:
    """Return the latest document of that name, "" for none."""
    found = connection.scalar(
        sa.select(_DOCUMENT.id)
        .where(_DOCUMENT.learner == learner, _DOCUMENT.name == name)
        .order_by(_DOCUMENT.version.desc())
        .limit(1)
    )
    return found or ""


def _alike(connection: sa.Connection, learner: str, document: Document) -> str:
    """Return the document that has most of its notes' sentences in this text, and about its length; "" for none."""
    keys = sorted({key for text in sentences_of(document) if (key := sentence_key(text))})
    shared: Counter[str] = Counter()
    for batch in batches(keys):
        shared.update(
            connection.scalars(
                sa.select(_NOTE.document).where(
                    _NOTE.learner == learner, _NOTE.sentence.in_(batch), _NOTE.document.is_not(None)
                )
            )
        )
    for other, count in shared.most_common(3):
        notes, length = connection.execute(
            sa.select(sa.func.count(), sa.func.max(sa.func.length(_DOCUMENT.text)))
            .select_from(tables.note)
            .join(
                tables.document, sa.and_(_DOCUMENT.learner == _NOTE.learner, _DOCUMENT.id == _NOTE.document)
            )
            .where(_NOTE.learner == learner, _NOTE.document == other)
        ).one()
        longer = max(length, len(document.text)) / max(1, min(length, len(document.text)))
        if count >= max(LEAST_NOTES, LEAST_SHARED * notes) and longer <= MOST_LONGER:
            return other
    return ""


def _notes_in(
    connection: sa.Connection, learner: str, version: str, before: Sequence[str]
) -> Sequence[sa.Row[Any, Any, Any]]:
    return connection.execute(
        sa.select(_NOTE.payload, _NOTE.deck, _NOTE.decision)
        .where(_NOTE.learner == learner, _NOTE.document.in_([version, *before]))
        .order_by(_NOTE.position)
    ).all()


def _traced(fate: Fate, document: Document, before: dict[str, str]) -> Happening | None:
    match fate:
        case Stays(note=note, source=source):
            return Traced(note, document.id, source)
        case Reworded(note=note, source=source, proposal=proposal):
            return Traced(note, document.id, source, before[note], proposal)
        case Gone():
            return None
