"""Proof that the collection is whole: the chain of the log, and the cached schedule against its fold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import sqlalchemy as sa

from webreview.collection import answer_rows, codec, learners, note_index, schedules, tables
from webreview.collection.store import Collection
from webreview.settings import Settings

_ENTRY = tables.entry.c
_SCHEDULE = tables.schedule.c

_OF_NOTES: sa.BindParameter[list[str]] = sa.bindparam("some", expanding=True)
_CACHED = sa.select(tables.schedule).where(
    _SCHEDULE.learner == sa.bindparam("of_learner"), _SCHEDULE.note.in_(_OF_NOTES)
)

# Enough to see what kind of damage it is.
_MOST_PROBLEMS = 20

_REBUILD = "mend it with kapian check --rebuild"
_PIECE = 1000


@dataclass(frozen=True, slots=True)
class Findings:
    """What a check counted, and what is wrong: the first twenty problems, a sentence each; none if all is well."""

    entries: int
    notes: int
    cards: int
    problems: tuple[str, ...]


def check(collection: Collection, learner: str) -> Findings:
    """Read the learner's whole log and schedule and say what does not agree.

    Takes about a minute for a million entries.
    """
    with collection.reading() as connection:
        settings = learners.settings_in(connection, learner)
        # Nothing can be held against a log that was changed.
        broken = tuple(_broken_links(connection, learner))
        problems = broken or tuple(islice(_stale_rows(connection, learner, settings), _MOST_PROBLEMS))
        return Findings(
            entries=_count(connection, learner, tables.entry),
            notes=_count(connection, learner, tables.note),
            cards=_count(connection, learner, tables.schedule),
            problems=problems,
        )


def rebuild(collection: Collection, learner: str) -> None:
    """Make the learner's cached schedule anew from notes and log."""
    with collection.writing(learner) as connection:
        schedules.rebuild(connection, learner, learners.settings_in(connection, learner))


def _broken_links(connection: sa.Connection, learner: str) -> Iterator[str]:
    """Yield the first entry that is missing or was changed: after it nothing can be proved."""
    rows = connection.execute(
        sa.select(tables.entry)
        .where(_ENTRY.learner == learner)
        .order_by(_ENTRY.sequence)
        .execution_options(yield_per=_PIECE)
    )
    previous = codec.NOTHING_BEFORE
    for sequence, row in enumerate(rows, start=1):
        if row.sequence != sequence:
            yield f"log: entry {sequence} is missing; restore the collection from a backup"
            return
        if row.previous != previous or row.hash != codec.row_hash(row._asdict()):
            yield f"log: entry {sequence} ({row.id}) was changed; restore the collection from a backup"
            return
        previous = row.hash


def _stale_rows(connection: sa.Connection, learner: str, settings: Settings) -> Iterator[str]:
    """Yield a sentence for each cached row that is not the fold of the log."""
    notes = schedules.all_notes(connection, learner)
    for made in schedules.computed(connection, learner, notes, settings):
        for note in made.notes:
            for column, value in note.after.items():
                if note.before[column] != value:
                    yield f"note {note.id}: its {column} is not what the log says; {_REBUILD}"
        ids = [note.id for note in made.notes]
        for note_id in note_index.stale(connection, learner, ids):
            yield f"note {note_id}: what searches look at is not what it says; {_REBUILD}"
        batch = {"of_learner": learner, "some": ids}
        found = {cached.card: cached._asdict() for cached in connection.execute(_CACHED, batch)}
        for row in made.cards:
            if found.pop(row["card"], None) != row:
                yield f"card {row['card']}: its schedule is not what the log says; {_REBUILD}"
        cards = [row["card"] for row in made.cards]
        for card in answer_rows.stale(connection, learner, cards, made.answers):
            yield f"card {card}: its answers are not what the log says; {_REBUILD}"
        for card in found:
            yield f"card {card}: in the schedule, but its note has no such card; {_REBUILD}"


def _count(connection: sa.Connection, learner: str, table: sa.Table) -> int:
    counted = sa.select(sa.func.count()).select_from(table).where(table.c.learner == learner)
    return connection.scalar(counted) or 0
