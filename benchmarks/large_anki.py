"""Anki's engine with the same cards and answers as `benchmarks.large` makes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from anki.collection import Collection

from benchmarks.large import answers, piles
from cards.model import BasicNote, cards_of
from cards.progress import Answered, Rating

_FIRST_ID = 1_500_000_000_000
_MS = 1000
_REVIEW = 2


def fill_anki(path: Path, *, now: datetime, documents: int) -> Any:
    """Return the open collection, made in a new file."""
    collection: Any = Collection(str(path))
    note_type = collection.models.by_name("Basic")["id"]
    decks = {pile.deck: int(collection.decks.id(pile.deck)) for pile in piles(documents, now=now)}
    collection.close()
    with closing(sqlite3.connect(path)) as database, database:
        ids: dict[str, int] = {}
        for pile in piles(documents, now=now):
            notes = []
            for note in pile.notes:
                assert isinstance(note, BasicNote)
                for card in cards_of(note):
                    ids[card.id] = _FIRST_ID + len(ids)
                number = ids[card.id]
                fields = f"{note.question}\x1f{note.answer}"
                tags = f" {' '.join(note.tags)} "
                notes.append((number, f"guid{number}", note_type, number // _MS, tags, fields, number))
            database.executemany("INSERT INTO notes VALUES (?,?,?,?,-1,?,?,?,0,0,'')", notes)
            rows = ((note[0], note[0], decks[pile.deck], note[3]) for note in notes)
            database.executemany(
                "INSERT INTO cards VALUES (?,?,?,0,?,-1,2,2,100,120,2500,10,1,0,0,0,0,'')", rows
            )
        database.executemany(
            "INSERT INTO revlog VALUES (?,?,-1,?,?,?,2500,?,1)", _revlog(ids, now, documents)
        )
    return Collection(str(path))


def _revlog(ids: dict[str, int], now: datetime, documents: int) -> Iterator[tuple[int, ...]]:
    last = 0
    for entry in answers(documents, now=now):
        what = entry.what
        assert isinstance(what, Answered)
        # The id is the time in milliseconds, and no two answers have the same.
        last = max(last + 1, round(entry.at.timestamp() * _MS))
        interval = max(1, (what.due - entry.at).days)
        yield last, ids[what.card], Rating(what.rating).value, interval, interval, what.took_ms
