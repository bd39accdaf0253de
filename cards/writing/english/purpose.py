"""Purposes and roles: "The main goal of interest groups is to influence public policy." asks "What is the main goal of
interest groups?"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.languages.english.openings import opening_of
from cards.model import Span
from cards.reading import Reading
from cards.writing.draft import Draft, Writer
from cards.writing.english.asking import ask_about
from cards.writing.english.cause import answer_after
from cards.writing.english.gap import claim_of
from cards.writing.english.inversion import clause_at, inverted, names_its_subject
from cards.writing.english.register import names_in

_AIM = re.compile(
    r"\b(?:goals?|aims?|purposes?|functions?|roles?|tasks?|objectives?|jobs?|dut(?:y|ies)|missions?)\b"
)
_IN_ORDER = re.compile(r",?\s+in order to\s+")
STRENGTH = 0.65


def write(reading: Reading) -> Iterator[Draft]:
    for passage in reading.passages:
        text = passage.text
        found = _IN_ORDER.search(text)
        is_to = text.find(" is to ")
        if (found is None and is_to < 0) or reading.language.dangles(text):
            continue
        clause = clause_at(text, passage.words, opening_of(text), names_in(reading))
        if clause is None:
            continue
        verb = clause.words[clause.verb].span
        if verb.start == is_to + 1 and _AIM.search(text[: verb.start]) and clause.begins.startswith("the "):
            answer = answer_after(text, verb.end + 1)
            question = f"What is {clause.begins}?"
        elif found is not None and verb.end <= found.start() and "," not in text[: found.start()]:
            answer = answer_after(text, found.end() - len("to "))
            asked = "" if names_its_subject(clause) else inverted(clause, found.start())
            question = f"For what purpose {asked}?" if asked else ""
        else:
            continue
        if answer and question:
            claim = claim_of(reading, passage, "purpose", "X is to Y", STRENGTH)
            draft = ask_about(claim, question, _trimmed(text, answer))
            if draft:
                yield draft


def _trimmed(text: str, answer: Span) -> Span:
    """Begin at "to": the blank before it is no part of the answer."""
    start = answer.start
    while text[start].isspace():
        start += 1
    return Span(start, answer.end)


WRITER = Writer("purpose", "en", write)
