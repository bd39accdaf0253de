"""Passages -> key phrases: the words that this text uses far more than texts do in general.

Keyness is the log-likelihood ratio (Dunning 1993) of a word's count here against its background frequency.
A phrase has the mean keyness of its words, raised when it occurs often, stands early, stands in headings or
is spread out.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from cards.formulas import masked
from cards.languages.language import Language, Word
from cards.model import Span
from cards.passages import Passage

# The size, in words, of the imagined background corpus: large, so that a rare word weighs by its rarity.
BACKGROUND = 1e8
# A word missing from the background list is about as rare as the rarest words of a large corpus.
UNKNOWN_ZIPF = 1.0


@dataclass(frozen=True, slots=True)
class Keyphrase:
    """A phrase as it stands, its weight from 0 to 1 (the document's best is 1), and how often it occurs."""

    text: str
    weight: float
    count: int


def keyphrases_of(
    passages: Iterable[Passage], headings: Iterable[str], language: Language, *, most: int = 200
) -> tuple[Keyphrase, ...]:
    """Return at most `most` key phrases, best first."""
    tally = _Tally()
    # Headings are read first: what they name stands early in the text, and the title before all else.
    for heading in headings:
        words = language.words(heading)
        tally.add(heading, words, language)
        tally.headings.update(phrase(heading, words, span).lower() for span in language.phrases(words))
    for passage in passages:
        tally.add(passage.text, language.words(masked(passage.text)), language)
    scored = {text: tally.score(text, language) for text in tally.phrases}
    ranked = [text for _, text in sorted((-score, text) for text, score in scored.items())]
    best = scored[ranked[0]] if ranked else 1.0
    return tuple(
        Keyphrase(text, scored[text] / best, tally.phrases[text])
        for text in _unnested(ranked, tally.phrases, most)
        if scored[text] > 0
    )


class _Tally:
    """The counts of one document's words and phrases."""

    def __init__(self) -> None:
        self.words: Counter[str] = Counter()
        self.phrases: Counter[str] = Counter()
        self.parts: dict[str, tuple[str, ...]] = {}
        self.keyness: dict[str, float] = {}
        self.forms: dict[str, float] = {}
        self.first: dict[str, int] = {}
        self.headings: set[str] = set()
        self.length = 0

    def add(self, said: str, words: tuple[Word, ...], language: Language) -> None:
        small = [word.text.lower() for word in words]
        first, phrases = self.first, self.phrases
        for span in language.phrases(words):
            start, end = span.start, span.end
            text = said[words[start].span.start : words[end - 1].span.end]
            if text in first:
                phrases[text] += 1
                continue
            phrases[text] = 1
            first[text] = self.length + start
            self.parts[text] = tuple(small[start:end])
            self.forms[text] = language.termhood(words[start:end])
        self.words.update(small)
        self.length += len(words)

    def score(self, text: str, language: Language) -> float:
        parts = self.parts[text]
        keyness = 0.0
        for part in parts:
            known = self.keyness.get(part)
            keyness += self._keyness(part, language) if known is None else known
        score = (
            math.sqrt(keyness / len(parts))
            * (1 + math.log(self.phrases[text]))
            * (1 + 0.35 * (len(parts) - 1))
        )
        score *= self.forms[text] * (1 + 1.5 / (1 + self.first[text] / 15))
        return score * (1.5 if text.lower() in self.headings else 1.0)

    def _keyness(self, word: str, language: Language) -> float:
        """Return the word's keyness and keep it: a word stands in many phrases."""
        keyness = max(0.0, log_likelihood(self.words[word], self.length, _share(word, language)))
        self.keyness[word] = keyness
        return keyness


def log_likelihood(count: int, length: int, share: float) -> float:
    """Return how surprising `count` occurrences in `length` words are where `share` of all words is usual.

    Positive when the word is more frequent here than usual, negative when it is rarer.
    """
    usual = max(share, 1e-9) * BACKGROUND
    expected_here = length * (count + usual) / (length + BACKGROUND)
    expected_there = BACKGROUND * (count + usual) / (length + BACKGROUND)
    value = 2 * (count * math.log(count / expected_here) + usual * math.log(usual / expected_there))
    return value if count / length > usual / BACKGROUND else -value


def _share(word: str, language: Language) -> float:
    return float(10 ** ((language.commonness(word) or UNKNOWN_ZIPF) - 9))


def phrase(text: str, words: tuple[Word, ...], span: Span) -> str:
    """Return the stretch of `text` that the words numbered `span.start` to `span.end` cover."""
    return text[words[span.start].span.start : words[span.end - 1].span.end]


def _unnested(ranked: list[str], counts: Counter[str], most: int) -> list[str]:
    kept: list[str] = []
    together = ""
    for text in ranked:
        # Most phrases stand in no other; one search through all that are kept tells.
        if text in together and any(text in other and counts[text] <= counts[other] for other in kept):
            continue
        kept.append(text)
        together += text + "\n"
        if len(kept) == most:
            break
    return kept
