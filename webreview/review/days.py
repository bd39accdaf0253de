"""Study days: days that begin at the learner's hour in the learner's time zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from webreview.settings import Settings


def study_day(at: datetime, settings: Settings) -> date:
    """Return the study day in which the instant lies; at 3:59 it is still yesterday."""
    local = at.astimezone(ZoneInfo(settings.time_zone))
    return local.date() if local.hour >= settings.day_starts_at else local.date() - timedelta(days=1)


def starts(day: date, settings: Settings) -> datetime:
    """Return the instant at which the study day begins, in UTC.

    An hour that the clocks skip on that day is the first instant after the gap.
    """
    return _starts(day, settings.day_starts_at, settings.time_zone)


def day_start(at: datetime, settings: Settings) -> datetime:
    """Return the instant at which the study day of `at` began."""
    return starts(study_day(at, settings), settings)


def next_day_start(at: datetime, settings: Settings) -> datetime:
    """Return the instant at which the study day after that of `at` begins."""
    return starts(study_day(at, settings) + timedelta(days=1), settings)


def elapsed_days(last: datetime, now: datetime, settings: Settings) -> int:
    """Return the study days from `last` to `now` as Anki counts them; never negative.

    Anki counts whole spans of 24 hours back from the end of the present study day, by the clock that is in force
    now. That is the difference of the study days, unless the clocks were changed in between and an answer came
    within that hour of the boundary.
    """
    return max(0, (reckoned_end(now, settings) - last) // timedelta(days=1))


def reckoned_end(now: datetime, settings: Settings) -> datetime:
    """Return the end of the present study day by the clock that is in force now: from it elapsed days are counted."""
    begun = datetime.combine(study_day(now, settings), time(settings.day_starts_at))
    offset = now.astimezone(ZoneInfo(settings.time_zone)).utcoffset()
    assert offset is not None
    return begun.replace(tzinfo=UTC) - offset + timedelta(days=1)


@lru_cache(maxsize=4096)
def _starts(day: date, hour: int, time_zone: str) -> datetime:
    return datetime.combine(day, time(hour), ZoneInfo(time_zone)).astimezone(UTC)
