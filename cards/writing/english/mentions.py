"""Where a document speaks of which noun phrase, and how likely each is one of its terms."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from cards.concepts.keyphrases import phrase
from cards.languages.english.phrases import runs_of
from cards.languages.english.wording import singular
from cards.languages.language import Word
from cards.model import Span
from cards.passages import Passage
from cards.reading import Reading
from cards.writing.english.clause import noun_phrase_at
from cards.writing.english.terms import is_term, odds_of

# In characters: shorter sentences say too little, longer ones are not read.
SHORTEST, LONGEST = 30, 400

# In words: "lateral condyle of the tibia".
LONGEST_PART = 6
FEWEST_OF_A_PART = 2

# Log odds that what is found next to a phrase makes it a term (see `odds_of` for where they come from).
_FOLLOWED_BY = {"(": 1.3, "is": 0.9, "are": 0.3, ",": 0.6, ".": 0.6, ";": 0.6, "—": 0.8, "of": -1.2}
_PRECEDED_BY = {"called": 1.8, "termed": 1.8, "(": 1.1, "as": 1.2, "a": 0.7, "an": 0.7, "the": 0.5}
# "In other countries" speaks of those that were not named.
_OTHER = 1.5


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase in a sentence, as word numbers."""

    passage: Passage
    phrase: Span


@dataclass(frozen=True, slots=True)
class Term:
    """A noun phrase, singular and plural alike, with its mentions in order and the log odds that it is a term."""

    name: str
    mentions: tuple[Mention, ...]
    odds: float


def terms_of(reading: Reading) -> Iterator[Term]:
    """Yield the noun phrases that could be terms, in the order in which they come up."""
    found: defaultdict[str, list[Mention]] = defaultdict(list)
    parts: defaultdict[str, list[Mention]] = defaultdict(list)
    for passage in reading.passages:
        if not SHORTEST < len(passage.text) < LONGEST or reading.language.unsound(passage.text):
            continue
        words = passage.words
        for start, end in runs_of(words):
            run = Span(start, end)
            if is_term(words, run):
                found[singular(phrase(passage.text, words, run).lower())].append(Mention(passage, run))
            owned = _owned(words, run)
            if owned is not None:
                parts[phrase(passage.text, words, owned).lower()].append(Mention(passage, owned))
    # "head of the femur" is a term where the document says it again; "number of cells" is none.
    found.update({name: mentions for name, mentions in parts.items() if len(mentions) >= FEWEST_OF_A_PART})
    heads: defaultdict[str, int] = defaultdict(int)
    for name in found:
        heads[name.rsplit(" ", 1)[-1]] += " " in name
    titles = " | ".join(section.title.lower() for section in reading.sections)
    for name, mentions in found.items():
        # "artery" heads many phrases of a text about arteries: each kind of it is a term.
        kinds = heads[name.rsplit(" ", 1)[-1]] if " " in name else 1
        odds = _odds(mentions) + 0.5 * math.log(max(kinds, 1)) + (0.8 if name in titles else 0.0)
        yield Term(name, tuple(mentions), odds)


def _owned(words: tuple[Word, ...], run: Span) -> Span | None:
    """Return the phrase with its "of the ...", as word numbers, where that names a part of something."""
    if run.end >= len(words) or words[run.end].text != "of" or not is_term(words, run):
        return None
    owner = noun_phrase_at(words, run.end + 1)
    return Span(run.start, owner.end) if owner is not None and owner.end - run.start <= LONGEST_PART else None


def _odds(mentions: list[Mention]) -> float:
    first = mentions[0]
    odds = odds_of(first.passage.words, first.phrase) - 1.0
    odds += 0.5 * min(math.log(len(mentions)), 2.5)
    seen = {neighbour for mention in mentions for neighbour in _neighbours(mention)}
    odds += max((_FOLLOWED_BY.get(word, 0.0) for side, word in seen if side == "after"), default=0.0)
    odds += max((_PRECEDED_BY.get(word, 0.0) for side, word in seen if side == "before"), default=0.0)
    if ("before", "other") in seen:
        odds -= _OTHER
    return odds + (1.0 if any(mention.phrase.start <= 2 for mention in mentions) else 0.0)


def _neighbours(mention: Mention) -> Iterator[tuple[str, str]]:
    words, run = mention.passage.words, mention.phrase
    yield "after", words[run.end].text if run.end < len(words) else "."
    yield "before", words[run.start - 1].text.lower() if run.start else ""
