"""Ways of asking about Chinese texts."""

from __future__ import annotations

import re

from cards.languages.chinese import wording
from cards.writing.chinese import (
    agent,
    alias,
    belonging,
    cause,
    condition,
    contrast,
    definition,
    duty,
    enumeration,
    essence,
    gap,
    means,
    necessity,
    pair,
    purpose,
    quotation,
    superlative,
)
from cards.writing.draft import Writer
from cards.writing.outline import Wording, outline_writer

OUTLINE = Wording(wording.parts_of, wording.points_of, re.compile(r"[，,；;。：:]"))

WRITERS: tuple[Writer, ...] = (
    outline_writer("zh", OUTLINE),
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
    enumeration.WRITER,
    pair.WRITER,
    gap.WRITER,
)
