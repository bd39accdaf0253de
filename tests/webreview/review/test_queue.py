"""The order of a study day's cards."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from webreview.review import queue
from webreview.review.queue import Done, Waiting

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
AHEAD = timedelta(minutes=20)


def waiting(name: str, minutes: int | None = None, place: int = 0) -> Waiting:
    due = None if minutes is None else NOW + timedelta(minutes=minutes)
    return Waiting(name, name.split("-")[0], place, due)


NOTHING_DONE = Done(new=0, review=0)


def order(learning: str = "", reviews: str = "", new: str = "", done: Done = NOTHING_DONE) -> str:
    shown = queue.in_order(
        [waiting(name, minutes) for name, minutes in zip(learning, (-5, 0, 5, 25), strict=False)],
        [waiting(name, 0) for name in reviews],
        [waiting(name) for name in new],
        done=done,
        now=NOW,
        learn_ahead=AHEAD,
    )
    return "".join(card.card for card in shown)


def test_learning_cards_come_when_due_and_early_only_at_the_end() -> None:
    assert order(learning="abcd", reviews="R") == "abRc"


def test_new_cards_are_spread_over_the_reviews() -> None:
    assert order(reviews="RRRRRR", new="nn") == "RRnRRnRR"


def test_without_reviews_new_cards_come_at_once() -> None:
    assert order(new="nnn") == "nnn"


@given(reviews=st.integers(0, 40), new=st.integers(0, 40), answered=st.integers(0, 80))
def test_the_mix_does_not_change_while_it_is_studied(reviews: int, new: int, answered: int) -> None:
    whole = order(reviews="R" * reviews, new="n" * new)
    seen, left = whole[:answered], whole[answered:]
    done = Done(new=seen.count("n"), review=seen.count("R"))
    assert order(reviews="R" * left.count("R"), new="n" * left.count("n"), done=done) == left


def test_one_card_of_each_note_is_shown() -> None:
    cards = [waiting("a-0"), waiting("a-1"), waiting("b-0"), waiting("c-0")]
    assert [card.card for card in queue.one_of_each_note(cards, {"c"})] == ["a-0", "b-0"]
