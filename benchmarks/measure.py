"""What a benchmark measures, and how."""

from __future__ import annotations

import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Row:
    """One line of the table: the same amount of the same thing, done by us and by the peer, in one unit."""

    name: str
    ours: float
    peer: float
    unit: str
    peer_name: str

    @property
    def ratio(self) -> float:
        """Ours for each of the peer's: below 1 is faster where the unit is a time, above 1 where it is a rate."""
        return self.ours / self.peer


def seconds_in_turn(
    ours: Callable[[], object], peer: Callable[[], object], *, times: int
) -> tuple[float, float]:
    """Return the median seconds of each; they are run in turn, so that a busy moment of the machine meets both."""
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(times):
        for run, into in zip((ours, peer), taken, strict=True):
            begun = time.perf_counter()
            run()
            into.append(time.perf_counter() - begun)
    return statistics.median(taken[0]), statistics.median(taken[1])


def command(arguments: Sequence[str | Path]) -> Callable[[], object]:
    """Return a function that runs a program as `output_of` does."""
    return partial(output_of, arguments)


def output_of(arguments: Sequence[str | Path]) -> str:
    """Run a program to its end in the project's folder and return what it prints.

    Raises `RuntimeError` with what the program said when it fails.
    """
    done = subprocess.run(
        list(map(str, arguments)), cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    if done.returncode:
        raise RuntimeError(f"{arguments} failed:\n{done.stderr}")
    return done.stdout
