"""Folding the log of a note: what it says, where it lies, what was decided."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards.model import BasicNote, Origin, Source, Span
from cards.progress import (
    Accepted,
    Deleted,
    Edited,
    Entry,
    Happening,
    Moved,
    Postponed,
    Rejected,
    Retagged,
    Undone,
)
from webreview.review import note_history
from webreview.review.history import Decision
from webreview.review.note_history import NoteHistory

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
NOTE = BasicNote(
    id="note",
    source=Source("elements.txt", Span(0, 1), "水"),
    origin=Origin("definition"),
    question="What is water?",
    answer="水",
    tags=("elements",),
)


def log_of(*whats: Happening) -> list[Entry]:
    """Entries named "0", "1", ..., a minute apart."""
    return [Entry(str(number), NOW + timedelta(minutes=number), what) for number, what in enumerate(whats)]


def fold(*whats: Happening) -> NoteHistory:
    return note_history.fold(NOTE, "deck", log_of(*whats))


def edited(answer: str) -> Edited:
    return Edited("note", replace(NOTE, answer=answer))


@pytest.mark.parametrize(
    ("whats", "decision"),
    [
        ([], Decision.OPEN),
        ([Accepted("note")], Decision.ACCEPTED),
        ([Accepted("note"), Rejected("note")], Decision.REJECTED),
        ([Accepted("note"), Rejected("note"), Undone("note", "1")], Decision.ACCEPTED),
        ([Accepted("note"), Postponed("note")], Decision.OPEN),
        ([Accepted("note"), Deleted("note")], Decision.DELETED),
        ([Accepted("note"), Deleted("note"), Undone("note", "1")], Decision.ACCEPTED),
    ],
)
def test_the_last_decision_that_stands_wins(whats: list[Happening], decision: Decision) -> None:
    assert fold(*whats).decision is decision


def test_an_edit_says_when_it_was_made() -> None:
    after = fold(edited("H₂O")).note
    assert after == replace(NOTE, answer="H₂O", edited_at=NOW)


def test_a_note_whose_changes_were_all_taken_back_is_the_one_that_was_added() -> None:
    whats: list[Happening] = [
        edited("H₂O"),
        Retagged("note", added=("wet",)),
        Undone("note", "1"),
        Undone("note", "0"),
    ]
    assert fold(*whats).note is NOTE


def test_taking_a_change_back_makes_the_note_newer() -> None:
    after = fold(edited("H₂O"), edited("ice"), Undone("note", "1")).note
    assert after == replace(NOTE, answer="H₂O", edited_at=NOW + timedelta(minutes=2))


def test_a_change_of_tags_outlives_an_earlier_edit_that_is_taken_back() -> None:
    after = fold(edited("H₂O"), Retagged("note", ("wet", "elements"), ("old",)), Undone("note", "0")).note
    assert (after.tags, after.origin, getattr(after, "answer", "")) == (
        ("elements", "wet"),
        NOTE.origin,
        "水",
    )


def test_a_moved_note_is_back_when_the_move_is_taken_back() -> None:
    assert fold(Moved("note", "other")).deck == "other"
    assert fold(Moved("note", "other"), Undone("note", "0")).deck == "deck"
    assert fold(Moved("note", "other")).note is NOTE


_WHATS = st.sampled_from(
    [
        Accepted("note"),
        Rejected("note"),
        Deleted("note"),
        edited("H₂O"),
        edited("ice"),
        Retagged("note", added=("wet",)),
        Retagged("note", removed=("elements", "wet")),
        Moved("note", "a"),
        Moved("note", "b"),
    ]
)


@given(whats=st.lists(_WHATS, max_size=8), taken=st.integers(0, 8))
def test_taking_the_last_changes_back_is_never_having_made_them(whats: list[Happening], taken: int) -> None:
    left = max(0, len(whats) - taken)
    undos = [Undone("note", str(number)) for number in reversed(range(left, len(whats)))]
    before, after = fold(*whats[:left]), fold(*whats, *undos)
    assert (after.deck, after.decision) == (before.deck, before.decision)
    assert replace(after.note, edited_at=NOW) == replace(before.note, edited_at=NOW)


@given(whats=st.lists(_WHATS, max_size=6))
def test_bringing_back_what_was_taken_back_changes_nothing(whats: list[Happening]) -> None:
    undos = [Undone("note", str(number)) for number in reversed(range(len(whats)))]
    redos = [Undone("note", str(number)) for number in reversed(range(len(whats), 2 * len(whats)))]
    before, after = fold(*whats), fold(*whats, *undos, *redos)
    assert (after.deck, after.decision) == (before.deck, before.decision)
    assert replace(after.note, edited_at=NOW) == replace(before.note, edited_at=NOW)
