"""What a thing does and is for: "The cerebellum is responsible for motor coordination." asks "What is the cerebellum
responsible for?"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.reading import Reading
from cards.writing.draft import Draft, Writer
from cards.writing.english.gap import claim_of
from cards.writing.english.inversion import Clause
from cards.writing.english.telling import ask_rest, clause_of

_KEYS = re.compile(r"\b(?:responsible for|used (?:to|for)|designed to|serves? (?:as|to))\b")
_STATE = re.compile(
    r"(?:primarily |mainly |commonly |usually |typically |often )?"
    r"(responsible for|used (?=to\b|for\b)|designed (?=to\b))"
)
_SERVES = re.compile(r"(?:as\b|to\b)")
STRENGTH = 0.45


def write(reading: Reading) -> Iterator[Draft]:
    for passage in reading.passages:
        if not _KEYS.search(passage.text):
            continue
        clause = clause_of(reading, passage)
        found = _asked(clause) if clause else None
        if found is None:
            continue
        pattern, question, start = found
        draft = ask_rest(claim_of(reading, passage, "function", pattern, STRENGTH), question, start)
        if draft:
            yield draft


def _asked(clause: Clause) -> tuple[str, str, int] | None:
    """Return the pattern, the question and where the answer begins."""
    verb = clause.words[clause.verb]
    after = verb.span.end + 1
    if verb.text in ("is", "are"):
        found = _STATE.match(clause.text, after)
        if found is None:
            return None
        state = found.group(1).strip()
        asked = "responsible for" if state == "responsible for" else f"{state} for"
        return f"X is {state}", f"What {verb.text} {clause.begins} {asked}?", found.end()
    if verb.text in ("serves", "serve") and (found := _SERVES.match(clause.text, after)):
        do = "does" if verb.text == "serves" else "do"
        if found.group() == "as":
            return "X serves as", f"What {do} {clause.begins} serve as?", found.end()
        return "X serves to", f"What {do} {clause.begins} serve to do?", found.end()
    return None


WRITER = Writer("function", "en", write)
