"""Words -> the noun phrases that could be key phrases."""

from __future__ import annotations

from collections.abc import Iterator

from cards.languages.chinese.tags import NOUNS
from cards.languages.language import Word
from cards.model import Span

NEVER_FIRST = frozenset({"f", "k"})
MOST_WORDS = 4
LONGEST = 12
MODIFIERS = NOUNS | {"v", "a", "b", "ad", "f", "k", "z", "d", "m", "s"}
# Words that head no term of any subject.
GENERIC = frozenset(
    "问题 工作 方面 情况 过程 内容 结果 方式 时候 时间 地方 东西 事情 部分 原因 作用 影响 特点 条件 因素 水平 程度 "
    "情形 意义 目的 研究 分析 方法 我们 他们 自己 进行 具有 可以 其中 其他 没有 同时 以及 由于 通过 不同 主要 "
    "重要 提出 采用 利用 使用 应用 提高 得到 表明 人 者 年 月 日 上 下 中 之间 基础 结论 实验".split()
)


def phrases(words: tuple[Word, ...]) -> Iterator[Span]:
    """Yield the ranges of word numbers that a noun phrase may cover, nested ones included.

    A phrase has one to `MOST_WORDS` words, ends in a noun, and holds no particle, conjunction or pronoun:
    群众路线, 党的建设 (one word of the dictionary), 数据处理活动.
    """
    # The length of each word that may stand in a phrase, 0 for others; whether a phrase may end in it.
    lengths = [len(word.text) if word.tag in MODIFIERS and not word.text.isspace() else 0 for word in words]
    ends = [word.tag in NOUNS and word.text not in GENERIC for word in words]
    for first, length in enumerate(lengths):
        if not length or words[first].tag in NEVER_FIRST:
            continue
        if length >= 2 and ends[first] and length <= LONGEST:
            yield Span(first, first + 1)
        for last in range(first + 1, min(len(words), first + MOST_WORDS)):
            length += lengths[last]
            if not lengths[last] or length > LONGEST:
                break
            if ends[last]:
                yield Span(first, last + 1)
