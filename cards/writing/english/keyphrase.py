"""The last resort: a key phrase hidden in the sentence that says most about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from cards.concepts.keyphrases import Keyphrase, phrase
from cards.languages.english.phrases import runs_of
from cards.model import Span
from cards.passages import Passage
from cards.reading import Reading
from cards.writing.draft import Draft, Writer
from cards.writing.english.clause import extent
from cards.writing.english.gap import claim_of, gap
from cards.writing.english.terms import is_term, termhood

SENTENCES_A_PHRASE = 2
# In characters: shorter sentences say too little, longer ones are not read.
SHORTEST, LONGEST = 30, 400
# How often these cards are worth keeping, for a phrase that is hardly and one that is surely a term.
LEAST, MOST = 0.2, 0.75


@dataclass(frozen=True, slots=True)
class _Place:
    """A place where a key phrase could be hidden, and how good that would be, 0 to 1."""

    worth: float
    passage: Passage
    span: Span


def write_keyphrases(reading: Reading) -> Iterator[Draft]:
    wanted = {keyphrase.text.lower(): keyphrase for keyphrase in reading.keyphrases}
    places: defaultdict[str, list[_Place]] = defaultdict(list)
    for passage in reading.passages:
        if not SHORTEST < len(passage.text) < LONGEST or reading.language.dangles(passage.text):
            continue
        words = passage.words
        for start, end in runs_of(words):
            run = Span(start, end)
            found = wanted.get(phrase(passage.text, words, run).lower())
            if found and is_term(words, run):
                places[found.text].append(_Place(_worth(found, passage, run), passage, extent(words, run)))
    for keyphrase in wanted.values():
        yield from _best(reading, places.get(keyphrase.text, []))


def _best(reading: Reading, places: list[_Place]) -> Iterator[Draft]:
    made = 0
    for place in sorted(places, key=lambda place: (-place.worth, place.passage.number)):
        strength = LEAST + (MOST - LEAST) * place.worth
        draft = gap(claim_of(reading, place.passage, "keyphrase", "key phrase", strength), place.span)
        if draft:
            yield draft
            made += 1
        if made == SENTENCES_A_PHRASE:
            return


def _worth(keyphrase: Keyphrase, passage: Passage, run: Span) -> float:
    """A term is best hidden in a sentence of middling length that begins with it: that is what the sentence is about."""
    worth = termhood(passage.words, run, count=keyphrase.count, in_headings=keyphrase.in_headings)
    if run.start <= 1:
        worth += 0.1
    if not 50 <= len(passage.text) <= 220:
        worth -= 0.1
    return min(max(worth, 0.0), 1.0)


KEYPHRASE = Writer("keyphrase", "en", write_keyphrases)
