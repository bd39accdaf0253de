"""What new cards cost: how many answers a day they will take."""

from __future__ import annotations

from datetime import datetime, timedelta

from cards.progress import Memory, Rating
from webreview.review import schedule
from webreview.settings import Settings

# Most of the work of a card is in its first weeks; after three months it comes back a few times a year.
DAYS = 90
# A forgotten card is answered once or twice more on the same day, and comes back sooner afterwards.
ANSWERS_OF_A_LAPSE = 2.5


def answers_a_day(cards: int, *, settings: Settings, now: datetime) -> float:
    """Return how many answers a day so many new cards take on average, over the `DAYS` days from `now`.

    New cards come at the learner's pace. Each is answered Good along its schedule, and forgotten as often as the
    desired retention allows.
    """
    a_day = settings.new_a_day
    if not cards or not a_day:
        return 0.0
    ages = _ages_when_answered(settings, now)
    begun = [min(a_day, max(0, cards - day * a_day)) for day in range(DAYS)]
    again = 1 + (1 - settings.desired_retention) * ANSWERS_OF_A_LAPSE
    answers = sum(
        number * (1 if age == 0 else again)
        for day, number in enumerate(begun)
        for age in ages
        if day + age < DAYS
    )
    return answers / DAYS


def _ages_when_answered(settings: Settings, now: datetime) -> list[int]:
    """Return on which days after its first one a card that is always known is answered, a day as often as it is."""
    ages = []
    memory: Memory | None = None
    at = now
    while (age := (at - now) // timedelta(days=1)) < DAYS:
        ages.append(age)
        memory = schedule.answer(memory, Rating.GOOD, card="one of many", now=at, settings=settings)
        at = max(memory.due, at + timedelta(minutes=1))
    return ages
