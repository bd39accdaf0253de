"""Gestures: whatever was done with one press is taken back and brought back as a whole, to any depth."""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cards.errors import CardsError
from cards.model import note_id
from cards.progress import (
    Accepted,
    Answered,
    Buried,
    Deleted,
    Edited,
    Entry,
    Flagged,
    Forgotten,
    Happening,
    Moved,
    Rating,
    Rescheduled,
    Resumed,
    Retagged,
    Suspended,
    Undone,
)
from tests.webreview.collection.made import (
    DAY,
    MINUTE,
    NOW,
    card_of,
    collection_with,
    note,
    press,
    questions,
)
from webreview.collection import ME, Collection, checking, decks, gestures, log, notes, study
from webreview.collection.notes import KeptNote
from webreview.review.history import Decision, Outcome

ATP, DNA = note("atp"), note("dna", reversed_too=True)


def state(collection: Collection) -> list[object]:
    """All that a learner can see of the notes and cards, but for when a note was edited."""
    (deck,) = decks.all_decks(collection, ME)
    kept = [notes.get(collection, ME, one.id) for one in (ATP, DNA)]
    words = [replace(one, note=replace(one.note, edited_at=NOW)) for one in kept]
    cards = notes.card_ids(collection, ME, [ATP.id, DNA.id])
    shown = [study.showing(collection, ME, card, now=NOW) for card in cards]
    return [deck, words, [(one.card, one.memory, one.flag) for one in shown], questions(collection)]


def note_now(collection: Collection, which: str = "atp") -> KeptNote:
    return notes.get(collection, ME, note_id(which))


def test_a_gesture_that_comes_twice_is_one(database_url: str) -> None:
    with collection_with(database_url, [ATP, DNA]) as collection:
        whats = [Suspended(card_of("dna", 0)), Suspended(card_of("dna", 1))]
        first = gestures.make(collection, ME, "gesture-1", whats, now=NOW)
        again = gestures.make(collection, ME, "gesture-1", whats, now=NOW + MINUTE)
        assert [receipt.known for receipt in (*first, *again)] == [False, False, True, True]
        assert questions(collection) == ["atp?"]
        assert checking.check(collection, ME).problems == ()


def test_undo_takes_all_of_a_gesture_back_and_redo_brings_all_of_it_back(database_url: str) -> None:
    with collection_with(database_url, [ATP, DNA]) as collection:
        gestures.make(collection, ME, "delete-1", [Deleted(ATP.id), Deleted(DNA.id)], now=NOW)
        assert questions(collection) == []
        taken = gestures.undo(collection, ME, "undo-001", now=NOW + MINUTE)
        assert [entry.id for entry in taken] == ["delete-1-1", "delete-1-2"]
        assert questions(collection) == ["atp?", "dna?"]
        brought = gestures.redo(collection, ME, "redo-001", now=NOW + 2 * MINUTE)
        assert [entry.id for entry in brought] == ["delete-1-1", "delete-1-2"]
        assert questions(collection) == []
        assert checking.check(collection, ME).problems == ()


def test_an_undo_that_comes_twice_takes_one_gesture_back(database_url: str) -> None:
    with collection_with(database_url, [ATP]) as collection:
        gestures.make(collection, ME, "flag-red1", [Flagged(card_of("atp"), 1)], now=NOW)
        gestures.make(collection, ME, "flag-blue", [Flagged(card_of("atp"), 4)], now=NOW)
        first = gestures.undo(collection, ME, "undo-001", now=NOW)
        assert gestures.undo(collection, ME, "undo-001", now=NOW) == first
        assert study.showing(collection, ME, card_of("atp"), now=NOW).flag == 1


def test_redo_has_nothing_to_bring_back_after_something_else_was_done(database_url: str) -> None:
    with collection_with(database_url, [ATP]) as collection:
        gestures.make(collection, ME, "flag-red1", [Flagged(card_of("atp"), 1)], now=NOW)
        gestures.undo(collection, ME, "undo-001", now=NOW)
        gestures.make(collection, ME, "suspend-1", [Suspended(card_of("atp"))], now=NOW)
        assert gestures.redo(collection, ME, "redo-001", now=NOW) == ()
        assert gestures.undo(collection, ME, "undo-002", now=NOW)[0].id == "suspend-1"
        assert gestures.redo(collection, ME, "redo-002", now=NOW)[0].id == "suspend-1"
        assert gestures.redo(collection, ME, "redo-003", now=NOW) == ()


