"""Names given in passing: "..., called X", "known as X", "termed X", "referred to as X", "X (also called Y)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.languages.language import Word
from cards.model import Span
from cards.passages import Passage
from cards.reading import Reading
from cards.writing.draft import Draft, Writer
from cards.writing.english.clause import extent, noun_phrase_at, word_from
from cards.writing.english.gap import claim_of, gap
from cards.writing.english.terms import is_term, rated

_NAMING = re.compile(
    r"\b(?:(?:also |often |sometimes |commonly |usually |collectively |generally |simply )*"
    r"(?:called|termed|named|known as|referred to as|dubbed|defined as|described as|designated|nicknamed)"
    r"|(?:the term|the name|so-called))\s+(?=[\w“\"‘'])"
)
# "defined as the deviation from ..." says what a thing is, "described as retroperitoneal." how it is called.
_SAYS_WHAT = re.compile(r"defined|described|designated")
STRENGTH = 0.95
# In words: "lateral condyle of the tibia".
LONGEST_NAME = 6
OPENING_QUOTES = frozenset("“\"‘'")


def write(reading: Reading) -> Iterator[Draft]:
    for passage in reading.passages:
        if len(passage.text) > 600:
            continue
        for found in _NAMING.finditer(passage.text):
            term = _term_after(passage, found.end())
            if term is None or (_SAYS_WHAT.search(found.group()) and not _closes(passage.words, term)):
                continue
            strength = rated(STRENGTH, passage.words, term)
            draft = gap(
                claim_of(reading, passage, "alias", f"{found.group().strip()} X", strength),
                extent(passage.words, term),
            )
            if draft:
                yield draft


def _closes(words: tuple[Word, ...], term: Span) -> bool:
    return term.end >= len(words) or words[term.end].tag == "mark"


def _term_after(passage: Passage, at: int) -> Span | None:
    words = passage.words
    i = word_from(words, at)
    while i < len(words) and words[i].text in (
        "“",
        '"',
        "‘",
        "'",
        "the",
        "a",
        "an",
        "either",
        "collectively",
        "simply",
    ):
        i += 1
    phrase = noun_phrase_at(words, i) or _participle_at(words, i) or _adjective_at(words, i)
    if phrase is None or not is_term(words, phrase) or _judged(words, i, phrase.end):
        return None
    # "known as oxide dispersion strengthened steels", "called “blood poisoning,”": the name goes on.
    after = words[phrase.end : phrase.end + 1]
    opened = words[i - 1].text in OPENING_QUOTES if i else False
    if after and (after[0].tag in ("part", "ing") or (opened and after[0].tag != "mark")):
        return None
    return _with_its_owner(words, phrase)


def _with_its_owner(words: tuple[Word, ...], phrase: Span) -> Span:
    """ "is called the head of the rib" names the whole."""
    owned = words[phrase.end : phrase.end + 2]
    if [word.text for word in owned] != ["of", "the"] or words[phrase.start - 1].text != "the":
        return phrase
    owner = noun_phrase_at(words, phrase.end + 1)
    return Span(phrase.start, owner.end) if owner and owner.end - phrase.start <= LONGEST_NAME else phrase


def _participle_at(words: tuple[Word, ...], i: int) -> Span | None:
    """A name that begins with a participle: "are also called floating ribs"."""
    if i >= len(words) or words[i].tag not in ("ing", "part"):
        return None
    phrase = noun_phrase_at(words, i + 1)
    return Span(i, phrase.end) if phrase and phrase.start == i + 1 else None


def _adjective_at(words: tuple[Word, ...], i: int) -> Span | None:
    """A quality's name that ends its clause: "Their position is described as retroperitoneal.", and a doing's."""
    alone = i + 1 < len(words) and words[i].tag in ("adj", "ing") and words[i + 1].tag == "mark"
    return Span(i, i + 1) if alone else None


def _judged(words: tuple[Word, ...], first: int, after: int) -> bool:
    """Whether the phrase is what somebody calls names: "called the decision reckless", "called it “a
    plaster”"."""
    definite = first > 0 and words[first - 1].text == "the"
    if after < len(words) and words[after].text in OPENING_QUOTES:
        return True
    return definite and after < len(words) and words[after].tag in ("adj", "noun", "part", "det")


WRITER = Writer("alias", "en", write)
