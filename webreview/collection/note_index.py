"""What searches look at of each note: a cache beside the notes, made from them alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa

from webreview.collection import codec, tables
from webreview.search.folding import answer_key, folded, searchable

Row = dict[str, Any]

_NOTE = tables.note.c
_INDEX = tables.note_index.c
_TAG = tables.note_tag.c
_PIECE = 400

_OF_LEARNER: sa.BindParameter[str] = sa.bindparam("of_learner")
_SOME: sa.BindParameter[list[str]] = sa.bindparam("some", expanding=True)
_TO_READ = sa.select(_NOTE.id, _NOTE.position, _NOTE.document, _NOTE.added_at, _NOTE.payload).where(
    _NOTE.learner == _OF_LEARNER, _NOTE.id.in_(_SOME)
)
_KEPT = sa.select(tables.note_index).where(_INDEX.learner == _OF_LEARNER, _INDEX.note.in_(_SOME))
_KEPT_TAGS = sa.select(tables.note_tag).where(_TAG.learner == _OF_LEARNER, _TAG.note.in_(_SOME))
_FORGET = (
    tables.note_index.delete().where(_INDEX.learner == _OF_LEARNER, _INDEX.note.in_(_SOME)),
    tables.note_tag.delete().where(_TAG.learner == _OF_LEARNER, _TAG.note.in_(_SOME)),
)


def keep(connection: sa.Connection, learner: str, notes: Sequence[str]) -> None:
    """Make the rows of these notes anew from what the notes say."""
    for batch in _batches(notes):
        asked = {"of_learner": learner, "some": batch}
        for forget in _FORGET:
            connection.execute(forget, asked)
        made = [_made(learner, row) for row in connection.execute(_TO_READ, asked)]
        # In order of position, cards are found in the order in which they lie in the schedule.
        in_order = sorted((row for row, _ in made), key=lambda row: row["position"])
        connection.execute(tables.note_index.insert(), in_order)
        if tags := [tag for _, tags in made for tag in tags]:
            connection.execute(tables.note_tag.insert(), tags)


def stale(connection: sa.Connection, learner: str, notes: Sequence[str]) -> Iterator[str]:
    """Yield those of the notes whose rows are not what the notes say."""
    for batch in _batches(notes):
        asked = {"of_learner": learner, "some": batch}
        rows = {row.note: row._asdict() for row in connection.execute(_KEPT, asked)}
        tags: dict[str, list[Row]] = {}
        for tag in connection.execute(_KEPT_TAGS, asked):
            tags.setdefault(tag.note, []).append(tag._asdict())
        for found in connection.execute(_TO_READ, asked):
            row, of_note = _made(learner, found)
            kept = sorted(tags.get(found.id, []), key=_by_tag)
            if rows.get(found.id) != row or kept != sorted(of_note, key=_by_tag):
                yield found.id


def _made(learner: str, row: Any) -> tuple[Row, list[Row]]:
    """Return the row of a note, and those of its tags."""
    note = codec.note_from(row.payload)
    place = {"learner": learner, "note": row.id, "position": row.position}
    indexed = {
        **place,
        "document": row.document,
        "writer": folded(note.origin.writer),
        "added_at": row.added_at,
        "words": searchable(note),
        "answer": answer_key(note),
    }
    # PostgreSQL's text has no NUL, and UTF-8 no half of a surrogate pair.
    plain = (tag.encode("utf-8", "replace").decode().replace("\0", "?") for tag in note.tags)
    return indexed, [{**place, "tag": tag, "folded": folded(tag)} for tag in dict.fromkeys(plain)]


def _by_tag(row: Row) -> str:
    tag: str = row["tag"]
    return tag


def _batches(notes: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(notes), _PIECE):
        yield notes[start : start + _PIECE]
