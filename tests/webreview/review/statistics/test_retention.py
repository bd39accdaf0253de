"""True retention, by Anki's definition."""

from __future__ import annotations

from datetime import timedelta

from cards.progress import Rating, State
from tests.webreview.review.statistics.test_answers import MONDAY, tally
from webreview.review.statistics.retention import Recalled, Retention, ranges, retention


def test_only_cards_in_review_count() -> None:
    found = retention(
        [
            tally(State.NEW, Rating.AGAIN),
            tally(State.LEARNING, Rating.AGAIN),
            tally(State.RELEARNING, Rating.AGAIN),
            tally(rating=Rating.HARD, answers=8, mature=3),
            tally(rating=Rating.AGAIN, answers=2, mature=1),
        ],
        first=MONDAY,
        last=MONDAY,
    )
    assert found == Retention(young=Recalled(6, 5), mature=Recalled(4, 3))
    assert found.all == Recalled(10, 8)
    assert found.all.rate == 0.8


def test_other_days_do_not_count() -> None:
    before = tally(day=MONDAY - timedelta(days=1))
    assert retention([before], first=MONDAY, last=MONDAY).all.rate is None


def test_a_week_has_seven_days() -> None:
    lengths = {name: (last - first).days + 1 for name, first, last in ranges(MONDAY)}
    assert lengths == {"today": 1, "yesterday": 1, "week": 7, "month": 30, "year": 365}
