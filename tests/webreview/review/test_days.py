"""Study days: they begin at the learner's hour, through every change of the clocks."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards.errors import CardsError
from webreview.review import days
from webreview.settings import Settings

ZONES = ("UTC", "Asia/Shanghai", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kathmandu")

instants = st.datetimes(datetime(2010, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))
learners = st.builds(Settings, time_zone=st.sampled_from(ZONES), day_starts_at=st.integers(0, 23))


def test_the_small_hours_belong_to_the_day_before() -> None:
    settings = Settings(time_zone="Asia/Shanghai")
    assert days.study_day(datetime(2026, 3, 1, 19, 59, tzinfo=UTC), settings) == date(2026, 3, 1)
    assert days.study_day(datetime(2026, 3, 1, 20, 0, tzinfo=UTC), settings) == date(2026, 3, 2)


@given(at=instants, settings=learners)
def test_an_instant_lies_in_its_study_day(at: datetime, settings: Settings) -> None:
    assert days.day_start(at, settings) <= at < days.next_day_start(at, settings)


@given(at=instants, settings=learners)
def test_a_day_begins_in_itself(at: datetime, settings: Settings) -> None:
    day = days.study_day(at, settings)
    assert days.study_day(days.starts(day, settings), settings) == day


@given(at=instants, settings=learners, later=st.integers(0, 4000))
def test_days_between_the_same_hours_are_the_days_of_the_calendar(
    at: datetime, settings: Settings, later: int
) -> None:
    noon = days.day_start(at, settings) + timedelta(hours=12)
    assert days.elapsed_days(noon, noon + timedelta(days=later), settings) == later


def test_nothing_has_passed_since_a_later_answer() -> None:
    now = datetime(2026, 3, 1, tzinfo=UTC)
    assert days.elapsed_days(now + timedelta(days=5), now, Settings()) == 0


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"time_zone": "Mars/Olympus"}, "time zone “Mars/Olympus” is not known"),
        ({"desired_retention": 1.2}, "desired retention 1.2 is not between 0.7 and 0.99"),
        ({"day_starts_at": 24}, "the start of the day 24 is not between 0 and 23"),
        ({"learning_steps": (timedelta(0),)}, "a learning step in minutes 0 is not between"),
        ({"parameters": (1.0,)}, "FSRS-6 has 21 parameters, not 1"),
    ],
)
def test_settings_out_of_range_are_refused(wrong: dict[str, object], sentence: str) -> None:
    with pytest.raises(CardsError, match=sentence):
        Settings(**wrong)  # type: ignore[arg-type]
