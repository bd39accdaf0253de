"""The cached schedule: one row a card, brought up to date from the log."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from cards.model import cards_of
from cards.progress import Entry, Memory, State
from webreview.collection import codec, tables
from webreview.review import history
from webreview.review.history import Decision, History, Outcome
from webreview.settings import Settings

# Some builds of SQLite take no more than 999 variables in one statement.
_BATCH = 900

_SCHEDULE = tables.schedule.c
_NOTE = tables.note.c
_ENTRY = tables.entry.c

Row = dict[str, Any]

# What every answer runs is built once: SQLAlchemy takes longer to build a statement than SQLite to run it.
_OF_LEARNER: sa.BindParameter[str] = sa.bindparam("of_learner")
_SOME: sa.BindParameter[list[str]] = sa.bindparam("some", expanding=True)
_ENTRIES_ABOUT = (
    sa.select(_ENTRY.id, _ENTRY.kind, _ENTRY.subject, _ENTRY.payload, _ENTRY.happened_at)
    .where(_ENTRY.learner == _OF_LEARNER, _ENTRY.subject.in_(_SOME))
    .order_by(_ENTRY.happened_at, _ENTRY.sequence)
)
_CARDS_AMONG = (
    sa.select(_SCHEDULE.card, _NOTE.decision)
    .join(tables.note, sa.and_(_NOTE.learner == _SCHEDULE.learner, _NOTE.id == _SCHEDULE.note))
    .where(_SCHEDULE.learner == _OF_LEARNER, _SCHEDULE.card.in_(_SOME))
)
_NOTES_AMONG = sa.select(_NOTE.id).where(_NOTE.learner == _OF_LEARNER, _NOTE.id.in_(_SOME))
_KEEP_SCHEDULE = tables.schedule.update().where(
    _SCHEDULE.learner == _OF_LEARNER, _SCHEDULE.card == sa.bindparam("of_card")
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a card stands: its note and deck, the note's position, and its own index among its siblings."""

    note: str
    card: str
    deck: str
    position: int
    index: int


def memory_of(row: sa.Row[Any]) -> Memory | None:
    """Return the memory that a row of the schedule holds; None while the card is new."""
    if row.state == State.NEW:
        return None
    return Memory(
        due=row.due,
        stability=row.stability,
        difficulty=row.difficulty,
        state=State(row.state),
        step=row.step,
        interval_days=row.interval_days,
        reps=row.reps,
        lapses=row.lapses,
        last_review=row.last_review,
    )


def entries_in(connection: sa.Connection, learner: str, subjects: Iterable[str]) -> dict[str, list[Entry]]:
    """Return the entries about each card or note, in the order in which they happened."""
    found: dict[str, list[Entry]] = {subject: [] for subject in subjects}
    for batch in batches(list(found)):
        rows = connection.execute(_ENTRIES_ABOUT, {"of_learner": learner, "some": batch})
        for row in rows:
            found[row.subject].append(codec.entry_from(*row))
    return found


def subjects_in(connection: sa.Connection, learner: str, subjects: Iterable[str]) -> set[str]:
    """Return those of the subjects that are cards or notes of the learner."""
    asked = list(subjects)
    cards = _decisions_on(connection, learner, asked)
    return {*cards, *_notes_among(connection, learner, [one for one in asked if one not in cards])}


def refresh(
    connection: sa.Connection, learner: str, subjects: Iterable[str], settings: Settings
) -> dict[str, Outcome]:
    """Fold the entries of these cards and notes anew and keep the result; return what became of each entry."""
    entries = entries_in(connection, learner, subjects)
    outcomes: dict[str, Outcome] = {}
    decisions = _decisions_on(connection, learner, list(entries))
    notes = _notes_among(connection, learner, [one for one in entries if one not in decisions])
    for note in notes:
        outcomes |= history.outcomes_of(entries[note])
        _keep_decision(connection, learner, note, history.decide(entries[note]))
    if notes and decisions:
        decisions = _decisions_on(connection, learner, list(decisions))
    for card, decision in decisions.items():
        known = history.fold(card, entries[card], settings=settings)
        outcomes |= known.outcomes
        kept = {"of_learner": learner, "of_card": card, **_columns(known, decision)}
        connection.execute(_KEEP_SCHEDULE, kept)
    return outcomes


