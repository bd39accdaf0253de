"""Where a list stands in a sentence: "hepatocytes, bile canaliculi, and hepatic sinusoids"."""

from __future__ import annotations

from cards.languages.english.tagging import FINITE, NOMINAL
from cards.languages.language import Word
from cards.model import MOST_ITEMS, Span

FEWEST_ITEMS = 3
# What begins with these tells of the items before: "both derived from testing".
NO_ITEM = frozenset("both each all which including such".split())
NUMBER_WORDS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
LONGEST_ITEM = 6
_STARTS = frozenset(("det", "quant", "adj", "noun", "name", "number", "part", "ing"))
_INSIDE = _STARTS | {"prep", "poss", "adv"}


def list_at(words: tuple[Word, ...], i: int, *, end: int | None = None) -> tuple[Span, ...]:
    """Return the word ranges of the three to seven items of the list that begins with word `i` and fills the
    sentence to its end, to a mark that closes it, or to word `end`; () where no sound list stands there."""
    words = words[:end]
    items: list[Span] = []
    start = i
    closed_by_and = False
    for j in range(i, min(len(words), i + (MOST_ITEMS + 1) * (LONGEST_ITEM + 2))):
        word = words[j]
        ends = word.text in (".", ";", "—", ")") or j == len(words) - 1
        if word.text == "," or word.tag == "and" or ends:
            if word.tag == "and" and word.text not in ("and", "or"):
                return ()
            stop = j + 1 if ends and word.tag != "mark" else j
            if stop > start:
                items.append(Span(start, stop))
            elif not (word.tag == "and" and j > i):
                return ()
            closed_by_and = closed_by_and or word.tag == "and"
            start = j + 1
            if word.tag == "and" and (j == i or (words[j - 1].text != "," and len(items) < FEWEST_ITEMS - 1)):
                return ()
            if ends:
                break
        elif word.tag in FINITE or word.tag not in _INSIDE:
            return ()
    else:
        return ()
    return tuple(_bare(words, item) for item in items) if _sound(words, items) and closed_by_and else ()


def _bare(words: tuple[Word, ...], item: Span) -> Span:
    """Leave out an item's article: "the coronary ligament" is recited without it."""
    article = words[item.start].text.lower() in ("the", "a", "an") and item.end - item.start > 1
    return Span(item.start + 1, item.end) if article else item


def _sound(words: tuple[Word, ...], items: list[Span]) -> bool:
    if not FEWEST_ITEMS <= len(items) <= MOST_ITEMS:
        return False
    # "two sets of tonsils, the palatine and the lingual" is one item told twice.
    if any(NUMBER_WORDS.get(words[item.start].text.lower()) == len(items) - 1 for item in items[:1]):
        return False
    return all(
        words[item.start].tag in _STARTS
        and item.end - item.start <= LONGEST_ITEM
        and words[item.start].text not in NO_ITEM
        and len(words[item.end - 1].text) > 1
        and any(word.tag in NOMINAL or word.tag in ("adj", "ing") for word in words[item.start : item.end])
        for item in items
    )
