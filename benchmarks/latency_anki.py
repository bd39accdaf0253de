"""Anki's engine with the same hundred thousand cards."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from anki.collection import Collection
from anki.scheduler_pb2 import CardAnswer

from benchmarks.latency_cards import DECKS, SETTINGS, Learned, learned_cards
from webreview.review import days

# Ids of Anki are milliseconds; ours need only be different from all others.
_FIRST_ID = 1_500_000_000_000


class Anki:
    """The collection, asked as the desktop asks it."""

    def __init__(self, collection: Any, decks: list[int]) -> None:
        self._collection = collection
        self._decks = decks
        self._selected = -1

    def next_card(self, deck: int) -> Any:
        if deck != self._selected:
            self._collection.decks.select(self._decks[deck])
            self._selected = deck
        return self._collection.sched.get_queued_cards(fetch_limit=1).cards[0]

    def answer(self, card: Any) -> None:
        scheduler = self._collection.sched
        shown = self._collection.get_card(card.card.id)
        shown.start_timer()
        scheduler.answer_card(scheduler.build_answer(card=shown, states=card.states, rating=CardAnswer.GOOD))


@contextmanager
def filled(folder: Path, now: datetime) -> Iterator[Anki]:
    """Open a new collection with all the cards, freshly opened."""
    path = str(folder / "anki.anki2")
    collection: Any = Collection(path)
    collection.set_config("fsrs", True)
    note_type = collection.models.by_name("Basic")["id"]
    decks = [int(collection.decks.id(f"Deck {number}")) for number in range(DECKS)]
    collection.close()
    with closing(sqlite3.connect(path)) as database, database:
        _fill(database, note_type, decks, now)
    collection = Collection(path)
    try:
        yield Anki(collection, decks)
    finally:
        collection.close()


def _fill(database: sqlite3.Connection, note_type: int, decks: list[int], now: datetime) -> None:
    cards = list(learned_cards(now))
    changed = int(now.timestamp())
    database.executemany(
        "INSERT INTO notes VALUES (?,?,?,?,-1,'',?,?,0,0,'')",
        (
            (_FIRST_ID + card.number, f"guid{card.number}", note_type, changed, _fields(card), card.number)
            for card in cards
        ),
    )
    database.executemany(
        "INSERT INTO cards VALUES (?,?,?,0,?,-1,?,?,?,?,?,?,?,0,0,0,0,?)",
        (_card_row(card, decks[card.deck], changed, now) for card in cards),
    )
    database.executemany("INSERT INTO revlog VALUES (?,?,-1,?,?,0,500,1000,?)", _revlog(cards))


def _fields(card: Learned) -> str:
    return f"第{card.number}句说什么？\x1f群众路线的本质是代表人民、造福人民。"


def _card_row(card: Learned, deck: int, changed: int, now: datetime) -> tuple[object, ...]:
    number = _FIRST_ID + card.number
    if not card.reviews:
        return (number, number, deck, changed, 0, 0, card.number, 0, 0, 0, 0, "{}")
    memory = card.reviews[-1].memory
    due = (days.study_day(memory.due, SETTINGS) - days.study_day(now, SETTINGS)).days
    data = {
        "s": memory.stability,
        "d": memory.difficulty,
        "dr": 0.9,
        "decay": 0.154,
        "lrt": int(memory.last_review.timestamp()),
    }
    kept = (memory.interval_days, 2500, memory.reps, memory.lapses)
    return (number, number, deck, changed, 2, 2, due, *kept, json.dumps(data))


def _revlog(cards: list[Learned]) -> Iterator[tuple[object, ...]]:
    # An entry's id is its millisecond, and no two may share one; `free` is where to look, since histories repeat.
    taken: set[int] = set()
    free: dict[int, int] = {}
    for card in cards:
        for index, review in enumerate(card.reviews):
            happened = int(review.at.timestamp() * 1000)
            moment = free.get(happened, happened)
            while moment in taken:
                moment += 1
            taken.add(moment)
            free[happened] = moment + 1
            kind = 0 if index == 0 else 1
            yield (moment, _FIRST_ID + card.number, int(review.rating), review.memory.interval_days, kind)
