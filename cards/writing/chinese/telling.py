"""How likely it is that somebody asks for a stretch of a sentence: named features with weights.

The weights stand in gaps.weights.tsv, one feature a line; tools/train_gaps.py makes them from paragraphs with
questions that people asked about them.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from cards.languages.chinese.sentences import clauses
from cards.languages.chinese.stretches import Sort, Stretch, stretches
from cards.languages.chinese.words import commonness
from cards.languages.language import Word
from cards.languages.weights import weights_in
from cards.model import Span
from cards.passages import Passage
from cards.reading import Reading

# Characters and words beside a gap that say what part it plays in the sentence.
_BESIDE = frozenset(
    "是为在于由有，。、《》“”「」：；的和到从了与及以被将把对向至任称叫名即或其等时后前中里上下年人个者所一不"
)
_CUES = frozenset(
    (
        "由 被 位于 称为 包括 因为 由于 为了 成为 担任 根据 通过 属于 命名 使用 采用 建立 发现 发明 出生 毕业 "
        "获得 达到 超过 约 共 第 自 至 曾 首 最 以及 例如 如 分为 组成 主要 取代 改为 改名 又称 俗称 别名 "
        "简称 受到 导致 造成 引起 提出 创立 创办 发行 出版 改编 主演 执导 击败 攻占 统治 占领 来自 源自 源于 "
        "拥有 含有 具有 分布 生长 可以 用于 用作 指"
    ).split()
)


# The Zipf value of 能力 is 5.2, of 细胞 4.6, of 梵语 2.9.
EVERYDAY = 4.7


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch that could be hidden, and how likely somebody asks for it, 0 to 1."""

    passage: Passage
    stretch: Stretch
    likelihood: float


class Telling:
    """Knows the words of one reading, and says how telling a stretch of it is."""

    def __init__(self, reading: Reading) -> None:
        self._last = max(1, len(reading.passages) - 1)
        self._ranks = {phrase.text: rank for rank, phrase in enumerate(reading.keyphrases)}
        self._title = "".join(section.title for section in reading.sections[:1])
        self._counts: Counter[str] = Counter()
        self._seen: dict[str, int] = {}
        for passage in reading.passages:
            for word in passage.words:
                self._counts[word.text] += 1
                self._seen.setdefault(word.text, passage.number)

    def gaps(self, passage: Passage) -> list[Gap]:
        """Return the sentence's stretches, each once, most telling first."""
        found: dict[Span, Stretch] = {}
        for stretch in stretches(passage.text, passage.words):
            if not _everyday(stretch, passage.text):
                found.setdefault(stretch.span, stretch)
        gaps = [Gap(passage, s, likelihood(f)) for s, f in self.featured(passage, list(found.values()))]
        return sorted(gaps, key=lambda gap: (-gap.likelihood, gap.stretch.span))

    def featured(self, passage: Passage, found: list[Stretch]) -> Iterator[tuple[Stretch, list[str]]]:
        """Yield each stretch with its features."""
        words = passage.words
        starts = {word.span.start: number for number, word in enumerate(words)}
        ends = {word.span.end: number for number, word in enumerate(words)}
        parts = clauses(passage.text)
        opens = {part.start for part in parts}
        closes = {part.end for part in parts}
        rivals = Counter(stretch.sort for stretch in found)
        general = [
            f"passage:{'first' if passage.number == 0 else 'q' + str(4 * passage.number // (self._last + 1))}",
            f"sentence length:{min(len(passage.text) // 15, 7)}",
            f"clauses:{min(len(parts), 6)}",
        ]
        for stretch in found:
            span = stretch.span
            names = [*general, f"rivals:{min(rivals[stretch.sort], 5)}"]
            names += _own(stretch.sort, span.of(passage.text))
            names += self._known(span.of(passage.text))
            names += _beside(passage.text, words, span, starts, ends)
            first, last = starts.get(span.start), ends.get(span.end)
            if first is not None and last is not None:
                names += self._rarity(words[first : last + 1], passage.number)
            names.append(f"sort {stretch.sort}:opens {span.start in opens}:closes {span.end in closes}")
            names.append(f"place:{4 * span.start // max(1, len(passage.text))}")
            yield stretch, names

    def _known(self, text: str) -> Iterator[str]:
        rank = self._ranks.get(text)
        yield f"key phrase:{'no' if rank is None else min(rank.bit_length(), 8)}"
        if self._title:
            yield f"in title:{text in self._title}"

    def _rarity(self, words: tuple[Word, ...], number: int) -> Iterator[str]:
        rarest = min(commonness(word.text) for word in words)
        yield f"rarest:{int(rarest)}"
        yield f"words:{min(len(words), 6)}"
        yield f"tags:{words[0].tag}-{words[-1].tag}"
        count = max(self._counts[word.text] for word in words)
        yield f"count:{min(count, 6)}"
        rare = min(words, key=lambda word: commonness(word.text))
        yield f"said before:{self._seen.get(rare.text, number) < number}"


@lru_cache(maxsize=16384)
def _own(sort: Sort, text: str) -> tuple[str, ...]:
    length = len(text)
    size = length if length < 5 else 5 + (length - 5) // 3
    names = (f"sort:{sort}", f"length:{min(size, 12)}", f"{sort} length:{min(size, 9)}")
    if sort in (Sort.DATE, Sort.NUMBER):
        return (*names, f"{sort} ends:{text[-1]}", f"digits:{text[0].isdecimal()}")
    return (*names, f"ends:{text[-1]}")


def _everyday(stretch: Stretch, text: str) -> bool:
    """Whether a stretch is a single everyday word, which nobody needs to learn: 能力, 机制, 普及."""
    return stretch.sort is Sort.TERM and commonness(stretch.span.of(text)) >= EVERYDAY


def _beside(
    text: str, words: tuple[Word, ...], span: Span, starts: dict[int, int], ends: dict[int, int]
) -> Iterator[str]:
    before, after = (
        text[span.start - 1 : span.start] if span.start else "^",
        text[span.end : span.end + 1] or "$",
    )
    yield f"before:{before if before in _BESIDE or before == '^' else '?'}"
    yield f"after:{after if after in _BESIDE or after == '$' else '?'}"
    left, right = ends.get(span.start), starts.get(span.end)
    if left is not None:
        yield f"tag before:{words[left].tag}"
        for number in range(max(0, left - 1), left + 1):
            if words[number].text in _CUES:
                yield f"cue {left - number}:{words[number].text}"
    if right is not None:
        yield f"tag after:{words[right].tag}"


def likelihood(names: list[str]) -> float:
    """Return the chance, 0 to 1, that somebody asks for a stretch with these features."""
    weights = _weights()
    odds = weights["bias"]
    for name in names:
        odds += weights.get(name, 0.0)
    return 1 / (1 + math.exp(-odds))


@cache
def _weights() -> dict[str, float]:
    return weights_in("cards.writing.chinese", "gaps.weights.tsv")
