"""Patterns of words -> gaps: what many ways of asking about Chinese have in common."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.model import Span
from cards.reading import Reading
from cards.writing.chinese.clozing import cloze
from cards.writing.draft import Claim, Draft, Writer

# The name that stands in a card's reasons, and words whose group "gap" is hidden.
Pattern = tuple[str, re.Pattern[str]]

_NOTHING = re.compile(r"(?!)")


def pattern_writer(
    kind: str, strength: float, patterns: tuple[Pattern, ...], *, refused: re.Pattern[str] = _NOTHING
) -> Writer:
    """Return the writer that hides the gap of each pattern wherever it stands; never a gap with `refused` words."""

    def write(reading: Reading) -> Iterator[Draft]:
        for passage in reading.passages:
            for name, pattern in patterns:
                for found in pattern.finditer(passage.text):
                    if refused.search(found["gap"]):
                        continue
                    claim = Claim(reading, passage, kind, name, strength, Span(*found.span()))
                    draft = cloze(claim, [Span(*found.span("gap"))])
                    if draft:
                        yield draft

    return Writer(kind, "zh", write)
