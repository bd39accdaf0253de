"""Arrivals: files that a learner gave, kept until they are worked on, and what came of each document in them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

import sqlalchemy as sa

from cards.documents import parts
from cards.documents.model import Remark
from webreview.collection import log, tables
from webreview.collection.store import Collection
from webreview.errors import NotInCollectionError

_ARRIVAL, _FILE, _DOCUMENT = tables.arrival.c, tables.arrival_file.c, tables.arrival_document.c

# Reports of what was added are of interest for some days.
_REMEMBERED = timedelta(days=30)


class Outcome(StrEnum):
    """What came of a document: its notes are kept, it gave none or cannot be read, it waits for a password."""

    KEPT = "kept"
    REFUSED = "refused"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class Wish:
    """How the documents of an arrival are to be read and asked about; `encoding` is None where it is detected."""

    density: str = "normal"
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """A file as it was sent; its name may begin with folders."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file of an arrival without its content."""

    position: int
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one document: `document` is its id where it was kept; `remarks` say what was left out, or why all.

    `place` tells it from others of its name; `counts` has new, known, stayed, reworded and gone notes.
    """

    place: str
    name: str
    outcome: Outcome
    document: str | None = None
    counts: dict[str, int] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrival:
    """An arrival with its files, as long as they are kept, and the results so far, in the order of their places."""

    id: str
    wish: Wish
    given_at: datetime
    ended_at: datetime | None
    cancelled: bool
    left_out: tuple[Remark, ...]
    files: tuple[StoredFile, ...]
    results: tuple[Result, ...]


def receive(collection: Collection, learner: str, sent: Sequence[Sent], wish: Wish, *, now: datetime) -> str:
    """Keep what was given and return the id of the arrival; arrivals that ended long ago are forgotten."""
    arrival = log.new_id()
    with collection.writing(learner) as connection:
        _forget(connection, learner, before=now - _REMEMBERED)
        connection.execute(
            tables.arrival.insert().values(
                learner=learner, id=arrival, settings=json.dumps(asdict(wish)), given_at=now
            )
        )
        for position, one in enumerate(sent):
            connection.execute(
                tables.arrival_file.insert().values(
                    learner=learner,
                    arrival=arrival,
                    position=position,
                    name=one.name,
                    size=len(one.content),
                    content=one.content,
                )
            )
    return arrival


def get(collection: Collection, learner: str, arrival: str) -> Arrival:
    """Return the arrival; raise NotInCollectionError if there is none of that id."""
    with collection.reading() as connection:
        row = connection.execute(
            sa.select(tables.arrival).where(_ARRIVAL.learner == learner, _ARRIVAL.id == arrival)
        ).first()
        if row is None:
            raise NotInCollectionError(f"the collection has no arrival {arrival!r}")
        files = connection.execute(
            sa.select(_FILE.position, _FILE.name, _FILE.size)
            .where(_FILE.learner == learner, _FILE.arrival == arrival)
            .order_by(_FILE.position)
        )
        documents = connection.execute(
            sa.select(tables.arrival_document)
            .where(_DOCUMENT.learner == learner, _DOCUMENT.arrival == arrival)
            .order_by(_DOCUMENT.place)
        )
        return Arrival(
            id=row.id,
            wish=Wish(**json.loads(row.settings)),
            given_at=row.given_at,
            ended_at=row.ended_at,
            cancelled=row.cancelled,
            left_out=parts.remarks_from(row.left_out),
            files=tuple(StoredFile(*file) for file in files),
            results=tuple(_result(document) for document in documents),
        )


def unended(collection: Collection, learner: str) -> tuple[str, ...]:
    """Return the ids of the arrivals that have not ended, the first given first."""
    with collection.reading() as connection:
        return tuple(
            connection.scalars(
                sa.select(_ARRIVAL.id)
                .where(_ARRIVAL.learner == learner, _ARRIVAL.ended_at.is_(None))
                .order_by(_ARRIVAL.given_at, _ARRIVAL.id)
            )
        )


def content(collection: Collection, learner: str, arrival: str, position: int) -> bytes:
    """Return what a file of the arrival holds; raise NotInCollectionError where it is not kept any more."""
    with collection.reading() as connection:
        found: bytes | None = connection.scalar(
            sa.select(_FILE.content).where(
                _FILE.learner == learner, _FILE.arrival == arrival, _FILE.position == position
            )
        )
    if found is None:
        raise NotInCollectionError(f"the arrival {arrival!r} has ended")
    return found


def leave_out(collection: Collection, learner: str, arrival: str, remarks: Sequence[Remark]) -> None:
    """Keep what is said about files of the arrival that are no documents."""
    with collection.writing(learner) as connection:
        connection.execute(
            tables.arrival.update()
            .where(_ARRIVAL.learner == learner, _ARRIVAL.id == arrival)
            .values(left_out=parts.remarks_json(tuple(remarks)))
        )


def record(collection: Collection, learner: str, arrival: str, result: Result) -> None:
    """Keep what came of a document, in the place of what came of it before."""
    with collection.writing(learner) as connection:
        of_document = (
            _DOCUMENT.learner == learner,
            _DOCUMENT.arrival == arrival,
            _DOCUMENT.place == result.place,
        )
        connection.execute(tables.arrival_document.delete().where(*of_document))
        connection.execute(
            tables.arrival_document.insert().values(
                learner=learner,
                arrival=arrival,
                place=result.place,
                name=result.name,
                outcome=result.outcome.value,
                document=result.document,
                told=json.dumps({"counts": result.counts, "remarks": parts.remarks_json(result.remarks)}),
            )
        )


def end(
    collection: Collection, learner: str, arrival: str, *, now: datetime, cancelled: bool = False
) -> None:
    """Let the arrival have ended: its files are forgotten, what was kept of its documents stays."""
    with collection.writing(learner) as connection:
        connection.execute(
            tables.arrival_file.delete().where(_FILE.learner == learner, _FILE.arrival == arrival)
        )
        connection.execute(
            tables.arrival.update()
            .where(_ARRIVAL.learner == learner, _ARRIVAL.id == arrival, _ARRIVAL.ended_at.is_(None))
            .values(ended_at=now, cancelled=cancelled)
        )


def _forget(connection: sa.Connection, learner: str, *, before: datetime) -> None:
    old = sa.select(_ARRIVAL.id).where(_ARRIVAL.learner == learner, _ARRIVAL.ended_at < before)
    connection.execute(
        tables.arrival_document.delete().where(_DOCUMENT.learner == learner, _DOCUMENT.arrival.in_(old))
    )
    connection.execute(tables.arrival.delete().where(_ARRIVAL.learner == learner, _ARRIVAL.ended_at < before))


def _result(row: sa.Row[tuple[object, ...]]) -> Result:
    told = json.loads(row.told)
    remarks = parts.remarks_from(told["remarks"])
    return Result(row.place, row.name, Outcome(row.outcome), row.document, told["counts"], remarks)
