"""What the learner did with one press: made, taken back and brought back as a whole, to any depth."""

from __future__ import annotations

from collections.abc import Collection as Some
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import get_args

import sqlalchemy as sa

from cards.errors import CardsError
from cards.progress import Accepted, Entry, Happening, Postponed, Rejected, Traced, Undone
from webreview.collection import codec, log, schedules, tables
from webreview.collection.log import Receipt
from webreview.collection.store import Collection
from webreview.review.history import Outcome, outcomes_of

# A gesture of many entries numbers them behind its own id, which must leave room for that.
LONGEST_ID = 56

# What undo takes back while cards are reviewed or browsed; decisions on proposals are taken back in triage,
# and that a document has a later version is nothing to take back.
CHANGES = frozenset(get_args(Happening)) - {Undone, Traced, Accepted, Rejected, Postponed}

_ENTRY = tables.entry.c
_COLUMNS = (_ENTRY.id, _ENTRY.kind, _ENTRY.subject, _ENTRY.payload, _ENTRY.happened_at, _ENTRY.gesture)


@dataclass(frozen=True, slots=True)
class _Step:
    """An entry of the log and whether it stands."""

    entry: Entry
    stands: bool


def make(
    collection: Collection, learner: str, gesture: str, whats: Sequence[Happening], *, now: datetime
) -> tuple[Receipt, ...]:
    """Append all that the gesture does; the id of a gesture that was made already changes nothing.

    `gesture` is an id of 8 to 56 characters that its maker never uses again. Raises CardsError for another one.
    """
    with collection.writing(learner) as connection:
        return log.append_in(connection, learner, _entries(gesture, whats, now), now=now)


def undo(
    collection: Collection,
    learner: str,
    gesture: str,
    *,
    now: datetime,
    kinds: Some[type[Happening]] = CHANGES,
    about: Some[str] | None = None,
) -> tuple[Entry, ...]:
    """Take back the last gesture of these kinds that stands; return its entries, none where nothing stands.

    With `about`, only what was done to one of these cards and notes. The undo is itself a gesture under the id given:
    sent again it takes nothing more back and returns the same.
    """
    with collection.writing(learner) as connection:
        if not (steps := _taken_by(connection, learner, gesture)):
            steps = _last_standing(connection, learner, kinds, about)
            _take_back(connection, learner, gesture, steps, now)
        return tuple(steps)


def redo(
    collection: Collection,
    learner: str,
    gesture: str,
    *,
    now: datetime,
    kinds: Some[type[Happening]] = CHANGES,
) -> tuple[Entry, ...]:
    """Bring back what the last undo took, unless something was done since; return the entries that stand again."""
    with collection.writing(learner) as connection:
        if not (undos := _taken_by(connection, learner, gesture)):
            undos = _last_undo(connection, learner, kinds)
            _take_back(connection, learner, gesture, undos, now)
        return tuple(_named_by(connection, learner, undos))


def last_standing(
    collection: Collection, learner: str, *, kinds: Some[type[Happening]] = CHANGES
) -> tuple[Entry, ...]:
    """Return the entries of the gesture that undo would take back; none where nothing stands."""
    with collection.reading() as connection:
        return tuple(_last_standing(connection, learner, kinds))


def _entries(gesture: str, whats: Sequence[Happening], now: datetime) -> list[Entry]:
    if not 8 <= len(gesture) <= LONGEST_ID:
        raise CardsError(f"the id {gesture[:70]!r} is not 8 to {LONGEST_ID} characters")
    if len(whats) == 1:
        return [Entry(gesture, now, whats[0])]
    return [Entry(f"{gesture}-{number}", now, what, gesture) for number, what in enumerate(whats, start=1)]


def _take_back(
    connection: sa.Connection, learner: str, gesture: str, taken: Sequence[Entry], now: datetime
) -> None:
    whats = [Undone(codec.subject_of(entry.what), entry.id) for entry in reversed(taken)]
    log.append_in(connection, learner, _entries(gesture, whats, now), now=now)


def _last_standing(
    connection: sa.Connection, learner: str, kinds: Some[type[Happening]], about: Some[str] | None = None
) -> list[Entry]:
    for step in _backwards(connection, learner):
        what = step.entry.what
        if step.stands and type(what) in kinds and (about is None or codec.subject_of(what) in about):
            return _standing_with(connection, learner, step.entry)
    return []


def _last_undo(connection: sa.Connection, learner: str, kinds: Some[type[Happening]]) -> list[Entry]:
    """Return the undo that a redo takes back: the last that stands, if nothing that stands was done after it."""
    for step in _backwards(connection, learner):
        what = step.entry.what
        if not step.stands:
            continue
        if isinstance(what, Undone):
            named = _of_ids(connection, learner, [what.entry])
            if named and type(named[0].what) in kinds:
                return _standing_with(connection, learner, step.entry)
        elif type(what) in kinds:
            return []
    return []


def _backwards(connection: sa.Connection, learner: str) -> Iterator[_Step]:
    """Yield the learner's entries from the last that arrived to the first."""
    newest = sa.select(*_COLUMNS).where(_ENTRY.learner == learner).order_by(_ENTRY.sequence.desc())
    outcomes: dict[str, dict[str, Outcome]] = {}
    for row in connection.execute(newest.execution_options(yield_per=16)):
        if row.subject not in outcomes:
            about = schedules.entries_in(connection, learner, [row.subject])[row.subject]
            outcomes[row.subject] = outcomes_of(about)
        yield _Step(codec.entry_from(*row), outcomes[row.subject][row.id] is Outcome.COUNTS)


def _standing_with(connection: sa.Connection, learner: str, entry: Entry) -> list[Entry]:
    """Return the entries of the entry's gesture that stand, in the order in which they were made."""
    if not entry.gesture:
        return [entry]
    made = _found(connection, learner, _ENTRY.gesture == entry.gesture)
    subjects = {codec.subject_of(one.what) for one in made}
    about = schedules.entries_in(connection, learner, subjects)
    outcomes = {subject: outcomes_of(entries) for subject, entries in about.items()}
    return [one for one in made if outcomes[codec.subject_of(one.what)][one.id] is Outcome.COUNTS]


def _taken_by(connection: sa.Connection, learner: str, gesture: str) -> list[Entry]:
    """Return what the undo of this id took back when it was made; none if there is no such undo."""
    undos = _found(connection, learner, sa.or_(_ENTRY.id == gesture, _ENTRY.gesture == gesture))
    return _named_by(connection, learner, undos)


def _named_by(connection: sa.Connection, learner: str, undos: Sequence[Entry]) -> list[Entry]:
    """Return the entries that the undos name, the first made first."""
    named = [undo.what.entry for undo in undos if isinstance(undo.what, Undone)]
    return _of_ids(connection, learner, named)


def _of_ids(connection: sa.Connection, learner: str, ids: Sequence[str]) -> list[Entry]:
    return [
        entry
        for batch in schedules.batches(ids)
        for entry in _found(connection, learner, _ENTRY.id.in_(batch))
    ]


def _found(connection: sa.Connection, learner: str, which: sa.ColumnElement[bool]) -> list[Entry]:
    rows = connection.execute(
        sa.select(*_COLUMNS).where(_ENTRY.learner == learner, which).order_by(_ENTRY.sequence)
    )
    return [codec.entry_from(*row) for row in rows]
