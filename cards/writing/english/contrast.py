"""Contrasts: "Inflation is a general rise in prices, whereas deflation is a general fall." hides the second of the
two, which the first one tells; "Unlike arteries, veins have valves." hides who has them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.languages.english.tagging import FINITE
from cards.languages.language import Word
from cards.model import Span
from cards.passages import Passage
from cards.reading import Reading
from cards.writing.draft import Draft, Writer
from cards.writing.english.clause import extent, noun_phrase_at, word_from
from cards.writing.english.gap import claim_of, gap
from cards.writing.english.terms import is_term, rated

_WHEREAS = re.compile(r", (?:whereas|while|but) (?=\w)")
_UNLIKE = re.compile(r"(?:Unlike|In contrast to|As opposed to|Whereas) [^,.;]{3,70}, ")
STRENGTH = 0.58
LONGEST = 300


def write(reading: Reading) -> Iterator[Draft]:
    for passage in reading.passages:
        text = passage.text
        if len(text) > LONGEST:
            continue
        found = _UNLIKE.match(text) or _WHEREAS.search(text)
        if found is None:
            continue
        second = _subject_at(passage.words, word_from(passage.words, found.end()))
        if second is None or not (found.start() == 0 or _is_first_named(passage)):
            continue
        strength = rated(STRENGTH, passage.words, second)
        pattern = f"{found.group().split()[0 if found.start() == 0 else 1]} ..., X"
        draft = gap(
            claim_of(reading, passage, "contrast", pattern, strength),
            extent(passage.words, second),
            pair_up_to=0,
        )
        if draft:
            yield draft


def _is_first_named(passage: Passage) -> bool:
    """Whether the clause before begins with a term as well: only things of a kind are set against each other."""
    return _subject_at(passage.words, 0) is not None


def _subject_at(words: tuple[Word, ...], i: int) -> Span | None:
    """Return the term that begins with word `i` and is followed by its verb, or None."""
    phrase = noun_phrase_at(words, i)
    if phrase is None or phrase.end >= len(words) or not is_term(words, phrase):
        return None
    return phrase if words[phrase.end].tag in FINITE else None


WRITER = Writer("contrast", "en", write)
