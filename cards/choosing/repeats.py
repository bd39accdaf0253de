"""Near repeats: drafts that would teach the same thing twice."""

from __future__ import annotations

from collections import defaultdict
from zlib import crc32

from cards.choosing.checks import squeezed
from cards.model import Span
from cards.writing.draft import Draft

ALIKE = 0.7


def fingerprint(draft: Draft) -> frozenset[str]:
    """Return the pairs of neighbouring letters of what the draft's first card says, front and back."""
    card = draft.cards[0]
    text = squeezed(card.prompt) + squeezed(card.answer)
    return frozenset(text[i : i + 2] for i in range(len(text) - 1)) or frozenset({text})


class Kept:
    """The drafts chosen so far, indexed so that a near repeat is found without comparing with all of them."""

    def __init__(self) -> None:
        self._fingerprints: list[frozenset[str]] = []
        self._answers: list[str] = []
        # Two gaps in one sentence are alike front and back together; they ask for different things.
        self._sources: list[Span] = []
        self._questions: dict[str, str] = {}
        self._by_pair: defaultdict[str, list[int]] = defaultdict(list)

    def fault(self, draft: Draft) -> str:
        """Say which card the draft repeats, or that its question has another answer already, or ""."""
        card = draft.cards[0]
        question = squeezed(card.prompt)
        if question in self._questions:
            return f"the same question is asked with the answer {self._questions[question]}"
        mine = fingerprint(draft)
        answer = squeezed(card.answer)
        for other in self._near(mine):
            theirs = self._fingerprints[other]
            # Sets of very different sizes cannot be alike; most comparisons end here.
            if min(len(mine), len(theirs)) < ALIKE * max(len(mine), len(theirs)):
                continue
            alike = len(mine & theirs) / len(mine | theirs)
            same = self._answers[other] == answer or (
                alike >= 0.95 and self._sources[other] != draft.note.source.span
            )
            if alike >= ALIKE and same:
                return f"nearly the same as the card that answers {self._answers[other]}"
        return ""

    def add(self, draft: Draft) -> None:
        card = draft.cards[0]
        self._questions[squeezed(card.prompt)] = card.answer
        self._answers.append(squeezed(card.answer))
        self._sources.append(draft.note.source.span)
        self._fingerprints.append(fingerprint(draft))
        for pair in self._keys(self._fingerprints[-1]):
            self._by_pair[pair].append(len(self._fingerprints) - 1)

    def _near(self, mine: frozenset[str]) -> list[int]:
        return sorted({other for pair in self._keys(mine) for other in self._by_pair[pair][-50:]})

    @staticmethod
    def _keys(pairs: frozenset[str]) -> list[str]:
        # A few pairs chosen by their hash: texts that are alike share one of them almost surely.
        return [pair for _, pair in sorted((hash_of(pair), pair) for pair in pairs)[:6]]


def hash_of(pair: str) -> int:
    """Return a number that spreads pairs evenly and is the same in every run."""
    return crc32(pair.encode("utf-8", "surrogatepass"))
