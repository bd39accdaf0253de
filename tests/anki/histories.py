"""Random histories of one card: when it is answered, and how."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from cards.progress import Memory, Rating, State
from webreview.review import days
from webreview.settings import Settings

# Learners forget some cards, find few of them easy.
_RATINGS = (Rating.AGAIN, Rating.HARD, Rating.GOOD, Rating.EASY)
_WEIGHTS = (2, 2, 5, 1)


def random_rating(chance: random.Random) -> Rating:
    return chance.choices(_RATINGS, _WEIGHTS)[0]


def first_time(chance: random.Random, start: datetime, settings: Settings) -> datetime:
    """Return a time within a year of `start` at which a card is answered first."""
    return _at_an_honest_hour(start + timedelta(seconds=chance.randrange(365 * 86400)), settings)


def next_time(chance: random.Random, memory: Memory, settings: Settings) -> datetime:
    """Return when the card is answered next: on time, late, sometimes early; at any hour of the day."""
    soonest = memory.last_review + timedelta(seconds=20)
    if memory.state is not State.REVIEW:
        late = chance.choice((0, 0, 30, 600, 6 * 3600, 86400, 3 * 86400))
        early = chance.random() < 0.1
        return _at_an_honest_hour(soonest if early else memory.due + timedelta(seconds=late), settings)
    punctual = chance.random()
    if punctual < 0.6:
        late_days = 0
    elif punctual < 0.95:
        late_days = int(chance.expovariate(0.1))
    else:
        late_days = -chance.randrange(1, memory.interval_days + 1)
    day = days.study_day(memory.due, settings) + timedelta(days=late_days)
    at = days.starts(day, settings) + timedelta(seconds=chance.randrange(86400))
    return _at_an_honest_hour(max(at, soonest), settings)


def _at_an_honest_hour(at: datetime, settings: Settings) -> datetime:
    """Return the time, later if need be: between 2:00 and 4:00 Anki's test mode sets its clock back."""
    local = at.astimezone(ZoneInfo(settings.time_zone))
    return at + timedelta(hours=2) if 2 <= local.hour < 4 else at
