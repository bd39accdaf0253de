"""The next card and the answer, at 100,000 cards and a million log entries, beside Anki's own engine.

Both have the same cards, due on the same days, with the same histories, in ten decks with Anki's daily limits, and
are asked and answered in turn. Anki's engine holds the day's queue in memory; kapian asks the database each time, so
that every page and process sees the same. kapian's answer ends when it is on the disk (synchronous=FULL); Anki leaves
the last moment to the operating system.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks import latency_anki, latency_ours
from benchmarks.latency_anki import Anki
from benchmarks.latency_cards import DECKS
from benchmarks.latency_ours import Ours
from benchmarks.measure import Row

_ANSWERS_A_DECK = 200
_PEER = "Anki's engine"


def measure() -> Iterator[Row]:
    now = datetime.now(UTC)
    with (
        tempfile.TemporaryDirectory() as folder,
        latency_ours.filled(Path(folder), now) as ours,
        latency_anki.filled(Path(folder), now) as anki,
    ):
        # What filling left to write would slow the first answers of both.
        os.sync()
        first, following, answers = _in_turn(ours, anki)
    yield _row("first card of a deck, 100,000 cards", first, 50)
    yield _row("next card, median", following, 50)
    yield _row("answer, median", answers, 50)
    yield _row("answer, 99th percentile", answers, 99)


Seconds = tuple[list[float], list[float]]


def _in_turn(ours: Ours, anki: Anki) -> tuple[Seconds, Seconds, Seconds]:
    """Return the seconds for the first card of each deck, for the cards after it, and for the answers."""
    first: Seconds = ([], [])
    following: Seconds = ([], [])
    answers: Seconds = ([], [])
    programs: tuple[Any, Any] = (ours, anki)
    for deck in range(DECKS):
        for number in range(_ANSWERS_A_DECK):
            for side, program in enumerate(programs):
                begun = time.perf_counter()
                card = program.next_card(deck)
                shown = time.perf_counter()
                program.answer(card)
                (following if number else first)[side].append(shown - begun)
                answers[side].append(time.perf_counter() - shown)
    return first, following, answers


def _row(name: str, seconds: Seconds, percent: int) -> Row:
    ours, peer = (
        1000 * statistics.quantiles(side, n=100, method="inclusive")[percent - 1] for side in seconds
    )
    return Row(name, ours, peer, "ms", _PEER)
