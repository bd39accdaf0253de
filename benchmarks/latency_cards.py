"""A hundred thousand cards and what was answered, the same for everybody who is measured."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from cards.progress import Memory, Rating, State
from webreview.review import days, schedule
from webreview.settings import Settings

DECKS = 10
CARDS_A_DECK = 10_000
NEW_A_DECK = 1_000
ANSWERS_A_CARD = 11

# Without fuzz a history does not depend on its card, so that a few hundred serve all.
SETTINGS = Settings(fuzz=False)
_HISTORIES = 400

# One card in forty is due today: twice as many as a day shows.
_DUE_TODAY = 40


@dataclass(frozen=True, slots=True)
class Review:
    """An answer and the due date that its button promised."""

    at: datetime
    rating: Rating
    memory: Memory


@dataclass(frozen=True, slots=True)
class Learned:
    """A card's number, its deck's number, and its answers; none for a new card."""

    number: int
    deck: int
    reviews: tuple[Review, ...]


def learned_cards(now: datetime) -> Iterator[Learned]:
    """Yield all cards, deck by deck, new ones last; those that were answered are due from today on."""
    chance = random.Random(1)
    templates = [_reviews(chance, now, is_due=kind % _DUE_TODAY == 0) for kind in range(_HISTORIES)]
    for number in range(DECKS * CARDS_A_DECK):
        deck, place = divmod(number, CARDS_A_DECK)
        is_new = place >= CARDS_A_DECK - NEW_A_DECK
        yield Learned(number, deck, () if is_new else templates[number % _HISTORIES])


def _reviews(chance: random.Random, now: datetime, *, is_due: bool) -> tuple[Review, ...]:
    """Return answers that leave the card in Review, moved by whole days so that it is due today or later."""
    at = now - timedelta(days=3650)
    memory: Memory | None = None
    answers: list[Review] = []
    while len(answers) < ANSWERS_A_CARD:
        last = len(answers) >= ANSWERS_A_CARD - 3
        rating = Rating.GOOD if last else chance.choices(tuple(Rating), (3, 3, 4, 0))[0]
        memory = schedule.answer(memory, rating, card="any", now=at, settings=SETTINGS)
        answers.append(Review(at, rating, memory))
        at = memory.due + timedelta(hours=chance.randrange(1, 12))
    assert memory is not None
    assert memory.state is State.REVIEW
    # The last answer was before today, else the day's limits would count it.
    due_in = 0 if is_due else chance.randrange(1, memory.interval_days)
    by = days.day_start(now, SETTINGS) + timedelta(days=due_in) - memory.due
    return tuple(
        Review(
            one.at + by,
            one.rating,
            replace(one.memory, due=one.memory.due + by, last_review=one.memory.last_review + by),
        )
        for one in answers
    )
