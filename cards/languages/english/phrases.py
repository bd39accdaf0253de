"""Tagged words -> noun phrases: [adjective or noun]* noun, without articles."""

from __future__ import annotations

from collections.abc import Iterator

from cards.languages.english.tagging import NOMINAL
from cards.languages.language import Word
from cards.model import Span

MODIFIERS = frozenset(("adj", "noun", "name", "part", "ing", "number"))
# Words that a term neither begins with nor is.
EMPTY = frozenset(
    "first second third last next other such same own certain various several different many more most further "
    "main major important following example examples way ways thing things number numbers part parts type types "
    "kind kinds case cases fact time times person people lot use new large small good great little whole entire "
    "common possible able figure table chapter section early late specific particular additional available".split()
)
# In words; longer runs are descriptions.
LONGEST = 5


def phrases_of(words: tuple[Word, ...]) -> Iterator[Span]:
    """Yield the noun phrases that could be key phrases, as ranges of word numbers."""
    for start, end in runs_of(words):
        start, end = _trimmed(words, start, end)
        if start < end and end - start <= LONGEST:
            yield Span(start, end)


def runs_of(words: tuple[Word, ...], first: int = 0, last: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield the longest stretches [adjective or noun]* noun between two words, as first and past-the-last word
    numbers."""
    i, count = first, len(words) if last is None else min(last, len(words))
    while i < count:
        if words[i].tag not in MODIFIERS or not _begins(words, i):
            i += 1
            continue
        start = i
        while i < count and _continues(words, start, i):
            i += 1
        end = i
        while end > start and words[end - 1].tag not in NOMINAL:
            end -= 1
        if end > start and not (end < count and words[end].tag == "poss"):
            yield start, end
        i = max(i, start + 1)


def _begins(words: tuple[Word, ...], i: int) -> bool:
    """A participle begins a phrase after an article ("the connecting tubule"), not after a verb or preposition
    ("have developed institutions", "by supporting parties")."""
    if words[i].tag not in ("part", "ing"):
        return True
    before = words[i - 1].tag if i else "mark"
    return before in ("det", "adj", "poss", "quant", "number") or (
        words[i].tag == "part" and before in ("prep", "and")
    )


def _continues(words: tuple[Word, ...], start: int, i: int) -> bool:
    """A participle after a noun begins a clause of its own: "cells lining the duct", "a duct called X"; what a name
    owns may be called after it: "Bowman's capsule", "Bank of England"."""
    word = words[i]
    if i == start:
        return word.tag in MODIFIERS
    if word.tag == "poss":
        return words[i - 1].tag == "name" and i + 1 < len(words) and words[i + 1].tag in NOMINAL
    if word.text == "of":
        return words[i - 1].tag == "name" and i + 1 < len(words) and words[i + 1].tag == "name"
    if word.tag not in MODIFIERS:
        return False
    if word.tag in ("part", "ing") and words[i - 1].tag in NOMINAL:
        return False
    year = word.tag == "number" and word.text.isdigit() and len(word.text) == 4
    return not (year and words[i - 1].tag in NOMINAL)


def _trimmed(words: tuple[Word, ...], start: int, end: int) -> tuple[int, int]:
    while start < end and (
        (words[start].tag in ("part", "ing", "number") and end - start > 3) or words[start].tag == "number"
    ):
        start += 1
    while start < end and words[start].text.lower() in EMPTY:
        start += 1
    if end - start == 1 and (words[start].text.lower() in EMPTY or len(words[start].text) < 2):
        return start, start
    return start, end
