"""What the collection counts for statistics."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cards.progress import Rating, State

# Anki's border between young and mature cards.
MATURE_DAYS = 21


@dataclass(frozen=True, slots=True)
class AnswerTally:
    """Answers of one study day to cards in one state, with one rating.

    `mature` of them were to cards whose interval was `MATURE_DAYS` or more.
    """

    day: date
    before: State
    rating: Rating
    answers: int
    mature: int
    took_ms: int


@dataclass(frozen=True, slots=True)
class HourTally:
    """Answers in one hour of the day, 0 to 23, and how many of them were not AGAIN."""

    hour: int
    answers: int
    remembered: int


@dataclass(frozen=True, slots=True)
class Pile:
    """How many cards have a value: days, a bucket, a number of days from today."""

    value: int
    cards: int


@dataclass(frozen=True, slots=True)
class CardStates:
    """Kept cards by what they are; suspended ones count as that alone."""

    new: int = 0
    learning: int = 0
    young: int = 0
    mature: int = 0
    suspended: int = 0

    @property
    def total(self) -> int:
        return self.new + self.learning + self.young + self.mature + self.suspended


@dataclass(frozen=True, slots=True)
class CardTallies:
    """Kept cards of a scope.

    `due` are study days from today (negative for the past) of cards that are not suspended; `intervals` and
    `stabilities` whole days; `difficulties` and `chances` tenths of their range, 0 to 9 (1 to 10; 0 to 100 %).
    `known` is the sum of the chances of recall, over all cards that were answered.
    """

    states: CardStates
    due: tuple[Pile, ...]
    intervals: tuple[Pile, ...]
    stabilities: tuple[Pile, ...]
    difficulties: tuple[Pile, ...]
    chances: tuple[Pile, ...]
    known: float


@dataclass(frozen=True, slots=True)
class DocumentTally:
    """How much of a document is known: the sum of the chances of recall over its kept cards."""

    document: str
    name: str
    cards: int
    known: float


@dataclass(frozen=True, slots=True)
class WriterTally:
    """What the learner decided on the notes of a writer."""

    writer: str
    accepted: int
    rejected: int
    open: int
