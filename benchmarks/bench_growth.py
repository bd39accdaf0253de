"""How the time and the memory for making cards grow with the text.

The peer is the same pipeline on a tenth of the text, so a ratio of 10 is growth in proportion, 100 growth with the
square. Each text is read in a process of its own; seconds are of the processor, after everything is loaded, and
megabytes are the process's peak with everything loaded.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.growth_texts import HOSTILE, prose
from benchmarks.measure import Row, output_of

# Ten megabytes of UTF-8, in which a Chinese character takes three bytes.
BOOK = 3_400_000


@dataclass(frozen=True)
class Taken:
    seconds: float
    megabytes: float
    notes: int


def measure() -> Iterator[Row]:
    ours, peer = _making(prose(BOOK)), _making(prose(BOOK // 10))
    yield Row("10 MB of text to cards", ours.seconds, peer.seconds, "s", "1 MB of text")
    yield Row("the memory for 10 MB of text", ours.megabytes, peer.megabytes, "MB", "1 MB of text")
    for name, (text, size) in HOSTILE.items():
        ours, peer = _making(text(size)), _making(text(size // 10))
        yield Row(name, ours.seconds, peer.seconds, "s", "a tenth of it")


def _making(text: str) -> Taken:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "text.txt")
        path.write_text(text, encoding="utf-8")
        return Taken(**json.loads(output_of([sys.executable, "-m", "benchmarks.growth_making", path])))
