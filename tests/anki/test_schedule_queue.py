"""The queue against the real Anki: the same counts after every answer, the same mix, the same new cards."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from cards.model import BasicNote, Origin, Source, Span, note_id
from cards.progress import Answered, Entry, State
from tests.anki.histories import random_rating
from tests.anki.scheduling import ScheduledAnki, scheduled_anki
from webreview.collection import ME, Collection, learners, log, notes, study
from webreview.review.queue import Counts
from webreview.settings import Settings

START = datetime(2026, 2, 21, 6, tzinfo=UTC)
DAYS = 8
NEW, LEARNING, REVIEW = "new", "learning", "review"


@dataclass(frozen=True, slots=True)
class Queue:
    """What the two programs should agree on: reviews of one day come in an order of each one's own."""

    counts: Counts
    kinds: tuple[str, ...]
    new: tuple[str, ...]


@pytest.mark.parametrize("bury_siblings", [False, True], ids=["siblings shown", "siblings buried"])
@pytest.mark.parametrize(("new_a_day", "reviews_a_day"), [(20, 200), (5, 8), (3, 30)])
def test_counts_and_order_agree(
    bury_siblings: bool, new_a_day: int, reviews_a_day: int, tmp_path: Path
) -> None:
    settings = Settings(
        time_zone="Asia/Shanghai",
        fuzz=False,
        new_a_day=new_a_day,
        reviews_a_day=reviews_a_day,
        bury_siblings=bury_siblings,
    )
    assert first_disagreement(settings, tmp_path) is None


def first_disagreement(settings: Settings, folder: Path) -> str | None:
    """Study for some days, always the card that Anki shows first; return the first queue that differs."""
    chance = random.Random(1)
    with (
        scheduled_anki(folder, settings, now=START) as anki,
        Collection.open(folder / "collection.sqlite") as collection,
    ):
        cards = fill(anki, collection, settings)
        for day in range(DAYS):
            now = START + timedelta(days=day)
            # During the day Anki keeps the mix that it made in the morning; here it is made for every page.
            if (ours := our_queue(collection, now)) != (theirs := anki_queue(anki, cards, now)):
                return f"{now}: {ours}\n Anki: {theirs}"
            while (first := anki_first(anki, now)) is not None:
                ours, theirs = our_queue(collection, now), anki_queue(anki, cards, now)
                if (ours.counts, ours.new) != (theirs.counts, theirs.new):
                    return f"{now}: {ours}\n Anki: {theirs}"
                rating = random_rating(chance)
                shown = study.showing(collection, ME, cards[first], now=now)
                anki.answer(first, rating, now)
                what = Answered(cards[first], rating, shown.futures[rating].due, 1000, shown.seen)
                log.append(collection, ME, [Entry(log.new_id(), now, what)], now=now)
                now += timedelta(seconds=chance.randrange(5, 60))
    return None


def fill(anki: ScheduledAnki, collection: Collection, settings: Settings) -> dict[int, str]:
    """Put the same 60 notes into both, every third one with a reversed card; return our card of each of Anki's."""
    learners.join(collection, ME, settings=settings, now=START)
    made = [basic(number, reversed_too=number % 3 == 0) for number in range(60)]
    added = notes.add(collection, ME, made, deck="Deck", now=START)
    notes.accept(collection, ME, added.new, now=START)
    return {
        card: f"{note.id}-{place}"
        for note in made
        for place, card in enumerate(
            anki.add_note("Basic (and reversed card)" if note.reversed_too else "Basic")
        )
    }


def basic(number: int, *, reversed_too: bool) -> BasicNote:
    return BasicNote(
        id=note_id("queue", str(number)),
        source=Source("document", Span(number, number + 1), "x"),
        origin=Origin("learner"),
        question=f"question {number}",
        answer="answer",
        reversed_too=reversed_too,
    )


def our_queue(collection: Collection, now: datetime) -> Queue:
    session = study.session(collection, ME, now=now, limit=1000)
    kinds = [
        NEW if shown.memory is None else REVIEW if shown.memory.state is State.REVIEW else LEARNING
        for shown in session.showings
    ]
    return queue(session.counts, kinds, [shown.card.id for shown in session.showings])


def anki_queue(anki: ScheduledAnki, cards: dict[int, str], now: datetime) -> Queue:
    waiting = anki.waiting(now)
    counts = Counts(new=waiting.new_count, learning=waiting.learning_count, review=waiting.review_count)
    kinds = [(NEW, LEARNING, REVIEW)[card.queue] for card in waiting.cards]
    return queue(counts, kinds, [cards[card.card.id] for card in waiting.cards])


def queue(counts: Counts, kinds: Sequence[str], ids: Sequence[str]) -> Queue:
    new = tuple(card for card, kind in zip(ids, kinds, strict=True) if kind == NEW)
    return Queue(counts, tuple(kinds), new)


def anki_first(anki: ScheduledAnki, now: datetime) -> int | None:
    waiting: Any = anki.waiting(now).cards
    return waiting[0].card.id if waiting else None
