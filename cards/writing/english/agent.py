"""Who did it: "[...] invented the printing press around 1440.", "Photosynthesis was discovered in 1779 by [...]."."""

from __future__ import annotations

from collections.abc import Iterator

from cards.languages.english.openings import opening_of
from cards.languages.english.phrases import runs_of
from cards.languages.language import Word
from cards.model import Span
from cards.passages import Passage
from cards.reading import Reading
from cards.writing.draft import Draft, Writer
from cards.writing.english.clause import extent, word_from
from cards.writing.english.doubts import doubt_of_place
from cards.writing.english.gap import claim_of, gap

STRENGTH_OF_DOERS, STRENGTH_OF_BY = 0.5, 0.55
LONGEST = 350


def write(reading: Reading) -> Iterator[Draft]:
    for passage in reading.passages:
        if len(passage.text) > LONGEST:
            continue
        found = _by(passage) or _doer(passage)
        if found is None:
            continue
        name, pattern, strength = found
        doubt = doubt_of_place(passage.words, name)
        draft = gap(
            claim_of(reading, passage, "agent", pattern, strength, doubt=doubt),
            extent(passage.words, name),
            pair_up_to=0,
        )
        if draft:
            yield draft


def _by(passage: Passage) -> tuple[Span, str, float] | None:
    words = passage.words
    passive = any(word.tag == "part" for word in words)
    for start, end in runs_of(words):
        before = start - 1 if start and words[start - 1].tag != "det" else start - 2
        if before > 0 and words[before].text == "by" and passive and _is_name(words, start, end):
            return Span(start, end), "by NAME", STRENGTH_OF_BY
    return None


def _doer(passage: Passage) -> tuple[Span, str, float] | None:
    """A name that the sentence begins with, followed by what it did."""
    words = passage.words
    first = word_from(words, opening_of(passage.text))
    for start, end in runs_of(words, first, first + 6):
        followed = end < len(words) and words[end].tag == "past"
        if start == first and followed and _is_name(words, start, end):
            return Span(start, end), "NAME did", STRENGTH_OF_DOERS
        return None
    return None


def _is_name(words: tuple[Word, ...], start: int, end: int) -> bool:
    """Two capitals or more: one alone may only begin its sentence."""
    inside = words[start:end]
    return len(inside) > 1 and all(word.text[0].isupper() or word.tag in ("poss", "prep") for word in inside)


WRITER = Writer("agent", "en", write)