def test_undo_leaves_decisions_on_proposals_to_triage(database_url: str) -> None:
    with collection_with(database_url, [ATP]) as collection:
        assert gestures.undo(collection, ME, "undo-001", now=NOW) == ()
        assert gestures.last_standing(collection, ME, kinds=[Accepted])[0].what == Accepted(ATP.id)


def test_answers_are_taken_back_one_by_one(database_url: str) -> None:
    with collection_with(database_url, [ATP, DNA]) as collection:
        first, second = press(collection, "atp"), press(collection, "dna", at=NOW + MINUTE)
        assert gestures.last_standing(collection, ME, kinds=[Answered]) == (second,)
        assert gestures.undo(collection, ME, "undo-001", now=NOW + MINUTE) == (second,)
        assert gestures.undo(collection, ME, "undo-002", now=NOW + MINUTE) == (first,)
        assert gestures.undo(collection, ME, "undo-003", now=NOW + MINUTE) == ()


def test_a_deleted_note_is_in_no_list_and_comes_back_with_what_was_learned(database_url: str) -> None:
    with collection_with(database_url, [ATP]) as collection:
        press(collection, "atp", Rating.EASY)
        before = study.showing(collection, ME, card_of("atp"), now=NOW).memory
        (deck,) = decks.all_decks(collection, ME)
        gestures.make(collection, ME, "delete-1", [Deleted(ATP.id)], now=NOW)
        assert notes.of_deck(collection, ME, deck.id) == ()
        assert decks.with_kept_notes(collection, ME) == frozenset()
        assert notes.add(collection, ME, [ATP], deck="Deck", now=NOW).new == ()
        assert note_now(collection).decision is Decision.DELETED
        gestures.undo(collection, ME, "undo-001", now=NOW)
        assert study.showing(collection, ME, card_of("atp"), now=NOW).memory == before


def test_an_edit_that_takes_a_card_away_can_be_taken_back(database_url: str) -> None:
    with collection_with(database_url, [DNA]) as collection:
        press(collection, "dna", Rating.EASY, place=1)
        before = study.showing(collection, ME, card_of("dna", 1), now=NOW).memory
        gestures.make(collection, ME, "edit-001", [Edited(DNA.id, note("dna"))], now=NOW)
        assert notes.card_ids(collection, ME, [DNA.id]) == (card_of("dna"),)
        assert checking.check(collection, ME).problems == ()
        gestures.undo(collection, ME, "undo-001", now=NOW + DAY)
        assert study.showing(collection, ME, card_of("dna", 1), now=NOW).memory == before
        assert note_now(collection, "dna").note == DNA
        assert checking.check(collection, ME).problems == ()


def test_a_note_moves_to_a_deck_that_is_there_and_to_no_other(database_url: str) -> None:
    with collection_with(database_url, [ATP]) as collection:
        notes.add(collection, ME, [DNA], deck="Other", now=NOW)
        other = next(deck.id for deck in decks.all_decks(collection, ME) if deck.name == "Other")
        (moved,) = gestures.make(collection, ME, "move-001", [Moved(ATP.id, other)], now=NOW)
        (lost,) = gestures.make(collection, ME, "move-002", [Moved(ATP.id, "nowhere")], now=NOW)
        assert (moved.outcome, lost.outcome) == (Outcome.COUNTS, Outcome.UNKNOWN)
        assert questions(collection, deck=other) == ["atp?"]
        assert checking.check(collection, ME).problems == ()


def test_a_card_set_due_today_is_asked_today_though_it_was_answered(database_url: str) -> None:
    with collection_with(database_url, [ATP, DNA]) as collection:
        press(collection, "atp", Rating.EASY)
        whats = [Rescheduled(card_of(name), NOW) for name in ("atp", "dna")]
        gestures.make(collection, ME, "today-01", whats, now=NOW)
        assert sorted(questions(collection)) == ["atp?", "dna?"]


