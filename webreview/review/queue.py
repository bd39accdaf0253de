"""The order in which a study day's cards are shown: Anki's default order."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from webreview.settings import Settings


@dataclass(frozen=True, slots=True)
class Waiting:
    """A card that could be shown today.

    `place` is its place among its siblings; `due` the instant for which a learning card waits, None for others.
    """

    card: str
    note: str
    place: int
    due: datetime | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many cards are left today, as Anki shows them: `learning` are those due within the learn-ahead time."""

    new: int
    learning: int
    review: int


@dataclass(frozen=True, slots=True)
class Done:
    """How many cards were answered on this study day: for the first time, and in Review."""

    new: int
    review: int


def most_reviews(done: Done, settings: Settings) -> int:
    """Return how many reviews the day's limit still lets in; new cards that were answered count towards it."""
    return max(0, settings.reviews_a_day - done.review - done.new)


def most_new(done: Done, settings: Settings, *, reviews: int) -> int:
    """Return how many new cards the day's limits still let in beside so many reviews that are left.

    New cards become reviews, so Anki lets them into the limit of reviews only.
    """
    return max(0, min(settings.new_a_day - done.new, most_reviews(done, settings) - reviews))


def one_of_each_note(waiting: Iterable[Waiting], hidden: Collection[str]) -> Iterator[Waiting]:
    """Yield the first card of each note that is not among the hidden notes: siblings wait for another day."""
    seen = set(hidden)
    for card in waiting:
        if card.note not in seen:
            seen.add(card.note)
            yield card


def in_order(
    learning: Sequence[Waiting],
    reviews: Sequence[Waiting],
    new: Sequence[Waiting],
    *,
    done: Done,
    now: datetime,
    learn_ahead: timedelta,
) -> tuple[Waiting, ...]:
    """Return the cards in the order in which they are shown.

    First learning cards that are due, then reviews mixed with new cards, then learning cards that are due
    within `learn_ahead`. Each sequence is in its own order already.
    """
    due = [card for card in learning if card.due is not None and card.due <= now]
    soon = [card for card in learning if card.due is not None and now < card.due <= now + learn_ahead]
    # Anki shows all the first cards of notes before the second ones.
    by_place = sorted(new, key=lambda card: card.place)
    return (*due, *_mixed(reviews, by_place, done), *soon)


def _mixed(reviews: Sequence[Waiting], new: Sequence[Waiting], done: Done) -> Iterator[Waiting]:
    """Spread the new cards evenly over the whole day's reviews.

    What was done today counts as the beginning of the mix; spreading only what is left would put the first new
    card off after every answer.
    """
    all_reviews, all_new = done.review + len(reviews), done.new + len(new)
    share = (all_reviews + 1) / (all_new + 1)
    review, fresh = done.review, done.new
    while review < all_reviews or fresh < all_new:
        if fresh < all_new and (review == all_reviews or (fresh + 1) * share < review + 1):
            yield new[fresh - done.new]
            fresh += 1
        else:
            yield reviews[review - done.review]
            review += 1
