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
    definition,
    enumeration,
    example,
    figure,
    keyphrase,
    purpose,
)

WRITERS: tuple[Writer, ...] = (
    definition.WRITER,
    apposition.WRITER,
    alias.WRITER,
    abbreviation.WRITER,
    enumeration.WRITER,
    example.WRITER,
    cause.WRITER,
    purpose.WRITER,
    comparison.WRITER,
    agent.WRITER,
    figure.WRITER,
    keyphrase.WRITER,
)
