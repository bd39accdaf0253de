"""Examples: "Parliaments, congresses, and national assemblies are examples of legislatures." asks for three of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.languages.english import ENGLISH
from cards.languages.english.wording import give_examples
from cards.languages.language import Word
from cards.model import Span
from cards.passages import Passage
from cards.reading import Reading
from cards.writing.draft import Draft, Writer
from cards.writing.english.asking import ask_for_items
from cards.writing.english.clause import extent, word_from
from cards.writing.english.gap import claim_of
from cards.writing.english.lists import list_at
from cards.writing.english.terms import is_term

_SUCH_AS = re.compile(r",? such as ")
_ARE_EXAMPLES = re.compile(r" are (?:all |some )?examples of ")
STRENGTH = 0.5
# One word of this Zipf value or more ("sets", "cases") names no kind.
COMMON = 4.3


def write(reading: Reading) -> Iterator[Draft]:
    for passage in reading.passages:
        text = passage.text
        if found := _ARE_EXAMPLES.search(text):
            items = list_at(passage.words, 0, end=word_from(passage.words, found.start()))
            of = text[found.end() :].rstrip(" .")
            plain = not re.search(r"[,;:—()]", of)
        elif found := _SUCH_AS.search(text):
            items = list_at(passage.words, word_from(passage.words, found.end()))
            of = _kind_before(passage, word_from(passage.words, found.start()))
            plain = bool(of)
        else:
            continue
        if items and plain and not reading.language.dangles(of):
            claim = claim_of(reading, passage, "example", found.group().strip(" ,"), STRENGTH)
            draft = ask_for_items(
                claim, give_examples(len(items), of), [extent(passage.words, item) for item in items]
            )
            if draft:
                yield draft


def _kind_before(passage: Passage, end: int) -> str:
    """Return the noun phrase that ends before word `end`, where it names a kind: "ionic compounds"."""
    words = passage.words
    start = end
    while start > 0 and _modifies(words[start - 1]):
        start -= 1
    phrase = Span(start, end)
    common = len(words[start:end]) == 1 and ENGLISH.commonness(words[start].text) > COMMON
    if (
        start == end
        or common
        or not is_term(words, phrase)
        or (start and words[start - 1].text in ("of", "’s", "'s"))
    ):
        return ""
    return extent(words, phrase).of(passage.text) if words[end - 1].text.endswith("s") else ""


def _modifies(word: Word) -> bool:
    return word.tag in ("noun", "adj", "name")


WRITER = Writer("example", "en", write)
