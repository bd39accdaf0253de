"""English: sentences, words, noun phrases, and a feel for what dangles."""

from __future__ import annotations

import re

from cards.languages.english.dangling import dangles
from cards.languages.english.phrases import phrases_of
from cards.languages.english.sentences import sentences_of
from cards.languages.english.soundness import unsound
from cards.languages.english.tagging import words_of
from cards.languages.frequencies import zipf_values
from cards.languages.language import Language

__all__ = ["ENGLISH", "size_of"]

_WORD = re.compile(r"[A-Za-z0-9]+|[㐀-鿿]")


def size_of(text: str) -> int:
    """Return 2 for each word and 1 for each Chinese character."""
    return sum(1 if found[0] >= "㐀" else 2 for found in _WORD.findall(text))


def commonness_of(word: str) -> float:
    return zipf_values("en").get(word.lower(), 0.0)


ENGLISH = Language(
    code="en",
    sentences=sentences_of,
    words=words_of,
    phrases=phrases_of,
    commonness=commonness_of,
    dangles=dangles,
    unsound=unsound,
    size=size_of,
)