def computed(
    connection: sa.Connection, learner: str, notes: Sequence[str], settings: Settings
) -> Iterator[tuple[str, Decision, list[Row]]]:
    """Yield each note's id with its decision and the rows of its cards, all folded from notes and log."""
    for batch in batches(notes):
        found = connection.execute(
            sa.select(_NOTE.deck, _NOTE.position, _NOTE.payload)
            .where(_NOTE.learner == learner, _NOTE.id.in_(batch))
            .order_by(_NOTE.position)
        ).all()
        parsed = [(row.deck, row.position, codec.note_from(row.payload)) for row in found]
        cards = [card.id for _, _, note in parsed for card in cards_of(note)]
        entries = entries_in(connection, learner, [*batch, *cards])
        for deck, position, note in parsed:
            decision = history.decide(entries[note.id])
            rows = [
                row_of(
                    learner,
                    Place(note.id, card.id, deck, position, place),
                    history.fold(card.id, entries[card.id], settings=settings),
                    decision,
                )
                for place, card in enumerate(cards_of(note))
            ]
            yield note.id, decision, rows


def add(connection: sa.Connection, learner: str, notes: Sequence[str], settings: Settings) -> None:
    """Make the rows of notes that have none."""
    rows = [row for _, _, cards in computed(connection, learner, notes, settings) for row in cards]
    if rows:
        connection.execute(tables.schedule.insert(), rows)


def make_again(connection: sa.Connection, learner: str, note: str, settings: Settings) -> None:
    """Make the rows of a note whose cards may have changed."""
    connection.execute(tables.schedule.delete().where(_SCHEDULE.learner == learner, _SCHEDULE.note == note))
    add(connection, learner, [note], settings)


def rebuild(connection: sa.Connection, learner: str, settings: Settings) -> None:
    """Throw the learner's cached schedule and decisions away and make them again from notes and log."""
    connection.execute(tables.schedule.delete().where(_SCHEDULE.learner == learner))
    for note, decision, rows in computed(connection, learner, all_notes(connection, learner), settings):
        connection.execute(
            tables.note.update()
            .where(_NOTE.learner == learner, _NOTE.id == note)
            .values(decision=decision.value)
        )
        connection.execute(tables.schedule.insert(), rows)


def all_notes(connection: sa.Connection, learner: str) -> Sequence[str]:
    """Return the ids of the learner's notes by position."""
    return connection.scalars(
        sa.select(_NOTE.id).where(_NOTE.learner == learner).order_by(_NOTE.position)
    ).all()


def row_of(learner: str, place: Place, known: History, decision: Decision) -> Row:
    """Return the row of a card: where it stands, and what its entries come to."""
    return {
        "learner": learner,
        "card": place.card,
        "note": place.note,
        "deck": place.deck,
        "place": place.index,
        "position": place.position,
        "shuffle": int(hashlib.sha256(place.card.encode()).hexdigest()[:7], 16),
        **_columns(known, decision),
    }


def batches(values: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the values in pieces that fit into one statement."""
    for start in range(0, len(values), _BATCH):
        yield values[start : start + _BATCH]


def _notes_among(connection: sa.Connection, learner: str, subjects: list[str]) -> list[str]:
    found: list[str] = []
    for batch in batches(subjects):
        found += connection.scalars(_NOTES_AMONG, {"of_learner": learner, "some": batch})
    return found


def _decisions_on(connection: sa.Connection, learner: str, subjects: list[str]) -> dict[str, Decision]:
    """Return the decision on the note of each of the subjects that is a card."""
    found: dict[str, Decision] = {}
    for batch in batches(subjects):
        rows = connection.execute(_CARDS_AMONG, {"of_learner": learner, "some": batch})
        found.update((row.card, Decision(row.decision)) for row in rows)
    return found


def _keep_decision(connection: sa.Connection, learner: str, note: str, decision: Decision) -> None:
    connection.execute(
        tables.note.update().where(_NOTE.learner == learner, _NOTE.id == note).values(decision=decision.value)
    )
    accepted = decision is Decision.ACCEPTED
    connection.execute(
        tables.schedule.update()
        .where(_SCHEDULE.learner == learner, _SCHEDULE.note == note)
        .values(active=sa.not_(_SCHEDULE.suspended) if accepted else sa.false())
    )


def _columns(known: History, decision: Decision) -> Row:
    memory = known.memory
    return {
        "active": decision is Decision.ACCEPTED and not known.suspended,
        "state": memory.state.value if memory else State.NEW.value,
        "due": memory.due if memory else None,
        "stability": memory.stability if memory else None,
        "difficulty": memory.difficulty if memory else None,
        "step": memory.step if memory else None,
        "interval_days": memory.interval_days if memory else None,
        "reps": memory.reps if memory else None,
        "lapses": memory.lapses if memory else None,
        "last_review": memory.last_review if memory else None,
        "suspended": known.suspended,
        "buried_until": known.buried_until,
        "seen": known.seen,
        "introduced": known.introduced,
        "reviewed": known.reviewed,
    }
