"""Ways of asking about English texts."""

from __future__ import annotations

from cards.writing.draft import Writer
from cards.writing.english import (
    abbreviation,
    agent,
    alias,
    apposition,
    cause,
    comparison,
    composition,
    condition,
    contrast,
    definition,
    enumeration,
    example,
    figure,
    function,
    keyphrase,
    meaning,
    place,
    purpose,
    steps,
    superlative,
)

WRITERS: tuple[Writer, ...] = (
    definition.WRITER,
    apposition.WRITER,
    alias.WRITER,
    abbreviation.WRITER,
    enumeration.WRITER,
    steps.WRITER,
    example.WRITER,
    cause.WRITER,
    purpose.WRITER,
    function.WRITER,
    composition.WRITER,
    place.WRITER,
    superlative.WRITER,
    contrast.WRITER,
    condition.WRITER,
    comparison.WRITER,
    agent.WRITER,
    figure.WRITER,
    meaning.WRITER,
    keyphrase.WRITER,
)
