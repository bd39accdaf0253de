"""The last resort: a key phrase hidden in the sentence that says most about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from cards.concepts.keyphrases import Keyphrase, phrase
from cards.languages.english.phrases import runs_of
from cards.languages.language import Word
from cards.model import Span
from cards.passages import Passage
from cards.reading import Reading
from cards.writing.draft import Draft, Writer
from cards.writing.english.clause import extent
from cards.writing.english.gap import claim_of, gap
from cards.writing.english.terms import is_term

SENTENCES_A_PHRASE = 2
STRENGTH = 0.5


def write_keyphrases(reading: Reading) -> Iterator[Draft]:
    wanted = {keyphrase.text.lower(): keyphrase for keyphrase in reading.keyphrases}
    places: defaultdict[str, list[tuple[float, Passage, Span]]] = defaultdict(list)
    for passage in reading.passages:
        if not 30 < len(passage.text) < 400:
            continue
        words = passage.words
        for start, end in runs_of(words):
            found = phrase(passage.text, words, Span(start, end)).lower()
            if found in wanted and is_term(words, Span(start, end)):
                places[found].append(
                    (_telling(passage, words, start), passage, extent(words, Span(start, end)))
                )
    for text, keyphrase in wanted.items():
        yield from _best(reading, keyphrase, places.get(text, []))


def _best(
    reading: Reading, keyphrase: Keyphrase, places: list[tuple[float, Passage, Span]]
) -> Iterator[Draft]:
    made = 0
    for telling, passage, span in sorted(places, key=lambda place: (-place[0], place[1].number)):
        claim = claim_of(reading, passage, "keyphrase", "key phrase", STRENGTH * telling * 0.85**made)
        draft = gap(claim, span)
        if draft and not reading.language.dangles(passage.text):
            yield draft
            made += 1
        if made == SENTENCES_A_PHRASE:
            return


def _telling(passage: Passage, words: tuple[Word, ...], start: int) -> float:
    """How much of a sentence is about the phrase: most when it is the subject of one of middling length."""
    telling = 1.0 if start <= 1 else 0.8
    if not 50 <= len(passage.text) <= 220:
        telling -= 0.15
    return telling


KEYPHRASE = Writer("keyphrase", "en", write_keyphrases)
