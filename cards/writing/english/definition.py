"""Definitions, asked from the meaning to the term.

"A cell is the smallest independently functioning unit of a living organism." hides "cell". So do "X refers to ...",
"X consists of ...", and "The smallest unit of matter is an atom." from the other end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.languages.english.openings import opening_of
from cards.languages.english.tagging import NOMINAL
from cards.languages.language import Word
from cards.model import Span
from cards.passages import Passage
from cards.reading import Reading
from cards.writing.draft import Draft, Writer
from cards.writing.english.clause import extent, noun_phrase_at, past_aside, word_from
from cards.writing.english.doubts import doubt_of_front
from cards.writing.english.gap import claim_of, gap
from cards.writing.english.register import full_of_terms, is_scrap
from cards.writing.english.terms import is_term, rated

# Verbs after which a subject is told what it is.
MEANS = frozenset("means refers describes denotes signifies comprises consists involves".split())
FEWEST_WORDS_OF_MEANING = 4
# Weaker findings ("X is caused by ...", "cells are ...") are kept in dense decks alone.
SURE = 0.4
# In a text that is full of terms more of them are right.
SURE_AMONG_TERMS = 0.33
# In a paragraph by itself fewer are.
SURE_IN_SCRAPS = 0.5
# Laws and contracts: For the purposes of this Act, "controller" means ...
_QUOTED = re.compile(
    r"[“\"‘']([A-Za-z][\w -]{1,48})[”\"’'],? "
    r"(?:means|refers to|denotes|shall mean|is defined as|has the meaning) (?=\w)"
)
# In characters; a clause that is cut off earlier would leave too little to tell the term by.
SHORTEST_MEANING = 50
# "Failure is not the opposite of success", "rent control is the best known example": what it is, remains open.
_NO_MEANING = re.compile(
    r"[^.]{0,40}? (?:is|are|was|were) (?:not|no|also|never|only|still|now|another|an? (?:\w+ )?example|among|"
    r"the (?:\w+ ){0,3}(?:example|reason|problem|case|result|same|latter|former|other)s?)\b"
)
# "is a powerful tool", "are an important building block": what somebody thinks of it.
PRAISES = re.compile(
    r"[^.]{0,60}? (?:is|are|was|were) (?:an?|the|one of the|often an?|generally) (?:very |most |quite |extremely )?"
    r"(?:powerful|interesting|important|elegant|great|final|good|key|major|popular|useful|attractive|promising"
    r"|excellent|ideal|well-known|significant|critical|essential|crucial|dangerous|vital|valuable|perfect|classic"
    r"|brand-new|best|obvious|foundation|worst)\b"
)
_NEXT_CLAUSE = re.compile(
    r"; |[,;] (?:and|but|although|though|whereas|while|so)\b "
    r"(?=(?:the|this|these|it|they|its|their|there|is|are|as|each|all)\b)"
)


def write(reading: Reading) -> Iterator[Draft]:
    for passage in reading.passages:
        if len(passage.text) > 600:
            continue
        if quoted := _QUOTED.search(passage.text):
            claim = claim_of(reading, passage, "definition", "“X” means Y", 0.85)
            draft = gap(claim, Span(*quoted.span(1)), start=quoted.start(), pair_up_to=0)
            if draft:
                yield draft
            continue
        found = _forward(passage) or _backward(passage)
        if found is None:
            continue
        term, pattern, strength = found
        strength = rated(strength, passage.words, term)
        at = passage.words[term.end - 1].span.end
        named = term.start and passage.words[term.start - 1].text in ("A", "An")
        doubt = "" if named else doubt_of_front(passage.words[term.start])
        least = SURE_AMONG_TERMS if full_of_terms(reading) else SURE
        if strength < least or _NO_MEANING.match(passage.text, at) or PRAISES.match(passage.text, at):
            doubt = doubt or "hardly a meaning"
        if is_scrap(reading) and (strength < SURE_IN_SCRAPS or " was " in pattern or " were " in pattern):
            doubt = doubt or "hardly a meaning"
        draft = gap(
            claim_of(reading, passage, "definition", pattern, strength, doubt=doubt),
            extent(passage.words, term),
            end=_meaning_ends(passage.text, at),
        )
        if draft:
            yield draft


def _meaning_ends(text: str, at: int) -> int | None:
    """Return where a clause of its own begins after a meaning told at length: ", and this personality is ...", or
    None."""
    found = _NEXT_CLAUSE.search(text, at + SHORTEST_MEANING)
    return found.start() if found else None


def _forward(passage: Passage) -> tuple[Span, str, float] | None:
    """The term in front: "A tissue is a group of ...", "Osmosis refers to ..."."""
    words = passage.words
    start = word_from(words, opening_of(passage.text))
    term = _subject(words, start)
    if term is None:
        return None
    verb = past_aside(words, term.end)
    if words[verb : verb + 1] and words[verb].text == "of":
        owner = noun_phrase_at(words, verb + 1)
        if owner is None:
            return None
        term = Span(term.start, owner.end)
        verb = owner.end
    if verb >= len(words) - FEWEST_WORDS_OF_MEANING or not is_term(words, term):
        return None
    word = words[verb].text.lower()
    if word in ("is", "are", "was", "were"):
        strength = _strength_of_meaning(words, verb + 1)
        return (term, f"X {word} Y", strength) if strength else None
    if (word in MEANS and words[verb].tag == "verb") or (word == "mean" and words[verb - 1].tag in NOMINAL):
        return term, f"X {word} Y", 0.75
    return None


def _subject(words: tuple[Word, ...], start: int) -> Span | None:
    if start >= len(words) or words[start].text.lower() in (
        "this",
        "these",
        "that",
        "those",
        "such",
        "no",
        "another",
        "what",
        "several",
        "some",
        "many",
    ):
        return None
    phrase = noun_phrase_at(words, start)
    if phrase is None:
        return None
    first = phrase.start
    while first < phrase.end and words[first].tag in ("det", "quant", "poss"):
        first += 1
    return Span(first, phrase.end)


def _strength_of_meaning(words: tuple[Word, ...], i: int) -> float:
    """How sure it is that a definition follows: "a group of cells that ..." is one, "large" is none."""
    while i < len(words) and words[i].tag == "adv":
        i += 1
    if i >= len(words):
        return 0.0
    first = words[i].text.lower()
    strength = {"a": 0.9, "an": 0.9, "the": 0.85, "one": 0.6, "any": 0.8}.get(first, 0.0)
    if not strength and words[i].tag in ("part", "prep"):
        return 0.35 if words[i - 1].text in ("is", "are") else 0.0
    if not strength:
        phrase = noun_phrase_at(words, i)
        return (
            0.6 if phrase is not None and words[i].tag in ("adj", "noun", "name", "number", "quant") else 0.0
        )
    return strength


def _backward(passage: Passage) -> tuple[Span, str, float] | None:
    """The term at the end: "The smallest unit of matter is an atom.", "Lateral to the head is the neck of the rib."."""
    words = passage.words
    for i in range(4, len(words) - 1):
        if words[i].text not in ("is", "are"):
            continue
        term = _subject(words, i + 1)
        if term is None or words[i + 1].tag == "part" or words[0].tag in ("pron", "which"):
            return None
        if words[term.end : term.end + 1] and words[term.end].text == "of":
            owner = noun_phrase_at(words, term.end + 1)
            term = Span(term.start, owner.end) if owner else term
        after = past_aside(words, term.end)
        ends = after >= len(words) or words[after].text in (".", ",", ";", "—", "(")
        turned = words[i - 1].tag in NOMINAL and words[0].tag in (
            "det",
            "quant",
            "prep",
            "adj",
            "adv",
            "part",
            "number",
        )
        return (term, "Y is X", 0.7) if ends and turned and is_term(words, term) else None
    return None


WRITER = Writer("definition", "en", write)
