"""The log: what the learner did, appended once and never changed."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import sqlalchemy as sa

from cards.errors import CardsError
from cards.progress import Edited, Entry, Flagged, Moved
from webreview.collection import codec, decks, learners, schedules, tables
from webreview.collection.store import Collection
from webreview.review.history import Outcome

_ENTRY = tables.entry.c

_KNOWN = sa.select(_ENTRY.id, _ENTRY.subject).where(
    _ENTRY.learner == sa.bindparam("of_learner"), _ENTRY.id.in_(sa.bindparam("some", expanding=True))
)
_LAST = (
    sa.select(_ENTRY.sequence, _ENTRY.hash)
    .where(_ENTRY.learner == sa.bindparam("of_learner"))
    .order_by(_ENTRY.sequence.desc())
    .limit(1)
)
_ADD = tables.entry.insert()


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of an entry that was sent.

    `known` says that it had arrived before; sending it again changed nothing. `outcome` is what it comes to
    now: `Outcome.UNKNOWN` entries were not stored, all others are on disk.
    """

    entry: str
    outcome: Outcome
    known: bool


def append(
    collection: Collection, learner: str, entries: Sequence[Entry], *, now: datetime
) -> tuple[Receipt, ...]:
    """Add the entries to the log and bring the schedule up to date; return a receipt for each, in order.

    All of it is one transaction, on disk when this returns. An entry whose id is known is not added again. One
    that happened before others takes its place among them. An entry from the future is taken to happen `now`.
    Raises CardsError for an id that is not 8 to 64 characters and for what no card or note can be.
    """
    with collection.writing(learner) as connection:
        return append_in(connection, learner, entries, now=now)


def append_in(
    connection: sa.Connection, learner: str, entries: Sequence[Entry], *, now: datetime
) -> tuple[Receipt, ...]:
    """Do what `append` does, within a transaction that is open for writing."""
    for entry in entries:
        _check(entry)
    settings = learners.settings_in(connection, learner)
    places: dict[str, int] = {}
    for place, sent in enumerate(entries):
        places.setdefault(sent.id, place)
    known = _known_in(connection, learner, list(places))
    unknown = [entries[place] for entry, place in places.items() if entry not in known]
    # An entry from the future happens now.
    arrived = [replace(entry, at=min(entry.at, now)) for entry in unknown]
    subjects = {codec.subject_of(entry.what) for entry in arrived}
    cards = schedules.cards_among(connection, learner, subjects)
    notes = schedules.notes_among(connection, learner, subjects - cards.keys())
    # A card that an edit took away still has its log: what happens to it is kept, should the card come back.
    gone = _ever_among(connection, learner, subjects - cards.keys() - notes)
    there = cards.keys() | notes | gone
    lands = _decks_named(connection, learner, arrived)
    new = [
        entry
        for entry in arrived
        if codec.subject_of(entry.what) in there
        and not (isinstance(entry.what, Moved) and entry.what.deck not in lands)
    ]
    _insert(connection, learner, new, now)
    outcomes = schedules.follow(connection, learner, cards, new, settings)
    # A known id may come again about something else; what counts is the entry that came first.
    folded_anew = {codec.subject_of(entry.what) for entry in new if entry.id not in outcomes}
    outcomes |= schedules.refresh(connection, learner, folded_anew | set(known.values()), settings)
    return tuple(
        Receipt(e.id, outcomes.get(e.id, Outcome.UNKNOWN), e.id in known or places[e.id] < place)
        for place, e in enumerate(entries)
    )


def entries_about(collection: Collection, learner: str, subject: str) -> tuple[Entry, ...]:
    """Return the entries about a card or note, in the order in which they happened."""
    with collection.reading() as connection:
        return tuple(schedules.entries_in(connection, learner, [subject]).get(subject, ()))


def new_id() -> str:
    """Return an id that no entry has had."""
    return uuid.uuid4().hex


def _check(entry: Entry) -> None:
    """Refuse what could not be kept, or would break the note or card that it is about."""
    if not 8 <= len(entry.id) <= 64 or not entry.id.isprintable():
        raise CardsError(f"the entry id {entry.id[:70]!r} is not 8 to 64 printable characters")
    if isinstance(entry.what, Flagged) and not 0 <= entry.what.flag <= 7:
        raise CardsError(f"the flag {entry.what.flag} is not 0 to 7")
    if isinstance(entry.what, Edited) and entry.what.after.id != entry.what.note:
        raise CardsError(f"the note {entry.what.note!r} cannot become {entry.what.after.id!r}")


def _decks_named(connection: sa.Connection, learner: str, entries: Sequence[Entry]) -> set[str]:
    """Return the ids of the learner's decks, where any entry names one."""
    if not any(isinstance(entry.what, Moved) for entry in entries):
        return set()
    return {deck.id for deck in decks.decks_in(connection, learner)}


def _known_in(connection: sa.Connection, learner: str, ids: list[str]) -> dict[str, str]:
    """Return the subject of each of these entries that is in the log."""
    known: dict[str, str] = {}
    for batch in schedules.batches(ids):
        rows = connection.execute(_KNOWN, {"of_learner": learner, "some": batch})
        known.update((row.id, row.subject) for row in rows)
    return known


def _ever_among(connection: sa.Connection, learner: str, subjects: set[str]) -> set[str]:
    """Return those of the subjects that the log has entries about."""
    found = schedules.entries_in(connection, learner, subjects)
    return {subject for subject, entries in found.items() if entries}


def _insert(connection: sa.Connection, learner: str, entries: Sequence[Entry], now: datetime) -> None:
    last = connection.execute(_LAST, {"of_learner": learner}).first()
    newest, previous = (last.sequence, last.hash) if last else (0, codec.NOTHING_BEFORE)
    rows = []
    for sequence, entry in enumerate(entries, start=newest + 1):
        row = codec.log_row(learner, sequence, entry, now, previous)
        previous = row["hash"]
        rows.append(row)
    if rows:
        connection.execute(_ADD, rows)
