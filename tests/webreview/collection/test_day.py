"""What was done on a day: answers that stand, in a deck or in all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from cards.model import cards_of
from cards.progress import Answered, Entry, Rating, Undone
from tests.webreview.article import MORNING, article_notes, reviewer
from webreview.collection import day, decks, learners, log
from webreview.collection.day import Day
from webreview.collection.store import Collection

CARDS = [card.id for note in article_notes() for card in cards_of(note)]


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    with Collection.open(tmp_path / "collection.sqlite") as opened:
        reviewer(opened, accepted=True, now=lambda: MORNING)
        yield opened


def answer(name: str, card: str, rating: Rating, at: datetime) -> Entry:
    return Entry(name, at, Answered(card, rating, at + timedelta(minutes=10), 4_000, 0))


def done(collection: Collection, *entries: Entry) -> None:
    log.append(collection, learners.ME, entries, now=MORNING + timedelta(days=1))


def test_answers_are_counted_with_what_was_remembered(collection: Collection) -> None:
    done(
        collection,
        answer("answer-01", CARDS[0], Rating.GOOD, MORNING),
        answer("answer-02", CARDS[1], Rating.AGAIN, MORNING),
    )
    assert day.since(collection, learners.ME, MORNING) == Day(answers=2, remembered=1, took_ms=8_000)


def test_an_answer_taken_back_or_given_twice_is_not_counted(collection: Collection) -> None:
    done(
        collection,
        answer("answer-01", CARDS[0], Rating.GOOD, MORNING),
        Entry("undo-0001", MORNING + timedelta(seconds=1), Undone(CARDS[0], "answer-01")),
        answer("answer-02", CARDS[1], Rating.GOOD, MORNING),
        answer("answer-03", CARDS[1], Rating.EASY, MORNING + timedelta(seconds=1)),
    )
    assert day.since(collection, learners.ME, MORNING).answers == 1


def test_yesterday_is_not_counted(collection: Collection) -> None:
    done(collection, answer("answer-01", CARDS[0], Rating.GOOD, MORNING - timedelta(hours=1)))
    assert day.since(collection, learners.ME, MORNING).answers == 0


def test_a_deck_counts_its_own_answers(collection: Collection) -> None:
    done(collection, answer("answer-01", CARDS[0], Rating.GOOD, MORNING))
    (deck,) = decks.all_decks(collection, learners.ME)
    assert day.since(collection, learners.ME, MORNING, deck=deck.id).answers == 1
