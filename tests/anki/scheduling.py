"""Cards answered in the real Anki at times that the test sets, and what Anki makes of them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

# Anki's own switch for reproducible runs: no fuzz. It also sets the clock back by two hours between 2:00 and 4:00
# local time, so tests answer at other hours.
os.environ["ANKI_TEST_MODE"] = "1"

from anki.collection import Collection
from anki.scheduler_pb2 import CardAnswer

from cards.progress import Memory, Rating, State
from tests.anki.engine_clock import EngineClock, engine_clock
from webreview.settings import Settings

_STATES = {1: State.LEARNING, 2: State.REVIEW, 3: State.RELEARNING}
_LEARNING_QUEUE = 1


@dataclass(frozen=True, slots=True)
class Future:
    """What a button gives: days for a card in Review, seconds for one in learning."""

    state: State
    days: int
    seconds: int
    stability: float
    difficulty: float


class ScheduledAnki:
    """A collection in the real engine with one deck, scheduled as the settings say."""

    def __init__(self, folder: Path, clock: EngineClock, settings: Settings) -> None:
        self._clock = clock
        self._settings = settings
        self._zone = ZoneInfo(settings.time_zone)
        self._offset = self._clock.now.astimezone(self._zone).utcoffset()
        self.collection: Any = Collection(str(folder / "scheduled.anki2"))
        self.collection.set_config("fsrs", True)
        self.collection.set_config("rollover", settings.day_starts_at)
        # Anki would move reviews to quieter days.
        self.collection._set_load_balancer_enabled(False)
        self._configure()
        self._created = datetime.fromtimestamp(self.collection.crt, self._zone).date()

    def add_note(self, note_type: str = "Basic") -> list[int]:
        """Add a note of one of Anki's own types; return the ids of its cards."""
        note = self.collection.new_note(self.collection.models.by_name(note_type))
        note["Front"], note["Back"] = "front", "back"
        self.collection.add_note(note, 1)
        return list(note.card_ids())

    def futures(self, card: int, now: datetime) -> dict[Rating, Future]:
        """Return what each button would give at that time."""
        states = self._states(card, now)
        return {rating: _future(_chosen(states, rating)) for rating in Rating}

    def answer(self, card: int, rating: Rating, now: datetime) -> Memory:
        """Press a button at that time; return the memory as Anki has stored it (its `step` is always 0)."""
        states = self._states(card, now)
        self.collection._backend.answer_card(
            CardAnswer(
                card_id=card,
                current_state=states.current,
                new_state=_chosen(states, rating),
                rating=CardAnswer.Rating.values()[rating - 1],
                answered_at_millis=round(now.timestamp() * 1000),
                milliseconds_taken=1000,
            )
        )
        return self._memory(self.collection.get_card(card))

    def waiting(self, now: datetime) -> Any:
        """Return Anki's queue at that time: cards in order, and the counts."""
        self._set_clock(now)
        # Opening the list of decks digs up what was buried yesterday; saving options makes the queue anew.
        self.collection.sched.deck_due_tree()
        self._configure()
        return self.collection._backend.get_queued_cards(fetch_limit=1000, intraday_learning_only=False)

    def _states(self, card: int, now: datetime) -> Any:
        self._set_clock(now)
        return self.collection._backend.get_scheduling_states(card)

    def _set_clock(self, now: datetime) -> None:
        self._clock.now = now
        offset = now.astimezone(self._zone).utcoffset()
        if offset != self._offset:
            # While a collection is open, Anki keeps the end of the day that it worked out before the clocks changed.
            self._offset = offset
            self.collection.close()
            self.collection.reopen()

    def _memory(self, card: Any) -> Memory:
        if card.queue == _LEARNING_QUEUE:
            due = datetime.fromtimestamp(card.due, UTC)
        else:
            day = self._created + timedelta(days=card.due)
            due = datetime.combine(day, time(self._settings.day_starts_at), self._zone).astimezone(UTC)
        return Memory(
            due=due,
            stability=round(card.memory_state.stability, 4),
            difficulty=round(card.memory_state.difficulty, 3),
            state=_STATES[card.type],
            step=0,
            interval_days=card.ivl if card.type == 2 else 0,
            reps=card.reps,
            lapses=card.lapses,
            last_review=datetime.fromtimestamp(card.last_review_time, UTC),
        )

    def _configure(self) -> None:
        settings, config = self._settings, self.collection.decks.config_dict_for_deck_id(1)
        config["new"]["delays"] = [step.total_seconds() / 60 for step in settings.learning_steps]
        config["lapse"]["delays"] = [step.total_seconds() / 60 for step in settings.relearning_steps]
        config["desiredRetention"] = settings.desired_retention
        config["rev"]["maxIvl"] = settings.longest_interval_days
        config["new"]["perDay"], config["rev"]["perDay"] = settings.new_a_day, settings.reviews_a_day
        config["new"]["bury"] = config["rev"]["bury"] = settings.bury_siblings
        config["buryInterdayLearning"] = settings.bury_siblings
        self.collection.decks.update_config(config)


@contextmanager
def scheduled_anki(folder: Path, settings: Settings, *, now: datetime) -> Iterator[ScheduledAnki]:
    """Open a new collection in the settings' time zone, made `now`, and close it afterwards."""
    zone_before = os.environ.get("TZ")
    os.environ["TZ"] = settings.time_zone
    try:
        with engine_clock(now) as clock:
            anki = ScheduledAnki(folder, clock, settings)
            try:
                yield anki
            finally:
                anki.collection.close()
    finally:
        del os.environ["TZ"]
        if zone_before is not None:
            os.environ["TZ"] = zone_before


def _chosen(states: Any, rating: Rating) -> Any:
    return {
        Rating.AGAIN: states.again,
        Rating.HARD: states.hard,
        Rating.GOOD: states.good,
        Rating.EASY: states.easy,
    }[rating]


def _future(state: Any) -> Future:
    kind = state.normal.WhichOneof("kind")
    what = getattr(state.normal, kind)
    if kind == "relearning":
        what = what.learning
    in_review = kind == "review"
    return Future(
        state=State(kind),
        days=what.scheduled_days if in_review else 0,
        seconds=0 if in_review else what.scheduled_secs,
        stability=what.memory_state.stability,
        difficulty=what.memory_state.difficulty,
    )
