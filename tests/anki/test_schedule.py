"""The schedule against the real Anki: equal to the day, whatever the zone, the hour and the settings."""

from __future__ import annotations

import heapq
import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cards.progress import Memory, Rating
from tests.anki.histories import first_time, next_time, random_rating
from tests.anki.scheduling import Future, ScheduledAnki, scheduled_anki
from webreview.review import days, schedule
from webreview.settings import Settings

START = datetime(2026, 2, 20, 12, tzinfo=UTC)
# Anki keeps the instants of learning cards in 32 bits, which end in 2038.
END = datetime(2036, 1, 1, tzinfo=UTC)
MOST_ANSWERS = 12

EXACT = Settings(fuzz=False)
MINUTES = [timedelta(minutes=minutes) for minutes in range(60)]


@pytest.mark.parametrize(
    ("zone", "day_starts_at"),
    [
        ("Asia/Shanghai", 4),
        ("America/New_York", 4),
        ("Europe/Berlin", 1),
        ("Australia/Lord_Howe", 5),
        ("Asia/Kathmandu", 23),
        ("Pacific/Auckland", 0),
    ],
)
def test_random_histories_agree(zone: str, day_starts_at: int, tmp_path: Path) -> None:
    settings = replace(EXACT, time_zone=zone, day_starts_at=day_starts_at)
    assert disagreements(settings, tmp_path, histories=130, seed=day_starts_at) == []


@pytest.mark.parametrize(
    "settings",
    [
        replace(EXACT, desired_retention=0.8),
        replace(EXACT, desired_retention=0.97),
        replace(EXACT, learning_steps=(), relearning_steps=()),
        replace(EXACT, learning_steps=(MINUTES[15],), relearning_steps=(MINUTES[5], MINUTES[30])),
        replace(EXACT, learning_steps=(MINUTES[1], MINUTES[5], MINUTES[10], timedelta(hours=3))),
        replace(EXACT, longest_interval_days=30),
    ],
)
def test_random_histories_agree_under_other_settings(settings: Settings, tmp_path: Path) -> None:
    assert disagreements(settings, tmp_path, histories=40, seed=1) == []


def test_an_answer_late_at_night_and_one_next_morning_are_a_day_apart(tmp_path: Path) -> None:
    settings = replace(EXACT, time_zone="Asia/Shanghai")
    evening = datetime(2026, 3, 1, 15, tzinfo=UTC)  # 23:00 there
    with scheduled_anki(tmp_path, settings, now=evening) as anki:
        [card] = anki.add_note()
        memory = schedule.answer(None, Rating.EASY, card=str(card), now=evening, settings=settings)
        anki.answer(card, Rating.EASY, evening)
        morning = evening + timedelta(hours=10)
        assert differences(memory, card, anki, morning, settings) == []


def disagreements(settings: Settings, folder: Path, *, histories: int, seed: int) -> list[str]:
    """Answer cards in Anki and here, all in order of time; return what differs at the first answer that does."""
    chance = random.Random(seed)
    with scheduled_anki(folder, settings, now=START) as anki:
        cards = [anki.add_note()[0] for _ in range(histories)]
        times = [(first_time(chance, START, settings), card) for card in cards]
        heapq.heapify(times)
        memories: dict[int, Memory] = {}
        while times:
            now, card = heapq.heappop(times)
            memory = memories.get(card)
            if found := differences(memory, card, anki, now, settings):
                return found
            rating = random_rating(chance)
            after = schedule.answer(memory, rating, card=str(card), now=now, settings=settings)
            stored = anki.answer(card, rating, now)
            if not is_same(after, stored):
                return [f"{now}: {memory}\n rated {rating.name}\n gives {after}\n Anki  {stored}"]
            # Anki reckons with 24 bits, so the last decimal that it stores may differ: go on from what it stored.
            memories[card] = replace(after, stability=stored.stability, difficulty=stored.difficulty)
            again = next_time(chance, after, settings)
            if after.reps < MOST_ANSWERS and again < END:
                heapq.heappush(times, (again, card))
    return []


def differences(
    memory: Memory | None, card: int, anki: ScheduledAnki, now: datetime, settings: Settings
) -> list[str]:
    """Return how the four buttons of a card differ from Anki's, a sentence each."""
    ours = schedule.preview(memory, card=str(card), now=now, settings=settings)
    theirs = anki.futures(card, now)
    return [
        f"{now}: {memory}\n {rating.name} gives {ours[rating]}\n Anki gives {theirs[rating]}"
        for rating in Rating
        if not is_promised(ours[rating], theirs[rating], now, settings)
    ]


def is_promised(ours: Memory, theirs: Future, now: datetime, settings: Settings) -> bool:
    step_ends = now + timedelta(seconds=theirs.seconds)
    return (
        ours.state is theirs.state
        and same_days(ours, theirs.days)
        and (theirs.days > 0 or ours.due in (step_ends, days.day_start(step_ends, settings)))
        and is_close(ours.stability, theirs.stability)
        and abs(ours.difficulty - theirs.difficulty) < 0.0011
    )


def is_same(ours: Memory, stored: Memory) -> bool:
    """Compare with what Anki keeps, to the second and the day."""
    return (
        replace(ours, due=stored.due, stability=0, difficulty=0, step=0, interval_days=0)
        == replace(stored, stability=0, difficulty=0, step=0, interval_days=0)
        and same_days(ours, stored.interval_days)
        and (ours.due == stored.due or ours.interval_days != stored.interval_days)
        and is_close(ours.stability, stored.stability)
        and abs(ours.difficulty - stored.difficulty) < 0.0011
    )


def same_days(ours: Memory, theirs: int) -> bool:
    """Intervals are equal, unless the stability is so near a half day that 24 bits round it the other way."""
    half = abs(ours.stability % 1 - 0.5) < 1e-5 * ours.stability + 1e-4
    return abs(ours.interval_days - theirs) <= (1 if half else 0)


def is_close(ours: float, theirs: float) -> bool:
    return abs(ours - theirs) < 1e-5 * ours + 1.1e-4