def test_what_was_sent_for_an_older_note_keeps_its_place(database_url: str) -> None:
    with collection_with(database_url, [ATP]) as collection:
        gestures.make(collection, ME, "later-01", [Edited(ATP.id, replace(ATP, answer="b"))], now=NOW + DAY)
        offline = Entry("offline1", NOW + MINUTE, Edited(ATP.id, replace(ATP, answer="a")))
        log.append(collection, ME, [offline], now=NOW + DAY)
        assert note_now(collection).note == replace(ATP, answer="b", edited_at=NOW + DAY)
        gestures.make(collection, ME, "undo-001", [Undone(ATP.id, "later-01")], now=NOW + DAY)
        assert note_now(collection).note == replace(ATP, answer="a", edited_at=NOW + DAY)


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        (Flagged(card_of("atp"), 8), "the flag 8 is not 0 to 7"),
        (Edited(DNA.id, ATP), "cannot become"),
    ],
)
def test_what_no_card_can_be_is_refused(what: Happening, sentence: str, database_url: str) -> None:
    with (
        collection_with(database_url, [ATP, DNA]) as collection,
        pytest.raises(CardsError, match=sentence),
    ):
        gestures.make(collection, ME, "gesture-1", [what], now=NOW)


def test_a_gesture_needs_an_id_with_room_behind_it(collection: Collection) -> None:
    with pytest.raises(CardsError, match="is not 8 to 56 characters"):
        gestures.make(collection, ME, "x" * 57, [Suspended("card")], now=NOW)


_CARDS = st.sampled_from([card_of("atp"), card_of("dna", 0), card_of("dna", 1)])
_NOTES = st.sampled_from([ATP, DNA])
_WHATS = st.one_of(
    st.builds(Flagged, _CARDS, st.integers(0, 7)),
    st.builds(Suspended, _CARDS),
    st.builds(Resumed, _CARDS),
    st.builds(Forgotten, _CARDS),
    st.builds(Buried, _CARDS, st.just(NOW + DAY)),
    st.builds(Rescheduled, _CARDS, st.sampled_from([NOW, NOW + 3 * DAY])),
    st.builds(Answered, _CARDS, st.sampled_from(Rating), st.just(NOW + DAY), st.just(900), st.integers(0, 3)),
    st.builds(lambda one: Deleted(one.id), _NOTES),
    st.builds(lambda one, word: Edited(one.id, replace(one, answer=word)), _NOTES, st.sampled_from("ab")),
    st.just(Edited(DNA.id, note("dna"))),
    st.builds(lambda one, tag: Retagged(one.id, added=(tag,)), _NOTES, st.sampled_from("ab")),
    st.builds(lambda one, tag: Retagged(one.id, removed=(tag,)), _NOTES, st.sampled_from("ab")),
)


@settings(max_examples=25)
@given(made=st.lists(st.lists(_WHATS, min_size=1, max_size=3), max_size=6), taken=st.integers(0, 6))
def test_taking_gestures_back_leaves_what_was_before_them(made: list[list[Happening]], taken: int) -> None:
    names = (f"gesture-{number}" for number in itertools.count())
    with (
        TemporaryDirectory() as folder,
        collection_with(Path(folder, "c.sqlite"), [ATP, DNA]) as collection,
    ):
        states = [state(collection)]
        for whats in made:
            receipts = gestures.make(collection, ME, next(names), whats, now=NOW)
            if any(receipt.outcome is Outcome.COUNTS for receipt in receipts):
                states.append(state(collection))
        for before in states[:-1][::-1][:taken]:
            assert gestures.undo(collection, ME, next(names), now=NOW)
            assert state(collection) == before
        undone = min(taken, len(states) - 1)
        for after in states[len(states) - undone :]:
            assert gestures.redo(collection, ME, next(names), now=NOW)
            assert state(collection) == after
        assert checking.check(collection, ME).problems == ()
        checking.rebuild(collection, ME)
        assert checking.check(collection, ME).problems == ()
