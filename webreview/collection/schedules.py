"""The cached schedule: one row a card, brought up to date from the log."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from cards.progress import Entry
from webreview.collection import answer_rows, codec, note_index, note_rows, tables
from webreview.collection.note_rows import Folded
from webreview.collection.schedule_rows import Place, Row, columns, history_of, row_of
from webreview.review import history
from webreview.review.history import Decision, History, Outcome
from webreview.settings import Settings

# Some builds of SQLite take no more than 999 variables in one statement.
_BATCH = 900

_SCHEDULE = tables.schedule.c
_NOTE = tables.note.c
_ENTRY = tables.entry.c

# What every answer runs is built once: SQLAlchemy takes longer to build a statement than SQLite to run it.
_OF_LEARNER: sa.BindParameter[str] = sa.bindparam("of_learner")
_SOME: sa.BindParameter[list[str]] = sa.bindparam("some", expanding=True)
# Sorted by us: asked for an order, SQLite walks the index that has it, through the whole log.
_ENTRIES_ABOUT = sa.select(
    _ENTRY.id,
    _ENTRY.kind,
    _ENTRY.subject,
    _ENTRY.payload,
    _ENTRY.happened_at,
    _ENTRY.gesture,
    _ENTRY.sequence,
).where(_ENTRY.learner == _OF_LEARNER, _ENTRY.subject.in_(_SOME))
_CARDS_AMONG = (
    sa.select(tables.schedule, _NOTE.decision)
    .join(tables.note, sa.and_(_NOTE.learner == _SCHEDULE.learner, _NOTE.id == _SCHEDULE.note))
    .where(_SCHEDULE.learner == _OF_LEARNER, _SCHEDULE.card.in_(_SOME))
)
_NOTES_AMONG = sa.select(_NOTE.id).where(_NOTE.learner == _OF_LEARNER, _NOTE.id.in_(_SOME))
_NOTES_TO_FOLD = sa.select(*note_rows.COLUMNS).where(_NOTE.learner == _OF_LEARNER, _NOTE.id.in_(_SOME))
_OF_NOTE: sa.BindParameter[str] = sa.bindparam("of_note")
_KEEP_NOTE = tables.note.update().where(_NOTE.learner == _OF_LEARNER, _NOTE.id == _OF_NOTE)
_KEEP_ACTIVE = (
    tables.schedule.update()
    .where(_SCHEDULE.learner == _OF_LEARNER, _SCHEDULE.note == _OF_NOTE)
    .values(
        active=sa.and_(sa.bindparam("accepted", type_=sa.Boolean()), sa.not_(_SCHEDULE.suspended)),
        kept=sa.bindparam("accepted", type_=sa.Boolean()),
    )
)
_KEEP_SCHEDULE = tables.schedule.update().where(
    _SCHEDULE.learner == _OF_LEARNER, _SCHEDULE.card == sa.bindparam("of_card")
)


@dataclass(frozen=True, slots=True)
class Standing:
    """What a card's row says: what its entries come to, and the decision on its note."""

    known: History
    decision: Decision


@dataclass(frozen=True, slots=True)
class Computed:
    """Notes folded from the log, the rows of their cards, and those of the answers to these."""

    notes: list[Folded]
    cards: list[Row]
    answers: list[Row]


def entries_in(connection: sa.Connection, learner: str, subjects: Iterable[str]) -> dict[str, list[Entry]]:
    """Return the entries about each card or note, in the order in which they happened."""
    found: dict[str, list[Entry]] = {subject: [] for subject in subjects}
    for batch in batches(list(found)):
        rows = connection.execute(_ENTRIES_ABOUT, {"of_learner": learner, "some": batch})
        for row in sorted(rows, key=lambda row: (row.happened_at, row.sequence)):
            found[row.subject].append(codec.entry_from(*row[:-1]))
    return found


def cards_among(connection: sa.Connection, learner: str, subjects: Iterable[str]) -> dict[str, Standing]:
    """Return what is cached of those of the subjects that are cards of the learner."""
    found: dict[str, Standing] = {}
    for batch in batches(list(subjects)):
        rows = connection.execute(_CARDS_AMONG, {"of_learner": learner, "some": batch})
        found.update((row.card, Standing(history_of(row), Decision(row.decision))) for row in rows)
    return found


def notes_among(connection: sa.Connection, learner: str, subjects: Iterable[str]) -> set[str]:
    """Return those of the subjects that are notes of the learner."""
    found: set[str] = set()
    for batch in batches(list(subjects)):
        found.update(connection.scalars(_NOTES_AMONG, {"of_learner": learner, "some": batch}))
    return found


def follow(
    connection: sa.Connection,
    learner: str,
    cards: dict[str, Standing],
    new: Sequence[Entry],
    settings: Settings,
) -> dict[str, Outcome]:
    """Bring the rows of `cards` up to date with the new entries where that takes no older ones.

    Returns what became of these entries; the others have still to be folded with `refresh`.
    """
    about: dict[str, list[Entry]] = {card: [] for card in cards}
    for entry in new:
        if (subject := codec.subject_of(entry.what)) in about:
            about[subject].append(entry)
    followed = {
        card: known
        for card, entries in about.items()
        if (known := history.continued(cards[card].known, card, entries, settings=settings)) is not None
    }
    _keep(
        connection, learner, {card: Standing(known, cards[card].decision) for card, known in followed.items()}
    )
    given = {card: known.answers for card, known in followed.items()}
    answer_rows.add(connection, answer_rows.rows_of(learner, given, settings))
    return {entry: outcome for known in followed.values() for entry, outcome in known.outcomes.items()}


