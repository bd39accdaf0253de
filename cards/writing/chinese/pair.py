"""Two things named together: 增强[...哪两项...] -> 宗旨意识和公仆意识."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.languages.chinese import wording
from cards.languages.chinese.words import commonness
from cards.languages.language import Word
from cards.model import Span
from cards.passages import Passage
from cards.reading import Reading
from cards.writing.chinese.clozing import cloze
from cards.writing.draft import Claim, Draft, Writer

_NOMINAL = frozenset({"n", "nz", "vn", "an", "l", "i", "j", "b", "ng", "k"})
_JOINTS = ("和", "与", "、")
_BEFORE = frozenset({"v", "vn"})
_END = re.compile(r"[，,。；;]|$|的(?:理念|原则|方针|机制|能力|要求|精神|需求|关系|目标|态度)")
LONGEST_ITEM = 8
EVERYDAY = 4.4


def write(reading: Reading) -> Iterator[Draft]:
    for passage in reading.passages:
        words = passage.words
        for number, word in enumerate(words):
            if word.text in _JOINTS and "、" not in _around(passage, word):
                pair = _pair(words, number)
                if pair and _END.match(passage.text, pair[1].end):
                    claim = Claim(reading, passage, "pair", "… 和 …", 0.5, Span(pair[0].start, pair[1].end))
                    draft = cloze(claim, [claim.clause], hint=wording.which(2))
                    if draft:
                        yield draft


def _around(passage: Passage, word: Word) -> str:
    """Return the text near a joint, without the joint itself: another 、 there makes it a longer list."""
    return passage.text[max(0, word.span.start - 8) : word.span.start] + passage.text[word.span.end :][:8]


def _pair(words: tuple[Word, ...], joint: int) -> tuple[Span, Span] | None:
    """Return both items where they are nouns of like form and follow a verb."""
    first = joint
    while first > 0 and words[first - 1].tag in _NOMINAL:
        first -= 1
    last = joint + 1
    while last < len(words) and words[last].tag in _NOMINAL:
        last += 1
    if first == joint or last == joint + 1 or first == 0 or words[first - 1].tag not in _BEFORE:
        return None
    if (words[first].tag == "vn") != (words[joint + 1].tag == "vn"):
        return None
    one = Span(words[first].span.start, words[joint - 1].span.end)
    two = Span(words[joint + 1].span.start, words[last - 1].span.end)
    lengths = (one.end - one.start, two.end - two.start)
    # 法律、法规 and 教育和培训 go together everywhere.
    if all(commonness(word.text) >= EVERYDAY for word in (*words[first:joint], *words[joint + 1 : last])):
        return None
    alike = abs(lengths[0] - lengths[1]) <= 2 and min(lengths) >= 2 and max(lengths) <= LONGEST_ITEM
    return (one, two) if alike else None


WRITER = Writer("pair", "zh", write)
