"""What the rest of kapian asks of a language: sentences, words, phrases and a feel for what dangles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from cards.model import Place, Span

# What a sentence may point at without its number: the figure, formula or listing that stands after or before it.
NEXT = "next"
PREVIOUS = "previous"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its place there, as written, and its part of speech in the language's own tags."""

    span: Span
    text: str
    tag: str


def _no_figures(text: str) -> frozenset[str]:
    """Return nothing: a language that knows no words for figures has none pointed at."""
    return frozenset()


def _label(place: Place) -> str:
    """Return the place's own label: a language without a word for pages says the number alone."""
    return place.label


def _equal(phrase: tuple[Word, ...]) -> float:
    """Return 1: a language that knows nothing of the form of terms takes all phrases for equally likely."""
    return 1.0


@dataclass(frozen=True, slots=True)
class Language:
    """One language's knowledge, as plain functions over plain strings. Spans are places in the given string.

    `code` is the language's tag ("zh", "en"). `sentences` splits prose; every non-blank character is in one
    sentence. `words` cuts a sentence. `phrases` finds the noun phrases of a cut sentence that could be key
    phrases, longest and nested ones alike, as ranges of word numbers. `commonness` is a word's Zipf value
    in general use (0 when unknown, about 7 for the commonest). `dangles` says why a stretch cannot stand
    alone ("begins with 其"), or "". `unsound` says why a sentence is not worth asking about ("repeats
    问计于民"), or "". `size` counts the units of a text that cards are budgeted by: a Chinese character is
    1, an English word 2. `termhood` is the factor by which the form of a phrase, its words, raises or lowers the
    chance that it is a term. `figures` gives the numbers of the figures, tables and formulas that a sentence names
    ("图 3-2" is "3-2"), and NEXT or PREVIOUS for one that it points at by its place ("as shown below"). `place`
    says where in a document something stands ("p. 12", "第12页").
    """

    code: str
    sentences: Callable[[str], Iterator[Span]]
    words: Callable[[str], tuple[Word, ...]]
    phrases: Callable[[tuple[Word, ...]], Iterator[Span]]
    commonness: Callable[[str], float]
    dangles: Callable[[str], str]
    unsound: Callable[[str], str]
    size: Callable[[str], int]
    termhood: Callable[[tuple[Word, ...]], float] = _equal
    figures: Callable[[str], frozenset[str]] = _no_figures
    place: Callable[[Place], str] = _label
