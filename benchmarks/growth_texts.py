"""Texts of any length: many different sentences, and strings that bring careless programs to a halt."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import rjieba

from benchmarks.measure import ROOT

_ARTICLE = ROOT / "examples" / "mass-line.zh.txt"


def prose(characters: int) -> str:
    """Return so many characters of prose in which hardly a sentence comes twice.

    Each copy of the article has its words of two characters changed for one another: a text that only repeats
    itself has no more cards than one copy, and would show nothing of what keeping them costs.
    """
    pieces: list[str] = []
    size = 0
    for copy in _copies():
        pieces.append(copy)
        size += len(copy)
        if size >= characters:
            break
    return "".join(pieces)[:characters]


def _copies() -> Iterator[str]:
    words = rjieba.cut(_ARTICLE.read_text(encoding="utf-8"))
    changeable = sorted({word for word in words if len(word) == 2 and word.isalpha()})
    chance = random.Random(1)
    while True:
        others = changeable.copy()
        chance.shuffle(others)
        change = dict(zip(changeable, others, strict=True))
        yield "".join(change.get(word, word) for word in words)


def _one_line(size: int) -> str:
    return prose(size).replace("\n", "")


# What each is made of so many of, and the largest number asked for.
HOSTILE: dict[str, tuple[Callable[[int], str], int]] = {
    "100,000 nested quotation marks": (lambda count: "“" * (count // 2) + "”" * (count // 2), 100_000),
    "100,000 items between 、": (lambda count: "人民、" * count + "等。", 100_000),
    "一是 100,000 times": (lambda count: "一是" * count, 100_000),
    "100,000 lines that begin with 一是": (lambda count: "一是人民的利益。\n" * count, 100_000),
    "300,000 characters in one line": (_one_line, 300_000),
}