def refresh(
    connection: sa.Connection, learner: str, subjects: Iterable[str], settings: Settings
) -> dict[str, Outcome]:
    """Fold the entries of these cards and notes anew and keep the result; return what became of each entry."""
    entries = entries_in(connection, learner, subjects)
    outcomes: dict[str, Outcome] = {}
    for about in entries.values():
        outcomes |= history.outcomes_of(about)
    for batch in batches(list(entries)):
        notes = _folded(connection, learner, batch, entries)
        _keep_notes(connection, learner, notes, settings)
    cards = {
        card: Standing(history.fold(card, entries[card], settings=settings), standing.decision)
        for card, standing in cards_among(connection, learner, entries).items()
    }
    _keep(connection, learner, cards)
    for batch in batches(list(cards)):
        answer_rows.forget(connection, learner, batch)
    given = {card: standing.known.answers for card, standing in cards.items()}
    answer_rows.add(connection, answer_rows.rows_of(learner, given, settings))
    return outcomes


def computed(
    connection: sa.Connection, learner: str, notes: Sequence[str], settings: Settings
) -> Iterator[Computed]:
    """Yield, for some hundred notes at a time, all that is cached of them, folded from the log."""
    for batch in batches(notes):
        found = connection.execute(_NOTES_TO_FOLD, {"of_learner": learner, "some": batch}).all()
        entries = entries_in(connection, learner, batch)
        folded = [
            note_rows.folded(row, entries[row.id]) for row in sorted(found, key=lambda row: row.position)
        ]
        about = entries_in(connection, learner, [card.id for note in folded for card in note.cards])
        known = {card: history.fold(card, entries, settings=settings) for card, entries in about.items()}
        rows = [
            row_of(
                learner,
                Place(note.id, card.id, note.deck, note.after["document"], note.position, place),
                known[card.id],
                note.decision,
            )
            for note in folded
            for place, card in enumerate(note.cards)
        ]
        given = {card: history.answers for card, history in known.items()}
        yield Computed(folded, rows, answer_rows.rows_of(learner, given, settings))


def add(connection: sa.Connection, learner: str, notes: Sequence[str], settings: Settings) -> None:
    """Make the rows of notes that have none."""
    for made in computed(connection, learner, notes, settings):
        _insert(connection, learner, made)


def rebuild(connection: sa.Connection, learner: str, settings: Settings) -> None:
    """Throw away all that is cached of the learner's notes and log, and make it again."""
    for table in (tables.schedule, tables.answer, tables.note_index, tables.note_tag):
        connection.execute(table.delete().where(table.c.learner == learner))
    for made in computed(connection, learner, all_notes(connection, learner), settings):
        _write(connection, learner, made.notes)
        _insert(connection, learner, made)


def all_notes(connection: sa.Connection, learner: str) -> Sequence[str]:
    """Return the ids of the learner's notes by position."""
    return connection.scalars(
        sa.select(_NOTE.id).where(_NOTE.learner == learner).order_by(_NOTE.position)
    ).all()


def batches(values: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the values in pieces that fit into one statement."""
    for start in range(0, len(values), _BATCH):
        yield values[start : start + _BATCH]


def _keep(connection: sa.Connection, learner: str, cards: dict[str, Standing]) -> None:
    changed = [
        {"of_learner": learner, "of_card": card, **columns(standing.known, standing.decision)}
        for card, standing in cards.items()
    ]
    if changed:
        connection.execute(_KEEP_SCHEDULE, changed)


def _folded(
    connection: sa.Connection, learner: str, subjects: Sequence[str], entries: dict[str, list[Entry]]
) -> list[Folded]:
    """Return those of the subjects that are notes, folded from these entries."""
    rows = connection.execute(_NOTES_TO_FOLD, {"of_learner": learner, "some": subjects})
    return [note_rows.folded(row, entries[row.id]) for row in rows]


def _keep_notes(connection: sa.Connection, learner: str, notes: list[Folded], settings: Settings) -> None:
    """Keep what the notes came to, and bring the rows of their cards after it."""
    changed = [note for note in notes if note.before != note.after]
    _write(connection, learner, changed)
    again = [note.id for note in changed if note.needs_new_rows]
    if again:
        of_notes = sa.and_(_SCHEDULE.learner == learner, _SCHEDULE.note.in_(again))
        cards = sa.select(_SCHEDULE.card).where(of_notes)
        of_cards = sa.and_(tables.answer.c.learner == learner, tables.answer.c.card.in_(cards))
        connection.execute(tables.answer.delete().where(of_cards))
        connection.execute(tables.schedule.delete().where(of_notes))
        add(connection, learner, again, settings)
    decided = [
        {"of_learner": learner, "of_note": note.id, "accepted": note.decision is Decision.ACCEPTED}
        for note in changed
        if not note.needs_new_rows
    ]
    if decided:
        connection.execute(_KEEP_ACTIVE, decided)


def _insert(connection: sa.Connection, learner: str, made: Computed) -> None:
    connection.execute(tables.schedule.insert(), made.cards)
    answer_rows.add(connection, made.answers)
    note_index.keep(connection, learner, [note.id for note in made.notes])


def _write(connection: sa.Connection, learner: str, notes: list[Folded]) -> None:
    if notes:
        kept = [{"of_learner": learner, "of_note": note.id, **note.after} for note in notes]
        connection.execute(_KEEP_NOTE, kept)
