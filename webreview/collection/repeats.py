"""Notes that the collection has, in other words or from another document: what is not asked twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from cards.choosing.checks import squeezed
from cards.choosing.repeats import ALIKE, pieces_of
from cards.model import Note, cards_of
from cards.revision import sentence_key
from webreview.collection import codec, tables
from webreview.collection.schedules import batches
from webreview.collection.store import Collection
from webreview.review.history import Decision
from webreview.search.folding import answer_key

_NOTE = tables.note.c
_INDEX = tables.note_index.c

# Cards with one answer are worth a look side by side from here on; from `ALIKE` on they are the same card.
RESEMBLING = 0.45
# An answer that more notes have ("two", "yes") says nothing about them.
MOST_WITH_AN_ANSWER = 50


def asked_already(
    connection: sa.Connection, learner: str, notes: Sequence[Note], *, versions: Sequence[str]
) -> set[str]:
    """Return the ids of those of the notes that need not be asked, since another document's notes do it already.

    Another document asks about the same sentence, or has a note with the same answer to nearly the same question.
    `versions` are the document of the notes and the versions before it. Notes that the collection has are not told.
    """
    there = _among(connection, learner, [note.id for note in notes])
    fresh = [note for note in notes if note.id not in there]
    sentences = _sentences(connection, learner, fresh, versions)
    found = {note.id for note in fresh if sentence_key(note.source.quote) in sentences}
    others = _with_answers(connection, learner, fresh, besides=versions)
    for note in fresh:
        if any(_likeness(note, other) >= ALIKE for other in others.get(answer_key(note), ())):
            found.add(note.id)
    return found


def resembling(
    collection: Collection, learner: str, notes: Sequence[Note], *, versions: Sequence[str]
) -> dict[str, tuple[Note, ...]]:
    """Return, for those of the notes that have some, the accepted notes of other documents that are much like them."""
    with collection.reading() as connection:
        others = _with_answers(connection, learner, notes, besides=versions, decision=Decision.ACCEPTED)
    found = {
        note.id: tuple(
            other
            for other in others.get(answer_key(note), ())
            if other.id != note.id and _likeness(note, other) >= RESEMBLING
        )
        for note in notes
    }
    return {note: those for note, those in found.items() if those}


def _likeness(one: Note, other: Note) -> float:
    """Return from 0 to 1 how much the first prompts of the two have in common."""
    mine, theirs = (pieces_of(squeezed(cards_of(note)[0].prompt)) for note in (one, other))
    return len(mine & theirs) / len(mine | theirs)


def _among(connection: sa.Connection, learner: str, ids: Sequence[str]) -> set[str]:
    found: set[str] = set()
    for batch in batches(ids):
        found.update(
            connection.scalars(sa.select(_NOTE.id).where(_NOTE.learner == learner, _NOTE.id.in_(batch)))
        )
    return found


def _sentences(
    connection: sa.Connection, learner: str, notes: Iterable[Note], besides: Sequence[str]
) -> set[str]:
    """Return the keys of those of the notes' sentences that notes of other documents have."""
    keys = {sentence_key(note.source.quote) for note in notes} - {""}
    held: set[str] = set()
    for batch in batches(sorted(keys)):
        held.update(
            connection.scalars(
                sa.select(_NOTE.sentence).where(
                    _NOTE.learner == learner,
                    _NOTE.sentence.in_(batch),
                    _NOTE.document.is_not(None),
                    _NOTE.document.not_in(besides),
                )
            )
        )
    return held


def _with_answers(
    connection: sa.Connection,
    learner: str,
    notes: Iterable[Note],
    *,
    besides: Sequence[str],
    decision: Decision | None = None,
) -> dict[str, list[Note]]:
    """Return the notes of other documents by their answer, for the answers of these notes."""
    found: defaultdict[str, list[Note]] = defaultdict(list)
    elsewhere = sa.or_(_NOTE.document.is_(None), _NOTE.document.not_in(besides))
    for batch in batches(sorted({answer_key(note) for note in notes} - {""})):
        asked = (
            sa.select(_INDEX.answer, _NOTE.payload)
            .join(tables.note, sa.and_(_NOTE.learner == _INDEX.learner, _NOTE.id == _INDEX.note))
            .where(_INDEX.learner == learner, _INDEX.answer.in_(batch), elsewhere)
        )
        if decision is not None:
            asked = asked.where(_NOTE.decision == decision.value)
        for answer, payload in connection.execute(asked.order_by(_NOTE.position)):
            if len(found[answer]) < MOST_WITH_AN_ANSWER:
                found[answer].append(codec.note_from(payload))
    return dict(found)
