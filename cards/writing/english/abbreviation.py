"""Abbreviations: "the North Atlantic Treaty Organization (NATO)" asks "In “Alliances”, what does NATO stand for?"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.languages.english.wording import what_stands_for
from cards.model import Span
from cards.passages import Passage
from cards.reading import Reading
from cards.writing.draft import Draft, Writer, ask
from cards.writing.english.gap import claim_of

_SHORT = re.compile(r"\s\(([A-Z][A-Za-z0-9-]{1,7}?)s?\)")
_WORD = re.compile(r"[A-Za-z][\w’'-]*")
_SMALL = frozenset("of the and for in on to a an".split())
# Figures and names of authors tell no field.
_NO_FIELD = re.compile(r"\d|\bal\b")
STRENGTH = 0.45
SURELY_ONE = 3
# In words and letters: a field is told in a few words, and two words with one stem give each other away.
LONGEST_TOPIC = 8
STEM = 5
TOPICS = 8
LEAST_WEIGHT = 0.3


def write(reading: Reading) -> Iterator[Draft]:
    asked: set[str] = set()
    for passage in reading.passages:
        for found in _SHORT.finditer(passage.text):
            short = found.group(1)
            long = _long_form(passage.text[: found.start()], short)
            if long is None or short in asked or sum(map(str.isupper, short)) < 2:
                continue
            asked.add(short)
            # Two letters stand for many things, and three for several: IBM is a firm and a method.
            topic = _topic(reading, passage, long.of(passage.text))
            doubt = "two letters" if len(short) < SURELY_ONE else "" if topic else "of no known field"
            claim = claim_of(reading, passage, "alias", "long form (SHORT)", STRENGTH, doubt=doubt)
            yield ask(claim, what_stands_for(short, topic), long)


def _topic(reading: Reading, passage: Passage, long: str) -> str:
    """Return the heading or key phrase that says in which field the abbreviation is used, "" where none does.

    It shares no longer word with what the letters stand for, which it would give away.
    """
    given = {word.lower()[:STEM] for word in _WORD.findall(long) if len(word) > STEM}
    phrases = (phrase.text for phrase in reading.keyphrases[:TOPICS] if phrase.weight >= LEAST_WEIGHT)
    for topic in (*reversed(passage.section), *phrases):
        words = [word.lower()[:STEM] for word in _WORD.findall(topic)]
        if 1 < len(words) <= LONGEST_TOPIC and not given.intersection(words) and not _NO_FIELD.search(topic):
            return topic
    return ""


def _long_form(before: str, short: str) -> Span | None:
    """Return the words in front whose first letters, small words left out, are the abbreviation's letters."""
    # Twelve words in front hold every long form.
    words = list(_WORD.finditer(before, max(0, len(before) - 120)))[-12:]
    letters = [letter.lower() for letter in short if letter.isalpha()]
    at = len(words)
    for letter in reversed(letters):
        at -= 1
        while at >= 0 and words[at].group().lower() in _SMALL and words[at].group()[0].lower() != letter:
            at -= 1
        if at < 0 or words[at].group()[0].lower() != letter:
            return None
    return Span(words[at].start(), words[-1].end()) if words and words[-1].end() == len(before) else None


WRITER = Writer("alias", "en", write)
