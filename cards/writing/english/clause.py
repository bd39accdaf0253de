"""Where noun phrases begin and end in a tagged sentence."""

from __future__ import annotations

from cards.languages.english.phrases import runs_of
from cards.languages.language import Word
from cards.model import Span


def noun_phrase_at(words: tuple[Word, ...], i: int) -> Span | None:
    """Return the words of the noun phrase that begins with word `i` (articles left out), or None."""
    while i < len(words) and words[i].tag in ("det", "quant"):
        i += 1
    # Forty words are enough for any phrase, and keep the cost of a hostile sentence linear.
    for start, end in runs_of(words, i, i + 40):
        return Span(i, end) if start == i else None
    return None


def extent(words: tuple[Word, ...], phrase: Span) -> Span:
    """Return the place in the sentence of the words numbered `phrase`."""
    return Span(words[phrase.start].span.start, words[phrase.end - 1].span.end)


def past_aside(words: tuple[Word, ...], i: int) -> int:
    """Return the number of the word after "(RNA)" or ", also called Y," where one of them stands at `i`, else `i`."""
    if i < len(words) and words[i].text == "(":
        closing = next((j for j in range(i, min(i + 12, len(words))) if words[j].text == ")"), i - 1)
        return closing + 1
    if (
        i + 1 < len(words)
        and words[i].text == ","
        and words[i + 1].text.lower() in ("or", "also", "called", "known", "sometimes")
    ):
        closing = next((j for j in range(i + 1, min(i + 14, len(words))) if words[j].text == ","), i - 1)
        return closing + 1
    return i


def word_from(words: tuple[Word, ...], at: int) -> int:
    """Return the number of the first word that begins at or after the place `at`."""
    return next((i for i, word in enumerate(words) if word.span.start >= at), len(words))
