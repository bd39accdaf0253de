"""What keeping cards costs."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from webreview.review.cost import DAYS, answers_a_day
from webreview.settings import Settings

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
USUAL = Settings(fuzz=False)


def test_one_card_is_answered_a_handful_of_times_in_three_months() -> None:
    assert 4 <= DAYS * answers_a_day(1, settings=USUAL, now=NOW) <= 10


def test_twice_the_cards_cost_about_twice_the_answers() -> None:
    once, twice = (answers_a_day(cards, settings=USUAL, now=NOW) for cards in (20, 40))

    assert twice == pytest.approx(2 * once, rel=0.1)


def test_who_wants_to_know_more_answers_more_often() -> None:
    eager = replace(USUAL, desired_retention=0.97)

    assert answers_a_day(50, settings=eager, now=NOW) > answers_a_day(50, settings=USUAL, now=NOW)


@pytest.mark.parametrize(("cards", "a_day"), [(0, 20), (50, 0)])
def test_no_cards_and_no_new_cards_a_day_cost_nothing(cards: int, a_day: int) -> None:
    assert answers_a_day(cards, settings=replace(USUAL, new_a_day=a_day), now=NOW) == 0
