"""What it takes to read files that were made to do harm, a text too large, and a thousand documents.

Every row is the whole command, from its start to its end, in a process of its own. Harmful files are those of the tests
and larger ones; each is refused with a sentence, and the rows name the slowest and the one that takes the most memory.
Megabytes are the peak of the largest process, the confined ones included. The peer of a refusal is that of an empty
text: nothing can be refused with less. The peer of a thousand documents is the same work in one process.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.growth_texts import prose
from benchmarks.measure import Row, command, output_of, seconds_in_turn
from tests.cards.documents import hostile

_MEGABYTE = 2**20
_LARGER: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a zip file of 1 GB of zeros": ("zeros.zip", lambda: hostile.zeros(1024)),
    "a zip file of 100,000 members": ("crowd.zip", lambda: hostile.crowd(100_000)),
    "a Word file of 500 MB of zeros": ("zeros.docx", lambda: hostile.word(bytes(500 * _MEGABYTE))),
}
_DOCUMENTS = 1000
_CHARACTERS = 3000


@dataclass(frozen=True)
class Taken:
    seconds: float
    megabytes: float
    code: int


def measure() -> Iterator[Row]:
    empty = _refusing("empty.txt", b"")
    files = {**hostile.REFUSED, **_LARGER}
    taken = {what: _refusing(name, content()) for what, (name, content) in files.items()}
    slowest = max(taken, key=lambda what: taken[what].seconds)
    largest = max(taken, key=lambda what: taken[what].megabytes)
    peer = "an empty text refused"
    yield Row(
        f"{len(files)} harmful files refused, the slowest: {slowest}",
        taken[slowest].seconds,
        empty.seconds,
        "s",
        peer,
    )
    yield Row(f"the most memory of these: {largest}", taken[largest].megabytes, empty.megabytes, "MB", peer)
    book = _refusing("book.txt", hostile.PROSE * (200 * _MEGABYTE // len(hostile.PROSE)))
    yield Row("a text of 200 MB refused", book.seconds, empty.seconds, "s", peer)
    yield Row("the memory for that", book.megabytes, empty.megabytes, "MB", peer)
    yield _thousand()


def _refusing(name: str, content: bytes) -> Taken:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(content)
        taken = Taken(
            **json.loads(output_of([sys.executable, "-m", "benchmarks.reading_command", "read", path]))
        )
    assert taken.code == 1, f"{name} was not refused"
    return taken


def _thousand() -> Row:
    with tempfile.TemporaryDirectory() as folder:
        text = prose(_DOCUMENTS * _CHARACTERS)
        for number in range(_DOCUMENTS):
            part = text[number * _CHARACTERS : (number + 1) * _CHARACTERS]
            Path(folder, f"{number:04}.txt").write_text(part, encoding="utf-8")
        ours, peer = seconds_in_turn(
            command([sys.executable, "-m", "webreview", "cards", folder, "-o", "/dev/null"]),
            command([sys.executable, "-m", "benchmarks.reading_loop", folder]),
            times=1,
        )
    return Row("1,000 documents to cards", ours, peer, "s", "one after the other")
