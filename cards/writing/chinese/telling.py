"""How likely it is that somebody asks for a stretch of a sentence: named features with weights.

The weights stand in gaps.weights.tsv, one feature a line; tools/train_gaps.py makes them from paragraphs with
questions that people asked about them.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Container, Hashable, Iterator, Sequence
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


# What is true of a stretch: a function that spells it as features, and its values. Most stretches share their traits.
Trait = tuple[Callable[..., Iterator[str]], tuple[Hashable, ...]]
Traits = list[Trait]


def stretches_of(passage: Passage, sorts: Container[Sort] = frozenset(Sort)) -> list[Stretch]:
    """Return the sentence's stretches of these sorts, each once."""
    found: dict[Span, Stretch] = {}
    for stretch in stretches(passage.text, passage.words, sorts=sorts):
        if stretch.sort in sorts and not _everyday(stretch, passage.text):
            found.setdefault(stretch.span, stretch)
    return list(found.values())


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

    def gaps(self, passage: Passage, chosen: Sequence[Stretch], among: Sequence[Stretch]) -> list[Gap]:
        """Return the chosen ones among the sentence's stretches, most telling first."""
        gaps = [
            Gap(passage, stretch, likelihood(traits))
            for stretch, traits in self.characterised(passage, chosen, among)
        ]
        return sorted(gaps, key=lambda gap: (-gap.likelihood, gap.stretch.span))

    def characterised(
        self, passage: Passage, chosen: Sequence[Stretch], among: Sequence[Stretch]
    ) -> Iterator[tuple[Stretch, Traits]]:
        """Yield each chosen stretch with its traits, one of which is how many are like it among all."""
        if not chosen:
            return
        text, words = passage.text, passage.words
        starts = {word.span.start: number for number, word in enumerate(words)}
        ends = {word.span.end: number for number, word in enumerate(words)}
        parts = clauses(text)
        opens = {part.start for part in parts}
        closes = {part.end for part in parts}
        rivals = Counter(stretch.sort.value for stretch in among)
        quarter = None if passage.number == 0 else 4 * passage.number // (self._last + 1)
        general: Trait = (_general, (quarter, min(len(text) // 15, 7), min(len(parts), 6)))
        for stretch in chosen:
            span, sort = stretch.span, stretch.sort.value
            said = span.of(text)
            traits: Traits = [
                general,
                (_own, (sort, len(said), said[0].isdecimal(), said[-1], min(rivals[sort], 5))),
                (_known, self._known(said)),
                (_beside, _neighbours(text, words, span, starts, ends)),
                (
                    _place,
                    (sort, span.start in opens, span.end in closes, 4 * span.start // max(1, len(text))),
                ),
            ]
            first, last = starts.get(span.start), ends.get(span.end)
            if first is not None and last is not None:
                traits.append((_rarity, self._rarity(words[first : last + 1], passage.number)))
            yield stretch, traits

    def _known(self, text: str) -> tuple[int | None, bool | None]:
        rank = self._ranks.get(text)
        return None if rank is None else min(
            rank.bit_length(), 8
        ), text in self._title if self._title else None

    def _rarity(self, words: tuple[Word, ...], number: int) -> tuple[int, int, str, str, int, bool]:
        common = [commonness(word.text) for word in words]
        rarest = min(common)
        rare = words[common.index(rarest)]
        count = max(self._counts[word.text] for word in words)
        said_before = self._seen.get(rare.text, number) < number
        return int(rarest), min(len(words), 6), words[0].tag, words[-1].tag, min(count, 6), said_before


def features(traits: Traits) -> Iterator[str]:
    """Yield the names of all features that the traits hold."""
    for spell, values in traits:
        yield from spell(*values)


def _general(quarter: int | None, length: int, clauses: int) -> Iterator[str]:
    yield f"passage:{'first' if quarter is None else f'q{quarter}'}"
    yield f"sentence length:{length}"
    yield f"clauses:{clauses}"


def _own(sort: str, length: int, digits: bool, end: str, rivals: int) -> Iterator[str]:
    size = length if length < 5 else 5 + (length - 5) // 3
    yield f"rivals:{rivals}"
    yield f"sort:{sort}"
    yield f"length:{min(size, 12)}"
    yield f"{sort} length:{min(size, 9)}"
    if sort in (Sort.DATE, Sort.NUMBER):
        yield f"{sort} ends:{end}"
        yield f"digits:{digits}"
    else:
        yield f"ends:{end}"


def _known(rank: int | None, in_title: bool | None) -> Iterator[str]:
    yield f"key phrase:{'no' if rank is None else rank}"
    if in_title is not None:
        yield f"in title:{in_title}"


def _beside(before: str, after: str, left: str, cues: tuple[str, str], right: str) -> Iterator[str]:
    yield f"before:{before}"
    yield f"after:{after}"
    if left:
        yield f"tag before:{left}"
    for distance, cue in zip((1, 0), cues, strict=True):
        if cue:
            yield f"cue {distance}:{cue}"
    if right:
        yield f"tag after:{right}"


def _rarity(rarest: int, words: int, first: str, last: str, count: int, said_before: bool) -> Iterator[str]:
    yield f"rarest:{rarest}"
    yield f"words:{words}"
    yield f"tags:{first}-{last}"
    yield f"count:{count}"
    yield f"said before:{said_before}"


def _place(sort: str, opens: bool, closes: bool, quarter: int) -> Iterator[str]:
    yield f"sort {sort}:opens {opens}:closes {closes}"
    yield f"place:{quarter}"


def _everyday(stretch: Stretch, text: str) -> bool:
    """Whether a stretch is a single everyday word, which nobody needs to learn: 能力, 机制, 普及."""
    return stretch.sort is Sort.TERM and commonness(stretch.span.of(text)) >= EVERYDAY


def _neighbours(
    text: str, words: tuple[Word, ...], span: Span, starts: dict[int, int], ends: dict[int, int]
) -> tuple[str, str, str, tuple[str, str], str]:
    """Return the characters before and after a stretch, the tag before, the last two words if they are cues, and the
    tag after; "" for what is not there."""
    before, after = (
        text[span.start - 1 : span.start] if span.start else "^",
        text[span.end : span.end + 1] or "$",
    )
    left, right = ends.get(span.start), starts.get(span.end)
    cues = ("", "")
    if left is not None:
        cues = (_cue(words[left - 1].text) if left else "", _cue(words[left].text))
    return (
        before if before in _BESIDE or before == "^" else "?",
        after if after in _BESIDE or after == "$" else "?",
        "" if left is None else words[left].tag,
        cues,
        "" if right is None else words[right].tag,
    )


def _cue(word: str) -> str:
    return word if word in _CUES else ""


def likelihood(traits: Traits) -> float:
    """Return the chance, 0 to 1, that somebody asks for a stretch with these traits."""
    odds = _weights()["bias"]
    for spell, values in traits:
        odds += _weight(spell, values)
    # Rounded, so that stretches with the same features stand in the order of the text.
    return round(1 / (1 + math.exp(-odds)), 12)


# Traits come back from stretch to stretch, while spelling the features of one and looking them up takes a while.
@lru_cache(maxsize=65536)
def _weight(spell: Callable[..., Iterator[str]], values: tuple[Hashable, ...]) -> float:
    weights = _weights()
    return math.fsum(weights.get(name, 0.0) for name in spell(*values))


@cache
def _weights() -> dict[str, float]:
    return weights_in("cards.writing.chinese", "gaps.weights.tsv")
