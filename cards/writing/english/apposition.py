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
from cards.writing.english.clause import extent
from cards.writing.english.gap import claim_of
from cards.writing.english.repair import is_plural
from cards.writing.english.terms import is_term, rated

FEWEST_WORDS, MOST_WORDS = 4, 30
STRENGTH = 0.75
# Weaker findings are kept in dense decks alone.
SURE = 0.4
# After a comma these begin a meaning: "X, a shunt that ...", "X, which connects ...".
MARKS = (", a", ", the ", ", which ", "—")
# "a pointer, which is the address of that location": of which?
_BACK = re.compile(
    r"\b(?:of|in|to|for|with|by|from|on|at|into) (?:this|that|these|those|its|their|it|them|which)\b"
)
_COMPARED = re.compile(r"(?:more|less|[a-z]+er)$")
_ARTICLES = frozenset(("a", "an", "the"))


def write(reading: Reading) -> Iterator[Draft]:
    for passage in reading.passages:
        if len(passage.text) > 600 or not any(mark in passage.text for mark in MARKS):
            continue
        words = passage.words
        for start, end in runs_of(words):
            meaning = _meaning(words, end)
            if meaning and is_term(words, Span(start, end)) and _stands_free(words, start):
                draft = _draft(reading, passage, Span(start, end), meaning)
                if draft:
                    yield draft


def _meaning(words: tuple[Word, ...], i: int) -> Span | None:
    """Return the words after the comma or dash at `i` that tell a meaning, or None."""
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
            return None if after.tag in ("and", "adj") else j
        if text in ("—", "–", "("):
            return j if text != "(" else None
    return None


def _one_phrase(words: tuple[Word, ...], i: int, end: int) -> bool:
    """Whether "a shunt that ..." begins with a noun phrase and holds no finite verb outside a relative clause."""
    related = False
    for word in words[i:end]:
        if word.tag in ("which", "sub"):
            related = True
        elif word.tag in FINITE and not related:
            return False
    return any(word.tag in NOMINAL for word in words[i:end]) and end - i >= FEWEST_WORDS


def _stands_free(words: tuple[Word, ...], start: int) -> bool:
    """Whether the term is no part of a list or of a larger phrase: "of the X", "A, X" and "A and X" may
    be; after "In X, the Y ..." no meaning follows."""
    if words[0].tag in ("prep", "sub") and not any(word.tag in FINITE for word in words[:start]):
        return False
    at = start - 1
    while at >= 0 and words[at].tag in ("det", "adv"):
        at -= 1
    return at < 0 or not (words[at].text in (",", "and", "or", "of") or words[at].tag == "poss")


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
    if strength < SURE and not reading.doubtful_too:
        return None
    claim = claim_of(
        reading,
        passage,
        "definition",
        "X, which Y" if relative else "X, a Y",
        strength,
        clause,
        "hardly a meaning" if strength < SURE else "",
    )
    return hide_in(claim, shown, (hidden,), answers=(answer,))


def _article(words: tuple[Word, ...], term: Span) -> str:
    before = words[term.start - 1].text.lower() if term.start else ""
    return before.capitalize() if before in _ARTICLES else ""


WRITER = Writer("definition", "en", write)
