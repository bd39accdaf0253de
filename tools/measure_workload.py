"""What a wanted retention costs: reviews a card, counted in a year that is played through.

python -m tools.measure_workload prints the figures of `webreview/review/workload.py`.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta

from cards.progress import Rating
from webreview.review import schedule
from webreview.review.workload import REVIEWS_A_YEAR
from webreview.settings import Settings

_BEGIN = datetime(2026, 1, 1, 12, tzinfo=UTC)
_YEAR = timedelta(days=365)

# With 40 cards the figures still jump by a fifth.
_CARDS = 400


def main() -> None:
    for percent in REVIEWS_A_YEAR:
        print(f"    {percent}: {reviews_a_year(percent / 100):.1f},")


def reviews_a_year(desired_retention: float) -> float:
    """Return how often a card is answered in its first year, if it is recalled as often as the schedule expects.

    Without the steps of learning, with ratings of Good and Again alone.
    """
    settings = Settings(desired_retention=desired_retention, learning_steps=(), relearning_steps=())
    return sum(_year_of(f"card {number}", settings) for number in range(_CARDS)) / _CARDS


def _year_of(card: str, settings: Settings) -> int:
    now, answers = _BEGIN, 1
    memory = schedule.answer(None, Rating.GOOD, card=card, now=now, settings=settings)
    while memory.due < _BEGIN + _YEAR:
        now = memory.due + timedelta(hours=8)
        recalled = _chance(card, answers) < schedule.retrievability(memory, now=now, settings=settings)
        rating = Rating.GOOD if recalled else Rating.AGAIN
        memory = schedule.answer(memory, rating, card=card, now=now, settings=settings)
        answers += 1
    return answers


def _chance(card: str, number: int) -> float:
    """Return a number from 0 to 1 that is always the same for this answer."""
    return int(hashlib.sha256(f"{card} {number}".encode()).hexdigest()[:8], 16) / 16**8


if __name__ == "__main__":
    main()
