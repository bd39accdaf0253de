"""What is studied now: order, limits, siblings, and what the buttons promise."""

from __future__ import annotations

from datetime import timedelta

from cards.progress import Buried, Entry, Rating, Resumed
from tests.webreview.collection.made import (
    DAY,
    MINUTE,
    NOW,
    answer,
    card_of,
    collection_with,
    note,
    press,
    questions,
)
from webreview.collection import ME, checking, learners, log, study
from webreview.review.queue import Counts
from webreview.settings import Settings


def test_new_cards_come_in_the_order_of_the_deck(database_url: str) -> None:
    with collection_with(database_url, [note(name) for name in ("c", "a", "b")]) as collection:
        assert questions(collection) == ["c?", "a?", "b?"]


def test_a_day_shows_no_more_new_cards_than_the_limit(database_url: str) -> None:
    settings = Settings(new_a_day=2)
    with collection_with(database_url, [note(name) for name in "abcd"], settings) as collection:
        assert questions(collection) == ["a?", "b?"]
        press(collection, "a", Rating.EASY)
        assert questions(collection) == ["b?"]
        press(collection, "b", Rating.EASY)
        assert questions(collection) == []
        assert questions(collection, now=NOW + DAY) == ["c?", "d?"]


def test_a_sibling_waits_for_another_day(database_url: str) -> None:
    with collection_with(database_url, [note("atp", reversed_too=True), note("dna")]) as collection:
        assert questions(collection) == ["atp?", "dna?"]
        press(collection, "atp", Rating.EASY)
        assert questions(collection) == ["dna?"]
        assert questions(collection, now=NOW + DAY) == ["dna?", "atp!"]


def test_siblings_are_shown_together_if_the_learner_wants_it(database_url: str) -> None:
    settings = Settings(bury_siblings=False)
    with collection_with(database_url, [note("atp", reversed_too=True)], settings) as collection:
        assert questions(collection) == ["atp?", "atp!"]


def test_a_learning_card_comes_first_once_it_is_due_and_early_when_nothing_is_left(database_url: str) -> None:
    with collection_with(database_url, [note("atp"), note("dna")]) as collection:
        press(collection, "atp", Rating.AGAIN)
        assert questions(collection) == ["dna?", "atp?"]
        assert questions(collection, now=NOW + MINUTE) == ["atp?", "dna?"]


def test_the_session_says_when_the_next_learning_card_comes_back(database_url: str) -> None:
    settings = Settings(learning_steps=(timedelta(hours=1),))
    with collection_with(database_url, [note("atp")], settings) as collection:
        press(collection, "atp", Rating.AGAIN)
        session = study.session(collection, ME, now=NOW)
        assert (session.showings, session.counts) == ((), Counts(new=0, learning=0, review=0))
        assert session.next_learning == NOW + timedelta(hours=1)


def test_the_button_gives_what_it_promised(database_url: str) -> None:
    with collection_with(database_url, [note("atp")]) as collection:
        shown = study.showing(collection, ME, card_of("atp"), now=NOW)
        log.append(collection, ME, [answer(shown, Rating.EASY)], now=NOW)
        assert study.showing(collection, ME, card_of("atp"), now=NOW).memory == shown.futures[Rating.EASY]


def test_settings_move_no_due_date(database_url: str) -> None:
    with collection_with(database_url, [note(name) for name in "abcde"]) as collection:
        for name in "abcde":
            press(collection, name, Rating.EASY)
        before = [study.showing(collection, ME, card_of(name), now=NOW).memory for name in "abcde"]
        learners.change_settings(collection, ME, Settings(desired_retention=0.97, learning_steps=()))
        after = [study.showing(collection, ME, card_of(name), now=NOW).memory for name in "abcde"]
        assert after == before
        assert checking.check(collection, ME).problems == ()


def test_a_buried_card_comes_back_on_its_day(database_url: str) -> None:
    with collection_with(database_url, [note("atp"), note("dna")]) as collection:
        log.append(collection, ME, [Entry("bury-0001", NOW, Buried(card_of("atp"), NOW + DAY))], now=NOW)
        assert questions(collection) == ["dna?"]
        assert questions(collection, now=NOW + DAY) == ["atp?", "dna?"]
        log.append(collection, ME, [Entry("unbury-01", NOW, Resumed(card_of("atp")))], now=NOW)
        assert questions(collection) == ["atp?", "dna?"]


def test_reviews_over_the_limit_wait(database_url: str) -> None:
    settings = Settings(reviews_a_day=2)
    with collection_with(database_url, [note(name) for name in "abcde"], settings) as collection:
        for name in "abcde":
            press(collection, name, Rating.EASY)
        later = NOW + 30 * DAY
        assert study.session(collection, ME, now=later).counts == Counts(new=0, learning=0, review=2)
        press(collection, "a", Rating.GOOD, at=later)
        assert study.session(collection, ME, now=later).counts == Counts(new=0, learning=0, review=1)


def test_each_learner_has_a_history_of_their_own(database_url: str) -> None:
    with collection_with(database_url, [note("atp")]) as collection:
        learners.join(collection, "other", settings=Settings(), now=NOW)
        assert study.session(collection, "other", now=NOW).showings == ()
        press(collection, "atp")
        assert checking.check(collection, "other").entries == 0
