"""Figures and dates: "In what year was the Suez Canal opened?", "The skeleton has [...] bones."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.languages.english.closed import NUMBERS
from cards.languages.english.openings import opening_of
from cards.model import Span
from cards.passages import Passage
from cards.reading import Reading
from cards.writing.draft import Draft, Writer
from cards.writing.english.asking import ask_about
from cards.writing.english.gap import claim_of, gap
from cards.writing.english.inversion import clause_at, inverted
from cards.writing.english.register import is_scrap, names_in
from cards.writing.english.terms import WHEN

_YEAR = re.compile(r"\s+in (1[0-9]{3}|20[0-9]{2})\b(?=[.,;]|$)")
_DATE = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom) (?:[A-Z][a-z]{2,8} )?(1[0-9]{3}|20[0-9]{2})\b(?![-–/.%]\d)"
)
# A figure with what it counts: 40 percent, 206 bones, 98.6 °F.
_FIGURE = re.compile(
    r"(?<![\w.,$€£–-])(?:about |approximately |nearly |around |some |over |more than |up to )?"
    r"((?:[$€£]\s?)?\d+(?:,\d{3})*(?:\.\d+)?(?:\s?(?:–|-|to)\s?\d+(?:\.\d+)?)?)(?=%|\s+[a-z°µ]|\s?[°µ])(?!\s+(?:and|or|to|of|in|is|was|by)\b)"
)
_COUNTED = re.compile(
    rf"\b({'|'.join(sorted(NUMBERS))}) "
    r"(?:years|months|weeks|days|hours|minutes|members|votes|seats|percent|judges|times)\b"
)
# "Listing 4", "Version 2": a name's number, no quantity.
_NUMBERED = re.compile(r"\b[A-Z][a-z]+\s+$")
# What is so today or in somebody's forecast will soon be otherwise.
_VAGUE = re.compile(
    r"\b(?:remains?|forecasts?|expects?|estimates?|currently|at present|chance|some|several|for example|times|rises?)\b"
)
LONGEST = 400
STRENGTH_OF_YEARS, STRENGTH_OF_FIGURES = 0.5, 0.42


def write(reading: Reading) -> Iterator[Draft]:
    for passage in reading.passages:
        if len(passage.text) > LONGEST:
            continue
        draft = _when(reading, passage) or _year(reading, passage) or _figure(reading, passage)
        if draft:
            yield draft


def _when(reading: Reading, passage: Passage) -> Draft | None:
    """ "X was founded in 1870." asks "In what year was X founded?"; only for the year that closes the clause."""
    found = _YEAR.search(passage.text)
    if found is None or reading.language.dangles(passage.text) or _others(passage.text, found.span(1)):
        return None
    clause = clause_at(passage.text, passage.words, opening_of(passage.text), names_in(reading))
    if clause is None or clause.words[clause.verb].text not in ("was", "were"):
        return None
    if "," in passage.text[opening_of(passage.text) : found.start()] or found.end() < len(
        passage.text.rstrip(" .")
    ):
        return None
    asked = inverted(clause, found.start())
    claim = claim_of(reading, passage, "figure", "X was ... in YEAR", STRENGTH_OF_YEARS + 0.1)
    return ask_about(claim, f"In what year {asked}?", Span(*found.span(1))) if asked else None


def _year(reading: Reading, passage: Passage) -> Draft | None:
    found = _DATE.search(passage.text)
    if found is None or _others(passage.text, found.span(1)):
        return None
    place = Span(*found.span(1))
    doubt = "" if _names_somebody(passage, place) else "nothing is named that tells which event"
    return gap(
        claim_of(reading, passage, "figure", "in YEAR", STRENGTH_OF_YEARS, doubt=doubt), place, pair_up_to=0
    )


def _figure(reading: Reading, passage: Passage) -> Draft | None:
    found = _FIGURE.search(passage.text) or _COUNTED.search(passage.text)
    # With several figures in a sentence a gap for one of them is read off or mixed up with the others.
    if found is None or _others(passage.text, found.span(1)):
        return None
    if _NUMBERED.search(passage.text[: found.start(1)]):
        return None
    place = Span(*found.span(1))
    told = any(word.tag == "past" or word.text in ("was", "were", "had") for word in passage.words)
    doubt = "one event's figure" if told and not _names_somebody(passage, place) else ""
    if is_scrap(reading):
        doubt = "one case's figure"
    if _VAGUE.search(passage.text):
        doubt = "a figure that will be another"
    return gap(
        claim_of(reading, passage, "figure", "N units", STRENGTH_OF_FIGURES, doubt=doubt), place, pair_up_to=0
    )


def _names_somebody(passage: Passage, place: Span) -> bool:
    """Whether a name stands in the sentence, which tells the event from others of its kind."""
    return any(
        word.tag == "name" and word.text not in WHEN and not word.span.meets(place) for word in passage.words
    ) or bool(re.match(r"[A-Z][a-z]+ (?:[A-Z]|was born|died)", passage.text))


def _others(text: str, place: tuple[int, int]) -> bool:
    rest = text[: place[0]] + " " + text[place[1] :]
    return len(re.findall(r"\d+", rest)) > 1 or any(
        word in NUMBERS for word in rest.lower().split() if len(word) > 6
    )


WRITER = Writer("figure", "en", write)
