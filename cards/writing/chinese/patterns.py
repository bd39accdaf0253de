"""Patterns of words -> gaps: what many ways of asking about Chinese have in common."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.model import Span
from cards.passages import Passage
from cards.reading import Reading
from cards.writing.chinese.asking import ask_in_place
from cards.writing.chinese.clozing import cloze
from cards.writing.draft import Claim, Draft, Writer

# The name that stands in a card's reasons, and words whose group "gap" is hidden.
Pattern = tuple[str, re.Pattern[str]]

_NOTHING = re.compile(r"(?!)")


def pattern_writer(
    kind: str,
    strength: float,
    patterns: tuple[Pattern, ...],
    *,
    refused: re.Pattern[str] = _NOTHING,
    asked: str = "",
) -> Writer:
    """Return the writer that hides the gap of each pattern wherever it stands; never a gap with `refused` words.

    Where the sentence names what it speaks of, it becomes a question with the words `asked` in the gap.
    """

    def write(reading: Reading) -> Iterator[Draft]:
        for passage in reading.passages:
            for name, pattern in patterns:
                for found in pattern.finditer(passage.text):
                    if refused.search(found["gap"]):
                        continue
                    claim = Claim(reading, passage, kind, name, strength, Span(*found.span()))
                    gap = Span(*found.span("gap"))
                    if not whole_words(passage, gap):
                        continue
                    draft = (asked and ask_in_place(claim, gap, asked)) or cloze(claim, [gap])
                    if draft:
                        yield draft

    return Writer(kind, "zh", write)


def whole_words(passage: Passage, gap: Span) -> bool:
    """Whether a gap begins and ends where words do: 以[圆形方孔半两钱作]为标准货币 does not."""
    cut = any(
        word.span.start < edge < word.span.end for edge in (gap.start, gap.end) for word in passage.words
    )
    return not cut
