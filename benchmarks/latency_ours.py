"""kapian with a hundred thousand cards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from benchmarks.latency_cards import DECKS, SETTINGS, Learned, learned_cards
from cards.model import BasicNote, Origin, Source, Span, note_id
from cards.progress import Accepted, Answered, Entry, Happening, Rating
from webreview.collection import ME, Collection, codec, decks, learners, log, notes, study, tables
from webreview.collection.schedule_rows import Place, row_of
from webreview.collection.study import Showing
from webreview.review import history
from webreview.review.history import Decision, History

_ROWS_AT_ONCE = 10_000


class Ours:
    """The collection, asked as the review page asks it."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        found = {deck.name: deck.id for deck in decks.all_decks(collection, ME)}
        self._decks = [found[_deck_name(number)] for number in range(DECKS)]

    def next_card(self, deck: int) -> Showing:
        session = study.session(self._collection, ME, now=datetime.now(UTC), deck=self._decks[deck], limit=1)
        return session.showings[0]

    def answer(self, card: Showing) -> None:
        now = datetime.now(UTC)
        what = Answered(card.card.id, Rating.GOOD, card.futures[Rating.GOOD].due, 1000, card.seen)
        log.append(self._collection, ME, [Entry(log.new_id(), now, what)], now=now)


@contextmanager
def filled(folder: Path, now: datetime) -> Iterator[Ours]:
    """Open a new collection with all the cards, freshly opened."""
    path = folder / "collection.sqlite"
    with Collection.open(path) as collection:
        _fill(collection, now)
    with Collection.open(path) as collection:
        yield Ours(collection)


def _fill(collection: Collection, now: datetime) -> None:
    learners.join(collection, ME, settings=SETTINGS, now=now)
    cards = list(learned_cards(now))
    for number in range(DECKS):
        made = [_note(card.number) for card in cards if card.deck == number]
        notes.add(collection, ME, made, deck=_deck_name(number), now=now)
    # What `log.append` would write, in large pieces, and its indexes when all is there.
    indexes = sorted(tables.entry.indexes, key=lambda index: str(index.name))
    with collection.writing(ME) as connection:
        for index in indexes:
            index.drop(connection)
        _insert(connection, tables.entry, _log_rows(cards, now))
        for index in indexes:
            index.create(connection)
        connection.execute(tables.note.update().values(decision=Decision.ACCEPTED.value))
        places = connection.execute(
            sa.select(tables.note.c.id, tables.note.c.deck, tables.note.c.position)
        ).all()
        connection.execute(tables.schedule.delete())
        deck_of = {row.id: (row.deck, row.position) for row in places}
        _insert(connection, tables.schedule, _schedule_rows(cards, deck_of))


def _log_rows(cards: list[Learned], now: datetime) -> Iterator[dict[str, Any]]:
    previous = codec.NOTHING_BEFORE
    for sequence, (at, what) in enumerate(_happenings(cards, now), start=1):
        row = codec.log_row(ME, sequence, Entry(f"entry-{sequence:08}", at, what), now, previous)
        previous = row["hash"]
        yield row


def _happenings(cards: list[Learned], now: datetime) -> list[tuple[datetime, Happening]]:
    """Return what the learner did, in the order in which it happened."""
    accepted = [(now, Accepted(_note_id(card.number))) for card in cards]
    answers = [(entry.at, entry.what) for card in cards for entry in _answers(card)]
    return sorted([*answers, *accepted], key=lambda one: one[0])


def _answers(card: Learned) -> list[Entry]:
    return [
        Entry(
            f"answer-{seen}",
            review.at,
            Answered(f"{_note_id(card.number)}-0", review.rating, review.memory.due, 1000, seen),
        )
        for seen, review in enumerate(card.reviews)
    ]


def _schedule_rows(cards: list[Learned], deck_of: dict[str, tuple[str, int]]) -> Iterator[dict[str, Any]]:
    folded: dict[int, History] = {}
    for card in cards:
        # Cards share their histories, and without fuzz what they come to.
        shared = id(card.reviews)
        if shared not in folded:
            folded[shared] = history.fold("any", _answers(card), settings=SETTINGS)
        note = _note_id(card.number)
        deck, position = deck_of[note]
        place = Place(note, f"{note}-0", deck, None, position, index=0)
        yield row_of(ME, place, folded[shared], Decision.ACCEPTED)


def _insert(connection: sa.Connection, table: sa.Table, rows: Iterable[dict[str, Any]]) -> None:
    waiting = iter(rows)
    while piece := list(islice(waiting, _ROWS_AT_ONCE)):
        connection.execute(table.insert(), piece)


def _note(number: int) -> BasicNote:
    return BasicNote(
        id=_note_id(number),
        source=Source("document.txt", Span(number, number + 1), "群"),
        origin=Origin("definition"),
        question=f"第{number}句说什么？",
        answer="群众路线的本质是代表人民、造福人民。",
    )


def _note_id(number: int) -> str:
    return note_id("latency", str(number))


def _deck_name(number: int) -> str:
    return f"Deck {number}"
