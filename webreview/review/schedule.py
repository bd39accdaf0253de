"""Memory and rating -> the next memory: FSRS-6 with Anki's rules. The only user of the `fsrs` library."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache

import fsrs

from cards.progress import Memory, Rating, State
from webreview.review import days, fuzz
from webreview.settings import LONGEST_INTERVAL_DAYS, Settings

# py-fsrs counts blocks of 24 hours, Anki study days. Only the difference matters to the engine, so it is told
# that each memory was made on this day and that whole days have passed since.
_DAY_ZERO = datetime(2000, 1, 1, tzinfo=UTC)

# Without steps, a card whose interval is shorter than this stays in learning (Anki's rule).
_SHORTEST_REVIEW_DAYS = 0.5

_STARTING_EASE = 2.5


def preview(memory: Memory | None, *, card: str, now: datetime, settings: Settings) -> dict[Rating, Memory]:
    """Return what each of the four buttons would make of the card; `None` is a card that was never answered.

    The same arguments always give the same futures: the fuzz is drawn from the card's id and its number of
    reviews, and the four buttons share it.
    """
    showing = _Showing(memory, card, now, settings)
    return {rating: showing.rated(rating) for rating in Rating}


def answer(memory: Memory | None, rating: Rating, *, card: str, now: datetime, settings: Settings) -> Memory:
    """Return the memory after the card was rated at `now`: what `preview` shows on that button."""
    return _Showing(memory, card, now, settings).rated(rating)


def answer_as_promised(
    memory: Memory | None, rating: Rating, due: datetime, *, card: str, now: datetime, settings: Settings
) -> Memory:
    """Return the memory after the card was rated at `now` on a button that promised `due`.

    The promise stands, whatever the settings would give today; it is set aside if no button can have made it.
    """
    possible = now <= due <= now + timedelta(days=settings.longest_interval_days + 1)
    return _Showing(memory, card, now, settings, promised=due if possible else None).rated(rating)


def placed(due: datetime, *, now: datetime, settings: Settings) -> Memory:
    """Return the memory of a new card for which the learner chose at `now` the instant `due`.

    Anki takes such a card for one that was always recalled and that a scheduler without memories gave this
    interval. Source: `memory_state_from_sm2` of fsrs-rs, with the ease of 250 % that cards begin with.
    """
    interval = max(1, (days.study_day(due, settings) - days.study_day(now, settings)).days)
    stability = float(min(interval, LONGEST_INTERVAL_DAYS))
    weights = settings.parameters
    growth = math.exp(weights[8]) * stability ** -weights[9] * math.expm1((1 - 0.9) * weights[10])
    difficulty = min(max(11 - (_STARTING_EASE - 1) / growth, 1), 10) if growth else 10.0
    return Memory(
        due=due,
        stability=stability,
        difficulty=round(difficulty, 3),
        state=State.REVIEW,
        step=0,
        interval_days=interval,
        reps=0,
        lapses=0,
        last_review=now,
    )


def retrievability(memory: Memory, *, now: datetime, settings: Settings) -> float:
    """Return the chance, 0 to 1, that the card is recalled on the study day of `now`.

    The power curve of FSRS-6; it is 0.9 when `memory.stability` days have passed.
    Source: github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm.
    """
    elapsed = timedelta(days=days.elapsed_days(memory.last_review, now, settings))
    return _engine(settings.parameters).get_card_retrievability(_told(memory), _DAY_ZERO + elapsed)


@dataclass(frozen=True, slots=True)
class _Strength:
    """What FSRS makes of a rating; `interval` is in days, not yet whole."""

    stability: float
    difficulty: float
    interval: float


class _Showing:
    """One showing of a card, and what each rating makes of it."""

    def __init__(
        self,
        memory: Memory | None,
        card: str,
        now: datetime,
        settings: Settings,
        promised: datetime | None = None,
    ) -> None:
        self.memory = memory
        self.promised = promised
        self.now = now
        self.settings = settings
        self.most = settings.longest_interval_days
        self.reps = memory.reps if memory else 0
        self.drawn = fuzz.draw(card, self.reps) if settings.fuzz else None
        self.elapsed = days.elapsed_days(memory.last_review, now, settings) if memory else 0
        self.strengths: dict[Rating, _Strength] = {}

    def rated(self, rating: Rating) -> Memory:
        if self.memory is not None and self.memory.state is State.REVIEW:
            return self._review(rating, self.memory)
        return self._learning(rating)

    def _review(self, rating: Rating, memory: Memory) -> Memory:
        if rating is not Rating.AGAIN:
            return self._due_in(lambda: self._review_interval(rating, memory.interval_days), rating)
        steps = self.settings.relearning_steps
        if steps:
            forgotten = self._due_after(steps[0], rating, State.RELEARNING, step=0)
        else:
            forgotten = self._without_steps(rating, State.RELEARNING)
        return replace(forgotten, lapses=memory.lapses + 1)

    def _learning(self, rating: Rating) -> Memory:
        relearning = self.memory is not None and self.memory.state is State.RELEARNING
        state = State.RELEARNING if relearning else State.LEARNING
        steps = self.settings.relearning_steps if relearning else self.settings.learning_steps
        if rating is Rating.EASY:
            return self._due_in(self._easy_from_learning, rating)
        if not steps:
            return self._without_steps(rating, state)
        # Settings may have lost steps since the card passed them.
        step = min(self.memory.step, len(steps) - 1) if self.memory else 0
        if rating is Rating.AGAIN:
            return self._due_after(steps[0], rating, state, step=0)
        if rating is Rating.HARD:
            return self._due_after(_hard_delay(steps, step), rating, state, step=step)
        if step + 1 < len(steps):
            return self._due_after(steps[step + 1], rating, state, step=step + 1)
        return self._due_in(lambda: self._from_learning(rating), rating)

    def _without_steps(self, rating: Rating, state: State) -> Memory:
        interval = self._strength(rating).interval
        if interval < _SHORTEST_REVIEW_DAYS:
            seconds = int(interval * 86400)
            return self._due_after(timedelta(seconds=seconds), rating, state, step=0)
        return self._due_in(lambda: self._from_learning(rating), rating)

    def _from_learning(self, rating: Rating) -> int:
        return self._spread(max(fuzz.nearest(self._strength(rating).interval), 1), least=1)

    def _easy_from_learning(self) -> int:
        good = self._spread(self._strength(Rating.GOOD).interval, least=1)
        return self._spread(max(fuzz.nearest(self._strength(Rating.EASY).interval), 1), least=good + 1)

    def _review_interval(self, rating: Rating, last: int) -> int:
        """Return whole days such that hard < good < easy, as Anki orders them."""
        interval = 0
        for rung in (Rating.HARD, Rating.GOOD, Rating.EASY):
            exact = self._strength(rung).interval
            interval = self._spread(exact, least=max(self._least_after(exact, last), interval + 1))
            if rung is rating:
                break
        return interval

    def _least_after(self, exact: float, last: int) -> int:
        """Return the least interval: one that grows must not come out at the old one by rounding or fuzz."""
        if fuzz.nearest(exact) > last:
            return last + 1
        _, longest = fuzz.bounds(exact, 1, self.most)
        return last if last <= longest else 0

    def _spread(self, interval: float, *, least: int) -> int:
        return fuzz.spread(interval, least, self.most, self.drawn)

    def _due_in(self, interval: Callable[[], int], rating: Rating) -> Memory:
        today = days.study_day(self.now, self.settings)
        if self.promised is None:
            whole_days = interval()
            due = days.starts(today + timedelta(days=whole_days), self.settings)
        else:
            whole_days = max(1, (days.study_day(self.promised, self.settings) - today).days)
            due = self.promised
        return self._memory(rating, due, State.REVIEW, step=0, interval_days=whole_days)

    def _due_after(self, delay: timedelta, rating: Rating, state: State, *, step: int) -> Memory:
        due = self.now + delay
        if due >= days.next_day_start(self.now, self.settings):
            # Anki turns a step that passes the end of the study day into a wait of whole study days.
            due = days.day_start(due, self.settings)
        return self._memory(rating, self.promised or due, state, step=step, interval_days=0)

    def _memory(
        self, rating: Rating, due: datetime, state: State, *, step: int, interval_days: int
    ) -> Memory:
        strength = self._strength(rating)
        return Memory(
            due=due,
            stability=strength.stability,
            difficulty=strength.difficulty,
            state=state,
            step=step,
            interval_days=interval_days,
            reps=self.reps + 1,
            lapses=self.memory.lapses if self.memory else 0,
            last_review=self.now,
        )

    def _strength(self, rating: Rating) -> _Strength:
        if rating not in self.strengths:
            self.strengths[rating] = self._rate(rating)
        return self.strengths[rating]

    def _rate(self, rating: Rating) -> _Strength:
        engine = _engine(self.settings.parameters)
        at = _DAY_ZERO + timedelta(days=self.elapsed)
        after, _ = engine.review_card(_told(self.memory), fsrs.Rating(rating), at)
        assert after.stability is not None
        assert after.difficulty is not None
        stability = min(after.stability, LONGEST_INTERVAL_DAYS)
        interval = _interval(stability, self.settings.desired_retention, self.settings.parameters[20])
        # Anki stores four and three decimals, and the next review starts from what is stored.
        return _Strength(round(stability, 4), round(after.difficulty, 3), interval)


def _hard_delay(steps: tuple[timedelta, ...], step: int) -> timedelta:
    """Return the wait after HARD: between the first two steps, or half as long again as the only one."""
    if step > 0:
        return steps[step]
    if len(steps) > 1:
        return (steps[0] + steps[1]) / 2
    return min(steps[0] * 1.5, steps[0] + timedelta(days=1))


def _interval(stability: float, desired_retention: float, decay: float) -> float:
    """Return the days until the chance of recall has fallen to `desired_retention`."""
    return stability * (math.pow(desired_retention, -1 / decay) - 1) / (math.pow(0.9, -1 / decay) - 1)


def _told(memory: Memory | None) -> fsrs.Card:
    # Without an id of its own the library's card sleeps a millisecond to be unique.
    if memory is None:
        return fsrs.Card(card_id=0, due=_DAY_ZERO)
    return fsrs.Card(
        card_id=0,
        state=fsrs.State.Review,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=_DAY_ZERO,
        last_review=_DAY_ZERO,
    )


@lru_cache(maxsize=64)
def _engine(parameters: tuple[float, ...]) -> fsrs.Scheduler:
    # The library draws its fuzz from the global random generator: two replays of one log would disagree.
    return fsrs.Scheduler(parameters=parameters, enable_fuzzing=False)
