"""Every language that has no pack of its own: words between blanks, common words told by their length."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.languages.language import Language, Word
from cards.model import Span

# Runs are taken whole (++) and looked at from their first mark alone, so that 100,000 dots cost no more than letters.
_SENTENCE_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+(?=\s)|[。！？؟۔।]+[”’」』）]*|\n\s*\n")
# Japanese is written without blanks, but its nouns mostly stand in characters or katakana of their own.
_WORD = re.compile(
    r"[㐀-鿿]+|[゠-ヿ]+|[぀-ゟ]+|(?:(?![㐀-鿿぀-ヿ])\w)+(?:[-'’](?:(?![㐀-鿿぀-ヿ])\w)+)*|[^\w\s]"
)
# Short words are mostly articles, prepositions and pronouns, whatever the alphabet.
SHORT = 3
# A longer run of letters is a sentence in a script without blanks.
LONGEST = 24
# Scripts written without blanks have words of any length: one character is one unit there.
_UNIT = re.compile(r"[㐀-鿿぀-ヿ가-힣฀-๿]|[^\W_]+")


def sentences_of(text: str) -> Iterator[Span]:
    """Yield the sentences, ended by the end marks of any script; every non-blank character is in one."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if text[start : match.end()].strip():
            yield Span(start, match.end())
            start = match.end()
    if text[start:].strip():
        yield Span(start, len(text))


def words_of(text: str) -> tuple[Word, ...]:
    """Return words tagged "word" (or "short", "number") and marks tagged "mark"."""
    return tuple(
        Word(Span(found.start(), found.end()), found.group(), _tag(found.group()))
        for found in _WORD.finditer(text)
    )


def phrases_of(words: tuple[Word, ...]) -> Iterator[Span]:
    """Yield every long word: what words may follow each other in a phrase is not known here."""
    for i, word in enumerate(words):
        if word.tag == "word":
            yield Span(i, i + 1)


def dangles(text: str) -> str:
    return ""


def unsound(text: str) -> str:
    letters = sum(character.isalpha() for character in text)
    return "is mostly marks and figures" if letters < 0.5 * len(text) else ""


def size_of(text: str) -> int:
    """Return 2 for a word between blanks and 1 for a character of a script without them."""
    return sum(
        2 if len(found.group()) > 1 or found.group().isascii() else 1 for found in _UNIT.finditer(text)
    )


def _tag(text: str) -> str:
    if text[0].isdigit():
        return "number"
    if not text[0].isalnum():
        return "mark"
    if "㐀" <= text[0] <= "鿿":
        return "word" if len(text) > 1 else "short"
    if "぀" <= text[0] <= "ゟ" or len(text) > LONGEST:
        return "short"
    return "word" if len(text) > SHORT or (len(text) == SHORT and not text.isascii()) else "short"


PLAIN = Language(
    code="und",
    sentences=sentences_of,
    words=words_of,
    phrases=phrases_of,
    commonness=lambda word: 0.0,
    dangles=dangles,
    unsound=unsound,
    size=size_of,
)
