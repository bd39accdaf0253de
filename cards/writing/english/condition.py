"""Conditions: "A bill becomes law only if both chambers pass it." hides what must be so; "A bill must pass both
chambers before it becomes law." hides what must be done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.model import Span
from cards.reading import Reading
from cards.writing.draft import Draft, Writer
from cards.writing.english.cause import answer_after
from cards.writing.english.gap import claim_of, gap

_ONLY_IF = re.compile(
    r"\b(?:only (?:if|when|after|with the consent of)|unless|provided that|on condition that) (?=\w)"
)
_MUST_BEFORE = re.compile(
    r"\b(?:must|shall|has to|have to) (?:first )?((?:be )?[a-z][^,.;:()]{4,70}?) (?:before|in order to) \w"
)
_BACK = re.compile(r"\b(?:this|these|those|such|do so|does so)\b")
STRENGTH = 0.48
LONGEST = 260


def write(reading: Reading) -> Iterator[Draft]:
    for passage in reading.passages:
        text = passage.text
        if len(text) > LONGEST:
            continue
        if found := _ONLY_IF.search(text):
            hidden = answer_after(text, found.end())
        elif found := _MUST_BEFORE.search(text):
            hidden = Span(*found.span(1))
        else:
            continue
        if hidden is None or _BACK.search(hidden.of(text)):
            continue
        claim = claim_of(reading, passage, "condition", found.group().split()[0] + " ...", STRENGTH)
        draft = gap(claim, hidden, pair_up_to=0)
        if draft:
            yield draft


WRITER = Writer("condition", "en", write)
