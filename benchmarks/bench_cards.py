"""Characters a second of the whole way from a text to its cards, beside cutting and tagging the same text alone.

The tagger (jieba, in Rust) is what every program for Chinese starts with; the ratio is what remains of its speed after
reading, key phrases, writing and choosing.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator

import rjieba

from benchmarks.growth_texts import prose
from benchmarks.measure import Row, seconds_in_turn
from cards.documents import read_text
from cards.pipeline import make_notes
from webreview.cli import collect_rarely

CHARACTERS = 50_000
TIMES = 3


def measure() -> Iterator[Row]:
    # A text of its own each time, or sentences would be remembered from the time before.
    whole = prose(CHARACTERS * (TIMES + 1))
    texts = iter([whole[at : at + CHARACTERS] for at in range(0, len(whole), CHARACTERS)])
    # Dictionaries and models are loaded.
    make_notes(read_text(next(texts), name="warming.txt"))
    text = ""

    def to_cards() -> None:
        nonlocal text
        text = next(texts)
        make_notes(read_text(text, name="text.txt"))

    usual = gc.get_threshold()
    # As every command does.
    collect_rarely()
    ours, peer = seconds_in_turn(to_cards, lambda: rjieba.tag(text), times=TIMES)
    gc.set_threshold(*usual)
    yield Row(
        "characters to cards", CHARACTERS / ours, CHARACTERS / peer, "/s", "rjieba's tagging of the same text"
    )
