"""Meanings told in passing: "the foramen ovale, a shunt that directly connects the right and left atria, ...".

The card is made a sentence of its own: "The [...] is a shunt that directly connects the right and left atria."
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.languages.english.phrases import runs_of
from cards.languages.english.tagging import FINITE, NOMINAL
from cards.languages.language import Word
from cards.model import Span
from cards.passages import Passage
from cards.reading import Reading
from cards.writing.draft import Draft, Writer, hide_in
from cards.writing.english.clause import extent, noun_phrase_at
from cards.writing.english.gap import claim_of, gap
from cards.writing.english.register import is_scrap
from cards.writing.english.repair import is_plural
from cards.writing.english.terms import is_term, rated

FEWEST_WORDS, MOST_WORDS = 4, 30
FEWEST_WORDS_OF_A_GLOSS = 2
STRENGTH = 0.75
# Weaker findings are kept in dense decks alone.
SURE = 0.4
# After a comma these begin a meaning: "X, a shunt that ...", "X, which connects ...".
MARKS = (", a", ", the ", ", which ", "—", ", or ", "(")
# "a pointer, which is the address of that location": of which?
_BACK = re.compile(
    r"\b(?:of|in|to|for|with|by|from|on|at|into) (?:this|that|these|those|its|their|it|them|which)\b"
)
_COMPARED = re.compile(r"(?:more|less|[a-z]+er)$")
# What a thing does now and then is no meaning.
_HAPPENS = frozenset(
    "has have brings show appear appears increases occurs occur leads lead lies includes include".split()
)
_ARTICLES = frozenset(("a", "an", "the"))


def write(reading: Reading) -> Iterator[Draft]:
    for passage in reading.passages:
        if len(passage.text) > 600 or not any(mark in passage.text for mark in MARKS):
            continue
        words = passage.words
        for start, end in runs_of(words):
            if gloss := _glossed(reading, passage, Span(start, end)):
                yield gloss
                continue
            meaning = _meaning(words, end)
            if (
                meaning
                and is_term(words, Span(start, end))
                and _stands_free(words, start)
                and _agrees(words, Span(start, end), meaning)
            ):
                draft = _draft(reading, passage, Span(start, end), meaning)
                if draft:
                    yield draft


def _glossed(reading: Reading, passage: Passage, term: Span) -> Draft | None:
    """ "Necrosis, or accidental cell death, causes inflammation." says the meaning as another name."""
    words, at = passage.words, term.end
    if at + 2 >= len(words) or (words[at].text, words[at + 1].text) != (",", "or"):
        return None
    meaning = noun_phrase_at(words, at + 2)
    if meaning is None or meaning.end - meaning.start < FEWEST_WORDS_OF_A_GLOSS or not is_term(words, term):
        return None
    closes = meaning.end >= len(words) or words[meaning.end].text in (",", ".", ";", "(")
    if not closes or not _stands_free(words, term.start):
        return None
    strength = rated(STRENGTH, words, term)
    doubt = "hardly a meaning" if strength < SURE else ""
    claim = claim_of(reading, passage, "definition", "X, or Y,", strength, doubt=doubt)
    return gap(claim, extent(words, term), pair_up_to=0)


def _meaning(words: tuple[Word, ...], i: int) -> Span | None:
    """Return the words after the comma, dash or bracket at `i` that tell a meaning, or None."""
    if i + 2 < len(words) and words[i].text in ("—", "–", "("):
        aside = _aside(words, i)
        if aside or words[i].text == "(":
            return aside
    if i + FEWEST_WORDS >= len(words) or words[i].text not in (",", "—", "–"):
        return None
    first = words[i + 1].text.lower()
    if first in ("a", "an", "the"):
        end = _end(words, i + 1, words[i].text)
        whole = end is not None and _one_phrase(words, i + 1, end) and not _COMPARED.match(words[i + 2].text)
    elif first == "which" and words[i + 2].tag in FINITE:
        end = _end(words, i + 1, words[i].text)
        whole = True
    else:
        return None
    if end is None or not whole or not FEWEST_WORDS <= end - i - 1 <= MOST_WORDS:
        return None
    return Span(i + 1, end)


def _aside(words: tuple[Word, ...], i: int) -> Span | None:
    """Return the noun phrase with its "of the ..." that alone stands after a dash or between brackets: "hemorrhage—
    excessive bleeding", "axial muscles (muscles of the trunk and head)"."""
    closing = {"(": ")"}.get(words[i].text, words[i].text)
    end = next(
        (j for j in range(i + 1, min(len(words), i + MOST_WORDS)) if words[j].text in (closing, ".", ";")), 0
    )
    inside = words[i + 1 : end]
    if not len(inside) >= FEWEST_WORDS_OF_A_GLOSS or inside[0].tag not in ("adj", "noun"):
        return None
    if words[i].text == "(" and (words[end].text != ")" or len(inside) <= FEWEST_WORDS_OF_A_GLOSS):
        return None
    plain = all(word.tag in ("adj", "noun", "prep", "det", "part", "and", "poss") for word in inside)
    return Span(i + 1, end) if plain and inside[-1].tag in NOMINAL and not inside[0].text.isupper() else None


