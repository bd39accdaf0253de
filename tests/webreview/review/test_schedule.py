"""The schedule: what Anki's engine cannot show us, and the laws that hold for every history."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import fsrs_rs_python
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards.progress import Memory, Rating, State
from webreview.review import days, fuzz, schedule
from webreview.settings import Settings

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
CHINA = Settings(time_zone="Asia/Shanghai")

reviewed = st.builds(
    Memory,
    due=st.just(NOW),
    stability=st.floats(0.01, 3000).map(lambda days: round(days, 4)),
    difficulty=st.floats(1, 10).map(lambda difficulty: round(difficulty, 3)),
    state=st.just(State.REVIEW),
    step=st.just(0),
    interval_days=st.integers(1, 3000),
    reps=st.integers(1, 50),
    lapses=st.integers(0, 10),
    last_review=st.integers(0, 3000).map(lambda ago: NOW - timedelta(days=ago)),
)


@given(memory=reviewed, card=st.text(max_size=8), fuzz=st.booleans())
def test_a_better_rating_never_comes_back_sooner(memory: Memory, card: str, fuzz: bool) -> None:
    futures = schedule.preview(memory, card=card, now=NOW, settings=replace(CHINA, fuzz=fuzz))
    again, hard, good, easy = (futures[rating].due for rating in Rating)
    assert again < hard < good < easy


@given(memory=reviewed | st.none(), card=st.text(max_size=8))
def test_a_button_gives_what_it_shows(memory: Memory | None, card: str) -> None:
    futures = schedule.preview(memory, card=card, now=NOW, settings=CHINA)
    given_ = {
        rating: schedule.answer(memory, rating, card=card, now=NOW, settings=CHINA) for rating in Rating
    }
    assert given_ == futures


@given(memory=reviewed, rating=st.sampled_from(Rating))
def test_the_memory_is_that_of_the_engine_inside_anki(memory: Memory, rating: Rating) -> None:
    elapsed = days.elapsed_days(memory.last_review, NOW, CHINA)
    engine = fsrs_rs_python.FSRS(list(CHINA.parameters))
    state = fsrs_rs_python.MemoryState(memory.stability, memory.difficulty)
    states = engine.next_states(state, CHINA.desired_retention, elapsed)
    theirs = {
        Rating.AGAIN: states.again,
        Rating.HARD: states.hard,
        Rating.GOOD: states.good,
        Rating.EASY: states.easy,
    }[rating].memory
    ours = schedule.answer(memory, rating, card="any", now=NOW, settings=CHINA)
    assert ours.stability == pytest.approx(theirs.stability, rel=1e-4, abs=2e-4)
    assert ours.difficulty == pytest.approx(theirs.difficulty, abs=0.0011)


@given(interval=st.integers(1, 3000))
def test_a_new_card_set_due_has_the_memory_that_the_engine_inside_anki_gives_it(interval: int) -> None:
    engine = fsrs_rs_python.FSRS(list(CHINA.parameters))
    theirs = engine.memory_state_from_sm2(2.5, interval, 0.9)
    due = days.starts(days.study_day(NOW, CHINA) + timedelta(days=interval), CHINA)
    ours = schedule.placed(due, now=NOW, settings=CHINA)
    assert ours.stability == pytest.approx(theirs.stability, rel=1e-4)
    assert ours.difficulty == pytest.approx(theirs.difficulty, abs=0.0011)
    assert (ours.due, ours.interval_days) == (due, interval)


@given(interval=st.floats(0.1, 40_000), least=st.integers(1, 400), drawn=st.floats(0, 1, exclude_max=True))
def test_fuzz_stays_within_its_range(interval: float, least: int, drawn: float) -> None:
    lower, upper = fuzz.bounds(interval, least, 36_500)
    assert least <= lower <= fuzz.spread(interval, least, 36_500, drawn) <= upper <= 36_500


def test_fuzz_spreads_cards_learned_together() -> None:
    memory = Memory(NOW, 100.0, 5.0, State.REVIEW, 0, 100, 5, 0, NOW - timedelta(days=100))
    intervals = {
        schedule.answer(memory, Rating.GOOD, card=f"card {i}", now=NOW, settings=CHINA).interval_days
        for i in range(200)
    }
    assert len(intervals) > 20


def test_a_review_card_is_due_when_its_study_day_begins() -> None:
    memory = schedule.answer(None, Rating.EASY, card="any", now=NOW, settings=replace(CHINA, fuzz=False))
    assert (memory.state, memory.interval_days) == (State.REVIEW, 8)
    assert memory.due == datetime(2026, 3, 9, 20, tzinfo=UTC)  # 4:00 of March 10 in Shanghai


def test_a_step_that_passes_the_end_of_the_day_ends_when_the_next_begins() -> None:
    late = datetime(2026, 3, 2, 19, 55, tzinfo=UTC)  # 3:55 in Shanghai
    memory = schedule.answer(None, Rating.GOOD, card="any", now=late, settings=CHINA)
    assert memory.due == datetime(2026, 3, 2, 20, tzinfo=UTC)


def test_a_promise_stands_when_settings_change() -> None:
    promised = schedule.answer(None, Rating.EASY, card="any", now=NOW, settings=CHINA).due
    changed = replace(CHINA, desired_retention=0.97)
    kept = schedule.answer_as_promised(None, Rating.EASY, promised, card="any", now=NOW, settings=changed)
    assert kept.due == promised
    assert schedule.answer(None, Rating.EASY, card="any", now=NOW, settings=changed).due < promised


@pytest.mark.parametrize("wrong_by", [timedelta(days=-1), timedelta(days=40_000)])
def test_a_promise_that_no_button_made_is_set_aside(wrong_by: timedelta) -> None:
    due = NOW + wrong_by
    memory = schedule.answer_as_promised(None, Rating.EASY, due, card="any", now=NOW, settings=CHINA)
    assert memory == schedule.answer(None, Rating.EASY, card="any", now=NOW, settings=CHINA)


def test_recall_falls_to_nine_tenths_after_as_many_days_as_the_stability() -> None:
    memory = Memory(NOW, 10.0, 5.0, State.REVIEW, 0, 10, 5, 0, NOW)
    chances = [
        schedule.retrievability(memory, now=NOW + timedelta(days=after), settings=CHINA)
        for after in (0, 10, 100)
    ]
    assert chances[:2] == [1.0, pytest.approx(0.9)]
    assert 0 < chances[2] < 0.9


def test_stability_ends_at_a_hundred_years() -> None:
    old = Memory(NOW, 36_000.0, 1.0, State.REVIEW, 0, 36_000, 9, 0, NOW - timedelta(days=36_000))
    exact = replace(CHINA, fuzz=False)
    memory = schedule.answer(old, Rating.EASY, card="any", now=NOW, settings=exact)
    assert (memory.stability, memory.interval_days) == (36_500, 36_500)
