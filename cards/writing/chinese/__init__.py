"""Ways of asking about Chinese texts."""

from __future__ import annotations

from cards.writing.chinese import (
    agent,
    alias,
    belonging,
    cause,
    composition,
    condition,
    contrast,
    definition,
    duty,
    enumeration,
    essence,
    gap,
    kin,
    means,
    necessity,
    outline,
    pair,
    place,
    purpose,
    quotation,
    superlative,
)
from cards.writing.chinese.scripts import in_both_scripts
from cards.writing.draft import Writer

_WRITERS: tuple[Writer, ...] = (
    outline.WRITER,
    definition.WRITER,
    essence.WRITER,
    superlative.WRITER,
    quotation.WRITER,
    condition.WRITER,
    contrast.WRITER,
    belonging.WRITER,
    agent.WRITER,
    means.WRITER,
    necessity.WRITER,
    duty.WRITER,
    alias.WRITER,
    cause.WRITER,
    purpose.WRITER,
    composition.WRITER,
    kin.WRITER,
    place.WRITER,
    enumeration.WRITER,
    pair.WRITER,
    gap.WRITER,
)

WRITERS: tuple[Writer, ...] = tuple(in_both_scripts(writer) for writer in _WRITERS)
