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
    *definition.WRITERS,
    *essence.WRITERS,
    *superlative.WRITERS,
    *quotation.WRITERS,
    *condition.WRITERS,
    *contrast.WRITERS,
    *belonging.WRITERS,
    *agent.WRITERS,
    *means.WRITERS,
    *necessity.WRITERS,
    *alias.WRITERS,
    *cause.WRITERS,
    *purpose.WRITERS,
    *enumeration.WRITERS,
    *pair.WRITERS,
    *gap.WRITERS,
)
