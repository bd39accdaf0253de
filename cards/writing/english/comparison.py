"""Comparisons: "The more concentrated power is, the more [...] the regime." hides what changes along."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.languages.english.lexicon import likely
from cards.languages.english.openings import opening_of
from cards.model import Span
from cards.reading import Reading
from cards.writing.draft import Draft, Writer
from cards.writing.english.clause import word_from
from cards.writing.english.gap import claim_of, gap

_THE_MORE = re.compile(
    r"The (?:more|less|greater|[a-z]+er)\b[^,;]{4,90}, the ((?:more|less) [a-z]+|[a-z]+er)\b"
)
STRENGTH = 0.6


def write(reading: Reading) -> Iterator[Draft]:
    for passage in reading.passages:
        found = _THE_MORE.match(passage.text, opening_of(passage.text))
        if found is None:
            continue
        start = found.start(1) + (5 if found.group(1).startswith(("more ", "less ")) else 0)
        following = passage.words[word_from(passage.words, found.end(1)) :][:1]
        if following and following[0].tag in ("noun", "adj"):
            continue
        if likely(passage.text[start : found.end(1)].lower()) not in (
            "adj",
            "adv",
            "noun/verb",
        ) and start != found.start(1):
            continue
        claim = claim_of(reading, passage, "comparison", "the more A, the more B", STRENGTH)
        draft = gap(claim, Span(start, found.end(1)), pair_up_to=0)
        if draft:
            yield draft


WRITER = Writer("comparison", "en", write)
