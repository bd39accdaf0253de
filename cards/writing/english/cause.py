"""Causes: "Civil rights are matters of debate because governments must take action." asks "Why are civil rights
matters of debate?"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.languages.english.openings import opening_of
from cards.model import Span
from cards.reading import Reading
from cards.writing.draft import Draft, Writer, ask
from cards.writing.english.gap import claim_of
from cards.writing.english.inversion import clause_at, inverted, names_its_subject

_BECAUSE = re.compile(r",?\s+(because(?: of)?|due to|owing to|thanks to)\s+")
# What follows "because" gives the reason of the nearest clause, which is then not the main one.
_CONDITION = re.compile(r"\b(?:if|when|that|which|who|to [a-z]+)\b(?! the\b)")
_IT = re.compile(r"(?:this|these|those|such|he|she|his|her)\b")
STRENGTH = 0.6
FEWEST_WORDS, MOST_WORDS = 2, 12


def write_causes(reading: Reading) -> Iterator[Draft]:
    for passage in reading.passages:
        found = _BECAUSE.search(passage.text)
        if found is None or reading.language.dangles(passage.text):
            continue
        clause = clause_at(passage.text, passage.words, opening_of(passage.text))
        if (
            clause is None
            or clause.words[clause.verb].span.end > found.start()
            or "," in passage.text[: found.start()]
        ):
            continue
        if found.group(1) != "because" and names_its_subject(clause):
            continue
        asked = inverted(clause, found.start())
        answer = answer_after(passage.text, found.end())
        if asked and answer and not _IT.match(answer.of(passage.text)):
            claim = claim_of(reading, passage, "cause", f"Y {found.group(1)} X", STRENGTH)
            yield ask(claim, f"Why {asked}?", answer)


def answer_after(text: str, start: int) -> Span | None:
    """Return the rest of the sentence from `start`, without its stop, where it is 2 to 12 words without a break."""
    end = len(text.rstrip(" .!"))
    answer = text[start:end]
    whole = not re.search(r"[;:—()]|, (?:but|and|which|so|whereas|while)\b", answer)
    return (
        Span(start, end)
        if end > start and FEWEST_WORDS <= len(answer.split()) <= MOST_WORDS and whole
        else None
    )


CAUSE = Writer("cause", "en", write_causes)