def _end(words: tuple[Word, ...], i: int, opened: str) -> int | None:
    """Return the number of the mark that closes what opened before word `i`: the same mark, or the sentence's end.

    A comma followed by "and" or a noun may go on with a list; then where the meaning ends is not known.
    """
    for j in range(i, min(len(words), i + MOST_WORDS + 2)):
        text = words[j].text
        if text in (";", ".", ":") or (text == opened and opened != ","):
            return j
        if text == ",":
            after = words[j + 1] if j + 1 < len(words) else words[j]
            # "the joints, the fluid in the pleura, the fluid in the heart sac": a list goes on.
            return None if after.tag in ("and", "adj", "det", "noun", "name", "quant", "number") else j
        if text in ("—", "–", "("):
            return j if text != "(" else None
    return None


def _one_phrase(words: tuple[Word, ...], i: int, end: int) -> bool:
    """Whether "a shunt that ..." begins with a noun phrase and holds no finite verb outside a relative clause."""
    allowed = 0
    for number, word in enumerate(words[i:end], start=i):
        if word.tag in ("which", "sub", "and"):
            allowed += word.tag != "and" or allowed > 0 or words[number - 1].tag in FINITE
        elif word.tag in FINITE and words[number - 1].tag not in FINITE:
            allowed -= 1
            if allowed < 0:
                return False
    return any(word.tag in NOMINAL for word in words[i:end]) and end - i >= FEWEST_WORDS


def _stands_free(words: tuple[Word, ...], start: int) -> bool:
    """Whether the term is no part of a list or of a larger phrase: "of the X", "A, X" and "A and X" may
    be; after "In X, the Y ..." no meaning follows."""
    if words[0].tag in ("prep", "sub") and not any(word.tag in FINITE for word in words[:start]):
        return False
    # "the fluid in the chest, the fluid around the heart": the term belongs to an item of a list.
    comma = next((i for i in range(start - 1, -1, -1) if words[i].text == ","), None)
    between = [word.tag for word in words[comma:start]] if comma is not None else []
    if "prep" in between and not any(tag in FINITE or tag in ("which", "ing", "part") for tag in between):
        return False
    at = start - 1
    while at >= 0 and words[at].tag in ("det", "adv"):
        at -= 1
    return at < 0 or not (words[at].text in (",", "and", "or", "of") or words[at].tag == "poss")


def _agrees(words: tuple[Word, ...], term: Span, meaning: Span) -> bool:
    """Whether the sentence has a verb besides the meaning, and the two are both one thing or both several."""
    outside = (*words[: meaning.start - 1], *words[meaning.end :])
    if not any(word.tag in FINITE for word in outside):
        return False
    if words[meaning.start].text.lower() == "which":
        verb = words[meaning.start + 1].text
        alone = verb in ("is", "was", "has") or (verb.endswith("s") and verb not in ("was", "has", "does"))
        return alone != is_plural(words[term.end - 1])
    told = noun_phrase_at(words, meaning.start)
    if told is None:
        return words[meaning.start].tag in ("det", "quant")
    several = any(word.tag == "and" for word in words[told.end : told.end + 1])
    return several or is_plural(words[told.end - 1]) == is_plural(words[term.end - 1])


def _draft(reading: Reading, passage: Passage, term: Span, meaning: Span) -> Draft | None:
    words, text = passage.words, passage.text
    told = extent(words, meaning)
    answer = extent(words, term)
    relative = words[meaning.start].text.lower() == "which"
    verb = "" if relative else " are " if is_plural(words[term.end - 1]) else " is "
    said = text[told.start + len("which") : told.end] if relative else told.of(text)
    # "Donor cells are attacked, a phenomenon known as ...": what happens is meant, not the noun before.
    if words[meaning.start].text in ("a", "an") and is_plural(words[term.end - 1]):
        return None
    if _BACK.search(said) or reading.language.dangles(said.strip().capitalize()):
        return None
    if words[term.start].tag == "number":  # "Two bursae, the A and the B"
        return None
    article = _article(words, term)
    front = f"{article} " if article else ""
    shown = f"{front}{answer.of(text)}{verb}{said.rstrip(' ,')}."
    hidden = Span(len(front), len(front) + answer.end - answer.start)
    clause = Span(answer.start, told.end)
    strength = rated(STRENGTH - 0.2 * relative, words, term)
    weak = strength < SURE or is_scrap(reading) or (relative and not _tells_what(words, meaning))
    doubt = "hardly a meaning" if weak else ""
    if doubt and not reading.doubtful_too:
        return None
    claim = claim_of(
        reading,
        passage,
        "definition",
        "X, which Y" if relative else "X, a Y",
        strength,
        clause,
        doubt,
    )
    return hide_in(claim, shown, (hidden,), answers=(answer,))


def _tells_what(words: tuple[Word, ...], meaning: Span) -> bool:
    """Whether "which ..." says what the thing is or does: "which is a shunt", "which connects"; not "which is fast"."""
    verb = words[meaning.start + 1]
    if verb.tag == "be":
        return words[meaning.start + 2].text in _ARTICLES
    return verb.tag == "verb" and verb.text not in _HAPPENS


def _article(words: tuple[Word, ...], term: Span) -> str:
    before = words[term.start - 1].text.lower() if term.start else ""
    return before.capitalize() if before in _ARTICLES else ""


WRITER = Writer("definition", "en", write)
