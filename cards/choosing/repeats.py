"""Near repeats: drafts that would teach the same thing twice."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache
from heapq import nsmallest
from zlib import crc32

from cards.choosing.checks import squeezed
from cards.model import Span
from cards.writing.draft import Draft

ALIKE = 0.7
# Another answer to what is word for word the same sentence, but stands elsewhere.
ALIKE_BUT_FOR_THE_ANSWER = 0.95
IDEOGRAPHS = "\u2e80"
# A few pieces chosen by their hash: of two texts that are alike at least two of six are the same almost surely.
KEYS, SHARED_KEYS = 6, 2


def fingerprint(draft: Draft) -> frozenset[str]:
    """Return the pieces of a few letters of what the draft's first card says, front and back."""
    return pieces_of(_said(draft))


def _said(draft: Draft) -> str:
    card = draft.cards[0]
    return squeezed(card.prompt) + squeezed(card.answer)


# A draft that is kept is looked up first and added next, and compared with those around it.
@lru_cache(maxsize=1024)
def pieces_of(text: str) -> frozenset[str]:
    """Return every few letters of the text that stand in a row.

    Two Chinese characters are a word; two Latin letters stand in every text, so that takes four of them.
    """
    ideographs = 0 if text.isascii() else sum(letter >= IDEOGRAPHS for letter in text)
    width = 2 if ideographs > len(text) // 2 else 4
    return frozenset(text[i : i + width] for i in range(len(text) - width + 1)) or frozenset({text})


class Kept:
    """The drafts chosen so far, indexed so that a near repeat is found without comparing with all of them."""

    def __init__(self) -> None:
        # Texts, not their pieces, which take fifty times as much memory.
        self._said: list[str] = []
        self._answers: list[str] = []
        # Two gaps in one sentence are alike front and back together; they ask for different things.
        self._sources: list[Span] = []
        self._questions: dict[str, str] = {}
        self._by_piece: defaultdict[str, list[int]] = defaultdict(list)

    def fault(self, draft: Draft) -> str:
        """Say which card the draft repeats, or that its question has another answer already, or ""."""
        card = draft.cards[0]
        question = squeezed(card.prompt)
        if question in self._questions:
            return f"the same question is asked with the answer {self._questions[question]}"
        mine = fingerprint(draft)
        answer = squeezed(card.answer)
        for other in self._near(mine):
            if self._answers[other] == answer:
                least = ALIKE
            elif self._sources[other] != draft.note.source.span:
                least = ALIKE_BUT_FOR_THE_ANSWER
            else:
                continue
            theirs = pieces_of(self._said[other])
            # Sets of very different sizes cannot be alike; most comparisons end here.
            if min(len(mine), len(theirs)) < least * max(len(mine), len(theirs)):
                continue
            if len(mine & theirs) >= least * len(mine | theirs):
                return f"nearly the same as the card that answers {self._answers[other]}"
        return ""

    def add(self, draft: Draft) -> None:
        """Remember a draft that was chosen."""
        card = draft.cards[0]
        self._questions[squeezed(card.prompt)] = card.answer
        self._answers.append(squeezed(card.answer))
        self._sources.append(draft.note.source.span)
        self._said.append(_said(draft))
        for piece in keys_of(fingerprint(draft)):
            self._by_piece[piece].append(len(self._said) - 1)

    def _near(self, mine: frozenset[str]) -> list[int]:
        shared = Counter(other for piece in keys_of(mine) for other in self._by_piece[piece][-50:])
        return sorted(other for other, count in shared.items() if count >= SHARED_KEYS)


@lru_cache(maxsize=8)
def keys_of(pieces: frozenset[str]) -> tuple[str, ...]:
    """Return the `KEYS` pieces with the smallest hashes: texts that are alike have some of them in common."""
    # A checksum spreads pieces evenly and is the same in every run. No piece holds a line break.
    encoded = "\n".join(pieces).encode("utf-8", "surrogatepass").split(b"\n")
    return tuple(piece for _, piece in nsmallest(KEYS, zip(map(crc32, encoded), pieces, strict=True)))
