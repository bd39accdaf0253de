"""The log: each entry counts once, in its place, whatever way it comes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cards.errors import CardsError
from cards.progress import Answered, Entry, Forgotten, Rating, Resumed, State, Suspended, Undone
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
from webreview.collection import ME, checking, log, study
from webreview.collection.log import Receipt
from webreview.review.history import Outcome


def test_an_answer_sent_twice_counts_once(database_url: str) -> None:
    with collection_with(database_url, [note("atp")]) as collection:
        entry = answer(study.showing(collection, ME, card_of("atp"), now=NOW))
        first = log.append(collection, ME, [entry, entry], now=NOW)
        second = log.append(collection, ME, [entry], now=NOW + MINUTE)
        assert first == (
            Receipt(entry.id, Outcome.COUNTS, known=False),
            Receipt(entry.id, Outcome.COUNTS, known=True),
        )
        assert second == (Receipt(entry.id, Outcome.COUNTS, known=True),)
        assert log.entries_about(collection, ME, card_of("atp")) == (entry,)


def test_a_second_answer_to_one_showing_stays_but_does_not_count(database_url: str) -> None:
    with collection_with(database_url, [note("atp")]) as collection:
        shown = study.showing(collection, ME, card_of("atp"), now=NOW)
        first, second = answer(shown), answer(shown, Rating.AGAIN, at=NOW + MINUTE)
        receipts = log.append(collection, ME, [second, first], now=NOW + MINUTE)
        assert [receipt.outcome for receipt in receipts] == [Outcome.SECOND_ANSWER, Outcome.COUNTS]
        after = study.showing(collection, ME, card_of("atp"), now=NOW + MINUTE)
        assert after.memory == shown.futures[Rating.GOOD]
        assert after.seen == 2


def test_a_late_answer_finds_its_place(database_url: str) -> None:
    with collection_with(database_url, [note("atp")]) as collection:
        press(collection, "atp", Rating.EASY)
        memory = study.showing(collection, ME, card_of("atp"), now=NOW).memory
        assert memory is not None
        offline = Entry(
            "offline-1", NOW - DAY, Answered(card_of("atp"), Rating.AGAIN, NOW - DAY + MINUTE, 900, 7)
        )
        log.append(collection, ME, [offline], now=NOW + MINUTE)
        after = study.showing(collection, ME, card_of("atp"), now=NOW + MINUTE).memory
        assert after is not None
        assert (after.reps, after.last_review, after.due) == (2, NOW, memory.due)
        assert after.stability < memory.stability
        assert checking.check(collection, ME).problems == ()


def test_an_entry_about_nothing_known_is_not_stored(database_url: str) -> None:
    with collection_with(database_url, [note("atp")]) as collection:
        entry = Entry("12345678", NOW, Suspended("no such card-0"))
        assert log.append(collection, ME, [entry], now=NOW) == (
            Receipt("12345678", Outcome.UNKNOWN, known=False),
        )
        assert log.entries_about(collection, ME, "no such card-0") == ()


def test_undo_forgets_the_answer_and_undoing_the_undo_brings_it_back(database_url: str) -> None:
    with collection_with(database_url, [note("atp")]) as collection:
        entry = press(collection, "atp")
        undo = Entry("undo-0001", NOW + MINUTE, Undone(card_of("atp"), entry.id))
        log.append(collection, ME, [undo], now=NOW + MINUTE)
        assert study.showing(collection, ME, card_of("atp"), now=NOW).memory is None
        assert log.append(collection, ME, [entry], now=NOW)[0].outcome is Outcome.TAKEN_BACK
        redo = Entry("redo-0001", NOW + 2 * MINUTE, Undone(card_of("atp"), undo.id))
        log.append(collection, ME, [redo], now=NOW + 2 * MINUTE)
        memory = study.showing(collection, ME, card_of("atp"), now=NOW).memory
        assert memory is not None
        assert memory.state is State.LEARNING


def test_a_suspended_card_is_out_until_it_is_resumed(database_url: str) -> None:
    with collection_with(database_url, [note("atp"), note("dna")]) as collection:
        log.append(collection, ME, [Entry("suspend-1", NOW, Suspended(card_of("atp")))], now=NOW)
        assert questions(collection) == ["dna?"]
        log.append(collection, ME, [Entry("resume-01", NOW, Resumed(card_of("atp")))], now=NOW)
        assert questions(collection) == ["atp?", "dna?"]


def test_a_forgotten_card_is_new_again(database_url: str) -> None:
    with collection_with(database_url, [note("atp")]) as collection:
        press(collection, "atp", Rating.EASY)
        log.append(
            collection, ME, [Entry("forget-01", NOW + MINUTE, Forgotten(card_of("atp")))], now=NOW + MINUTE
        )
        assert study.session(collection, ME, now=NOW + MINUTE).counts.new == 1


def test_an_entry_from_the_future_happens_now(database_url: str) -> None:
    with collection_with(database_url, [note("atp")]) as collection:
        entry = answer(study.showing(collection, ME, card_of("atp"), now=NOW), at=NOW + DAY)
        log.append(collection, ME, [entry], now=NOW)
        assert log.entries_about(collection, ME, card_of("atp")) == (replace(entry, at=NOW),)


@pytest.mark.parametrize("id_", ["short", "x" * 65, "with\nnewline", "\ud800 surrogate"])
def test_an_id_that_cannot_be_kept_is_refused(id_: str, database_url: str) -> None:
    with collection_with(database_url, [note("atp")]) as collection, pytest.raises(CardsError) as refused:
        log.append(collection, ME, [Entry(id_, NOW, Suspended(card_of("atp")))], now=NOW)
    assert "is not 8 to 64 printable characters" in str(refused.value)
