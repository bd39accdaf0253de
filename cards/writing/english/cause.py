"""Causes: "Civil rights are matters of debate because governments must take action." asks "Why are civil rights
matters of debate?"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.languages.english.openings import opening_of
from cards.model import Span
from cards.reading import Reading
from cards.writing.draft import Draft, Writer
from cards.writing.english.asking import ask_about
from cards.writing.english.gap import claim_of
from cards.writing.english.inversion import clause_at, inverted, names_its_subject
from cards.writing.english.register import names_in

_BECAUSE = re.compile(r",?\s+(because(?: of)?|due to|owing to|thanks to)\s+")
# What follows "because" gives the reason of the nearest clause, which is then not the main one.
_CONDITION = re.compile(r"\b(?:if|when|that|which|who|to [a-z]+)\b")
_IT = re.compile(r"(?:this|these|those|such|he|she|his|her)\b")
_AFTERTHOUGHT = re.compile(r", (?:but|and|which|so|whereas|while|including|such as|especially|as|with)\b")
_BREAK = re.compile(r"[;:—()]")
STRENGTH = 0.6
FEWEST_WORDS, MOST_WORDS = 2, 12


def write(reading: Reading) -> Iterator[Draft]:
    for passage in reading.passages:
        text = passage.text
        found = _BECAUSE.search(text)
        if found is None or reading.language.dangles(text):
            continue
        clause = clause_at(text, passage.words, opening_of(text), names_in(reading))
        if (
            clause is None
            or clause.words[clause.verb].span.end > found.start()
            or "," in text[: found.start()]
        ):
            continue
        if _CONDITION.search(text, 0, found.start()):
            continue
        if found.group(1) != "because" and names_its_subject(clause):
            continue
        asked = inverted(clause, found.start())
        answer = answer_after(text, found.end())
        if asked and answer and not _IT.match(answer.of(text)):
            claim = claim_of(reading, passage, "cause", f"Y {found.group(1)} X", STRENGTH)
            draft = ask_about(claim, f"Why {asked}?", answer)
            if draft:
                yield draft


def answer_after(text: str, start: int) -> Span | None:
    """Return the rest of the sentence from `start`, up to an afterthought or its stop, where it is 2 to 12 words
    without a break."""
    afterthought = _AFTERTHOUGHT.search(text, start)
    end = afterthought.start() if afterthought else len(text.rstrip(" .!"))
    if end <= start:
        return None
    answer = text[start:end]
    short = FEWEST_WORDS <= len(answer.split()) <= MOST_WORDS
    return Span(start, end) if short and not _BREAK.search(answer) else None


WRITER = Writer("cause", "en", write)
