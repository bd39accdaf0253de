"""A collection as it is after years: 100,000 cards from 400 documents, a million answers. Made once a run."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path

from cards.documents import read_text
from cards.model import BasicNote, Note, Origin, Source, Span, cards_of, note_id
from cards.progress import Answered, Entry, Rating
from webreview.collection import checking, codec, documents, learners, notes, tables
from webreview.collection.store import Collection
from webreview.settings import Settings

DOCUMENTS = 400
NOTES_A_DOCUMENT = 250
ANSWERS_A_CARD = 10
_DAYS = 1000
_DECKS = 20
_PIECE = 20_000
_THEMES = (
    "细胞 基因 蛋白质 法律 宪法 革命 群众 路线 经济 市场 光合 作用 能量 神经 血液 历史 地理 气候 文学".split()
)
_WRITERS = ("definition", "condition", "cause", "cloze", "enumeration")
_RATINGS = (Rating.GOOD, Rating.GOOD, Rating.GOOD, Rating.AGAIN, Rating.HARD, Rating.EASY)


@dataclass(frozen=True)
class Pile:
    """The notes of a document, its name, the deck that they lie in, and when it was added."""

    document: str
    deck: str
    added_at: datetime
    notes: tuple[Note, ...]


def fill(path: Path, *, now: datetime, count: int = DOCUMENTS) -> None:
    """Make the collection with so many documents in a new file; takes some minutes, most of them to fold the log."""
    with Collection.open(path) as collection:
        learners.join(collection, learners.ME, settings=Settings(), now=now)
        for pile in piles(count, now=now):
            text = "".join(f"{note.source.quote}\n" for note in pile.notes)
            document = read_text(text, name=pile.document)
            added = documents.add(
                collection, learners.ME, document, pile.notes, deck=pile.deck, now=pile.added_at
            )
            notes.accept(collection, learners.ME, added.new, now=pile.added_at)
        _append(collection, answers(count, now=now), now)
        checking.rebuild(collection, learners.ME)


def piles(count: int, *, now: datetime) -> Iterator[Pile]:
    """Yield the documents in the order in which they are added: the same ones every time."""
    drawn = random.Random(1)
    for number in range(count):
        yield Pile(
            document=_name(number),
            deck=f"学科 {number % _DECKS:02}::{_THEMES[number % _DECKS % len(_THEMES)]}",
            added_at=now - timedelta(days=_DAYS * (count - number) / count),
            notes=tuple(_note(number, place, drawn) for place in range(NOTES_A_DOCUMENT)),
        )


def answers(count: int, *, now: datetime) -> Iterator[Entry]:
    """Yield the answers in the order of time: each card comes back after ever longer times, to the present day."""
    drawn = random.Random(2)
    given: list[tuple[datetime, str, int, float]] = []
    for pile in piles(count, now=now):
        for card in (card.id for note in pile.notes for card in cards_of(note)):
            first = drawn.uniform(0, 0.95) * (now - pile.added_at) + pile.added_at
            left = (now - first) / timedelta(days=1)
            days = sorted(left * drawn.random() ** 2 for _ in range(ANSWERS_A_CARD))
            for seen, day in enumerate(days):
                later = days[seen + 1] if seen + 1 < len(days) else left * 1.3
                given.append((first + timedelta(days=day), card, seen, later - day))
    given.sort()
    for number, (at, card, seen, wait) in enumerate(given):
        due = at + timedelta(days=max(1, round(wait)))
        what = Answered(card, drawn.choice(_RATINGS), due, drawn.randrange(1_000, 30_000), seen)
        yield Entry(f"bench-{number:08}", at, what)


def _append(collection: Collection, entries: Iterator[Entry], now: datetime) -> None:
    """Write the log alone: appending in turn would bring the schedule up to date a million times."""
    with collection.writing(learners.ME) as connection:
        row = connection.execute(
            tables.entry.select().order_by(tables.entry.c.sequence.desc()).limit(1)
        ).one()
        sequence, previous = row.sequence, row.hash
        while piece := list(islice(entries, _PIECE)):
            rows = []
            for entry in piece:
                sequence += 1
                made = codec.log_row(learners.ME, sequence, entry, now, previous)
                previous = made["hash"]
                rows.append(made)
            connection.execute(tables.entry.insert(), rows)


def _name(number: int) -> str:
    return f"{_THEMES[number % len(_THEMES)]} {number:03}.txt"


def _note(document: int, place: int, drawn: random.Random) -> Note:
    first, second, third = drawn.sample(_THEMES, 3)
    sentence = (
        f"{first}的第{place}个要点是{second}与{third}的关系，见第{document}章。"
        + f"说明{place * 7919 % 1000}。" * 3
    )
    return BasicNote(
        id=note_id("large", str(document), str(place)),
        source=Source(
            _name(document), Span(place * len(sentence), (place + 1) * len(sentence)), sentence, ("一、要点",)
        ),
        origin=Origin(
            drawn.choice(_WRITERS), ("pattern: X是Y", f"keyphrase: {first} ×3"), round(drawn.random(), 2)
        ),
        question=f"{first}的第{place}个要点是什么？（第{document}章）",
        answer=f"{second}与{third}的关系，" + f"说明{place * 7919 % 1000}" * 3,
        tags=(f"章::{document % 50}", drawn.choice(("易", "难", "exam"))),
    )
