"""What was done: spans of days, kinds of answers, hours, buttons."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards.progress import Rating, State
from webreview.review.statistics.answers import Buttons, Kinds, Span, buttons, done, hours, spans
from webreview.review.statistics.tallies import AnswerTally, HourTally

MONDAY = date(2026, 3, 2)


def tally(
    before: State = State.REVIEW,
    rating: Rating = Rating.GOOD,
    *,
    day: date = MONDAY,
    answers: int = 1,
    mature: int = 0,
) -> AnswerTally:
    return AnswerTally(day, before, rating, answers, mature, 1000 * answers)


tallies = st.builds(
    tally,
    st.sampled_from([State.NEW, State.LEARNING, State.RELEARNING]),
    st.sampled_from(Rating),
    day=st.dates(MONDAY - timedelta(days=30), MONDAY),
    answers=st.integers(1, 50),
)


@pytest.mark.parametrize(
    ("first", "length", "expected"),
    [
        (MONDAY, 1, [Span(MONDAY, MONDAY)]),
        (MONDAY, 7, [Span(date(2026, 2, 24), MONDAY)]),
        (date(2026, 2, 23), 7, [Span(date(2026, 2, 17), date(2026, 2, 23)), Span(date(2026, 2, 24), MONDAY)]),
    ],
)
def test_spans_end_today(first: date, length: int, expected: list[Span]) -> None:
    assert list(spans(first, MONDAY, length)) == expected


def test_answers_are_told_by_what_the_cards_were() -> None:
    (one,) = done(
        [
            tally(State.NEW, answers=2),
            tally(State.LEARNING, Rating.AGAIN, answers=3),
            tally(State.RELEARNING, answers=4),
            tally(answers=9, mature=5),
            tally(day=MONDAY - timedelta(days=1)),
        ],
        [Span(MONDAY, MONDAY)],
    )
    assert one.answers == Kinds(new=2, learning=7, young=4, mature=5)
    assert one.remembered == 15
    assert one.took_ms == 18_000


@given(st.lists(tallies), st.integers(1, 9))
def test_no_answer_is_lost_between_spans(made: list[AnswerTally], length: int) -> None:
    within = spans(MONDAY - timedelta(days=30), MONDAY, length)
    assert sum(one.answers.total for one in done(made, within)) == sum(one.answers for one in made)


def test_hours_without_an_answer_are_hours_too() -> None:
    found = hours([HourTally(9, 4, 3), HourTally(23, 1, 1)])
    assert [one.hour for one in found] == list(range(24))
    assert sum(one.answers for one in found) == 5


def test_buttons_are_told_by_kind() -> None:
    pressed = buttons(
        [
            tally(State.NEW, Rating.EASY),
            tally(State.RELEARNING, Rating.AGAIN),
            tally(rating=Rating.HARD, answers=5, mature=2),
        ]
    )
    assert pressed == Buttons(learning=(1, 0, 0, 1), young=(0, 3, 0, 0), mature=(0, 2, 0, 0))
