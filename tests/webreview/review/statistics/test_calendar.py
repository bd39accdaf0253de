"""The calendar of a year, and streaks."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webreview.review.statistics.calendar import squares, streak

TODAY = date(2026, 3, 4)


def days_ago(*numbers: int) -> list[date]:
    return [TODAY - timedelta(days=number) for number in numbers]


@pytest.mark.parametrize(
    ("days", "now", "longest"),
    [
        ([], 0, 0),
        ([0], 1, 1),
        ([1], 1, 1),
        ([2], 0, 1),
        ([0, 1, 2, 4], 3, 3),
        ([1, 2, 10, 11, 12], 2, 3),
    ],
)
def test_a_streak_goes_on_until_the_day_is_over(days: list[int], now: int, longest: int) -> None:
    found = streak(days_ago(*days), today=TODAY)
    assert (found.now, found.longest) == (now, longest)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_the_calendar_ends_today_and_begins_on_a_monday(today: date) -> None:
    shown = squares({}, today=today)
    assert (shown[0].weekday, shown[0].day.weekday(), shown[-1].day) == (0, 0, today)
    assert {(one.week, one.weekday) for one in shown} == {(n // 7, n % 7) for n in range(len(shown))}
    assert shown[-1].week == 52


def test_a_level_is_the_part_of_the_busiest_day() -> None:
    days = days_ago(0, 1, 2, 3)
    answers = dict(zip(days, (100, 50, 1, 0), strict=True))
    assert [one.level for one in squares(answers, today=TODAY)[-4:]] == [0, 1, 2, 4]
