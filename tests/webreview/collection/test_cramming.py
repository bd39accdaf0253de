"""Custom study: each card of a search until it is known, and not longer."""

from __future__ import annotations

from cards.progress import Deleted, Entry, Practised, Rating, Suspended, Undone
from tests.webreview.collection.made import MINUTE, NOW, card_of, collection_with, note, press
from webreview.collection import ME, Collection, cramming, gestures, log, study
from webreview.review.queue import Counts
from webreview.search import parse


def left(collection: Collection, search: str = "deck:Deck") -> list[str]:
    found = cramming.left(collection, ME, parse(search), since=NOW, now=NOW + 20 * MINUTE)
    shown = study.showings(collection, ME, found.cards, now=NOW)
    return [one.card.prompt for one in shown]


def practise(collection: Collection, name: str, rating: Rating, minute: int) -> Entry:
    at = NOW + minute * MINUTE
    entry = Entry(log.new_id(), at, Practised(card_of(name), rating, 900))
    log.append(collection, ME, [entry], now=at)
    return entry


def test_a_card_stays_until_it_is_known_and_forgotten_ones_come_last(database_url: str) -> None:
    with collection_with(database_url, [note(name) for name in "abc"]) as collection:
        assert left(collection) == ["a?", "b?", "c?"]
        practise(collection, "a", Rating.AGAIN, 1)
        practise(collection, "b", Rating.GOOD, 2)
        assert left(collection) == ["c?", "a?"]
        practise(collection, "a", Rating.HARD, 3)
        assert left(collection) == ["c?"]


def test_practice_changes_no_schedule_and_answers_do(database_url: str) -> None:
    with collection_with(database_url, [note("a"), note("b")]) as collection:
        practise(collection, "a", Rating.GOOD, 1)
        assert study.showing(collection, ME, card_of("a"), now=NOW).memory is None
        press(collection, "b", Rating.EASY, at=NOW + MINUTE)
        found = cramming.left(collection, ME, parse("deck:Deck"), since=NOW, now=NOW + MINUTE)
        assert (found.cards, found.counts, found.done) == ((), Counts(0, 0, 0), 2)


def test_a_rating_that_is_taken_back_is_not_there(database_url: str) -> None:
    with collection_with(database_url, [note("a")]) as collection:
        entry = practise(collection, "a", Rating.GOOD, 1)
        undo = Entry(log.new_id(), NOW + 2 * MINUTE, Undone(card_of("a"), entry.id))
        log.append(collection, ME, [undo], now=NOW + 2 * MINUTE)
        assert left(collection) == ["a?"]


def test_cards_that_were_put_away_are_left_out(database_url: str) -> None:
    with collection_with(database_url, [note(name) for name in "abc"]) as collection:
        gestures.make(collection, ME, "suspend-1", [Suspended(card_of("a"))], now=NOW)
        gestures.make(collection, ME, "delete-01", [Deleted(note("b").id)], now=NOW)
        assert left(collection) == ["c?"]


def test_what_was_forgotten_today_can_be_gone_through(database_url: str) -> None:
    with collection_with(database_url, [note("a"), note("b")]) as collection:
        press(collection, "a", Rating.AGAIN, at=NOW - MINUTE)
        press(collection, "b", Rating.GOOD, at=NOW - MINUTE)
        assert left(collection, "rated:1:1") == ["a?"]
