"""Media: the pictures of documents and notes, each kept once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import sqlalchemy as sa

from cards.documents.model import Media
from cards.model import Note, Picture
from webreview.collection import tables
from webreview.collection.schedules import batches
from webreview.collection.store import Collection
from webreview.errors import NotInCollectionError

_MEDIA = tables.media.c
_CONTENT = sa.select(_MEDIA.name, _MEDIA.type, _MEDIA.content)


def add_in(connection: sa.Connection, learner: str, media: Iterable[Media], *, now: datetime) -> None:
    """Keep what is not there yet, within a transaction that is open for writing."""
    fresh = {one.name: one for one in media}
    for batch in batches(list(fresh)):
        there = sa.select(_MEDIA.name).where(_MEDIA.learner == learner, _MEDIA.name.in_(batch))
        for name in connection.scalars(there):
            del fresh[name]
    for one in fresh.values():
        connection.execute(
            tables.media.insert().values(
                learner=learner, name=one.name, type=one.type, content=one.content, added_at=now
            )
        )


def of_notes(collection: Collection, learner: str, notes: Iterable[Note]) -> tuple[Media, ...]:
    """Return the pictures that the notes show, each once, in the order of their names."""
    names = {shown.media for note in notes for shown in note.exhibits if isinstance(shown, Picture)}
    found: list[Media] = []
    with collection.reading() as connection:
        for batch in batches(sorted(names)):
            rows = connection.execute(_CONTENT.where(_MEDIA.learner == learner, _MEDIA.name.in_(batch)))
            found += [Media(*row) for row in rows]
    return tuple(sorted(found, key=lambda one: one.name))


def get(collection: Collection, learner: str, name: str) -> Media:
    """Return the picture with its bytes; raise NotInCollectionError if there is none of that name."""
    with collection.reading() as connection:
        row = connection.execute(_CONTENT.where(_MEDIA.learner == learner, _MEDIA.name == name)).first()
    if row is None:
        raise NotInCollectionError(f"the collection has no picture {name!r}")
    return Media(*row)
