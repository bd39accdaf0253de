"""Lists in Chinese sentences: 知情权、参与权、选择权和监督权."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from cards.languages.chinese.marks import outside
from cards.languages.chinese.tags import NOUNS
from cards.languages.language import Word
from cards.model import Span

_JOINTS = ("以及", "和", "与", "及", "或", "暨")
_NOMINAL = NOUNS | {"b", "a", "m", "q", "h", "k", "t", "s", "zg"}
_VERBAL = frozenset({"v", "vg", "vi", "vd", "ad"})
# What closes a list of items: 由轨道器、返回器和服务舱|组成.
_ENDERS = frozenset({"等", "等等", "的", "之", "组成", "构成", "共同", "三种", "两种"})
_BREAKS = re.compile(r"[，,；;。：:！？!?\s]")
MOST = 12


def lists(text: str, words: tuple[Word, ...]) -> Iterator[tuple[Span, ...]]:
    """Yield the lists of three and more items that 、 parts; each item ends where the knowledge does.

    The first item leaves out what stands before the list (改进|文风、调查研究和新闻报道), the last what
    comes after it (选择权和监督权|的机制). Lists whose ends are uncertain are passed over.
    """
    if text.count("、") < 1:
        return
    plain = outside(text)
    at = 0
    for piece in _BREAKS.split(plain):
        if "、" in piece:
            found = _list(text, Span(at, at + len(piece)), words)
            if found:
                yield found
        at += len(piece) + 1


def _list(text: str, within: Span, words: tuple[Word, ...]) -> tuple[Span, ...]:
    inside = [word for word in words if within.start <= word.span.start and word.span.end <= within.end]
    commas = [number for number, word in enumerate(inside) if word.text == "、"]
    if not commas or len(commas) > MOST:
        return ()
    middle = [_span(inside[a + 1 : b]) for a, b in pairwise(commas) if b > a + 1]
    tail = inside[commas[-1] + 1 :]
    joint = next((number for number, word in enumerate(tail) if word.text in _JOINTS), None)
    last_words = tail
    if any(word.text in ("有关", "相关", "之间", "无关") for word in tail):
        return ()
    if joint is not None and 0 < joint <= 5 and _nominal_or_like(tail[:joint]):
        middle.append(_span(tail[:joint]))
        last_words = tail[joint + 1 :]
    if not middle or any(span.end - span.start > 16 for span in middle):
        return ()
    usual = median(span.end - span.start for span in middle)
    verbal = _first_tag(inside, middle[0]) in _VERBAL
    first = _first(inside[: commas[0]], usual, verbal=verbal)
    last = _last(last_words, usual, verbal=verbal)
    if first is None or last is None:
        return ()
    opening = {text[span.start] for span in (*middle, last)}
    if len(opening) == 1 and text[first.start] not in opening:
        # All others begin alike (有……、有……): so does the first, or its beginning is uncertain.
        at = text.rfind(text[middle[0].start], first.start, first.end)
        if at < 0:
            return ()
        first = Span(at, first.end)
    if text[first.start - 1 : first.start] in ("和", "与", "及"):
        return ()  # the list began before: 私有农夫和|花匠、独立工匠
    if len({"的" in span.of(text) for span in middle}) > 1:
        return ()
    if text.startswith(("或", "以及"), last.end) or (
        "的" in middle[-1].of(text) and "的" not in last.of(text)
    ):
        return ()  # the list goes on: 留存、使用、泄露|或者…, 法律、法规的规定和合同|约定
    return (first, *middle, last)


def _nominal_or_like(words: list[Word]) -> bool:
    return all(
        word.tag in _NOMINAL or word.tag in _VERBAL or word.tag == "uj" or word.text in "□" for word in words
    )


def _first_tag(words: list[Word], span: Span) -> str:
    return next(word.tag for word in words if word.span.start >= span.start)


def _first(words: list[Word], usual: float, *, verbal: bool) -> Span | None:
    """Return the first item: the words before the first 、, back to where the list begins."""
    taken: list[Word] = []
    for word in reversed(words):
        if word.tag not in _NOMINAL and not (verbal and word.tag in _VERBAL) and not _marked(word):
            break
        if taken and taken[0].span.start != word.span.end:
            break
        taken.insert(0, word)
    # A single character before is part of a name (巴|布拉族), a longer word what the list belongs to.
    while (
        len(taken) > 1
        and _length(taken) > usual + 1
        and _length(taken[1:]) >= usual
        and _length(taken[:1]) > 1
    ):
        taken.pop(0)
    return _span(taken) if taken and 0.4 * usual <= _length(taken) <= 2.5 * usual + 2 else None


def _last(words: list[Word], usual: float, *, verbal: bool) -> Span | None:
    """Return the last item: the words after the last joint, up to where the list ends."""
    taken: list[Word] = []
    ended = False
    for number, word in enumerate(words):
        if word.text in _ENDERS:
            ended = True
            break
        if word.tag not in _NOMINAL and not (verbal and word.tag in _VERBAL) and not _marked(word):
            if number == 0 and word.tag in _VERBAL and len(words) > 1 and words[1].tag in _NOMINAL:
                taken.append(word)  # 利益表达和|维护方式
                continue
            # 统一规范、互联互通、安全|可控 的: the word that makes the item as long as the others is its end.
            if word.tag in _VERBAL and taken and _length([*taken, word]) == usual:
                taken.append(word)
            if number + 1 < len(words) and words[number + 1].text == "等" and taken and len(word.text) > 1:
                taken.append(word)
            break
        taken.append(word)
    if not ended:
        while len(taken) > 1 and _length(taken[:-1]) >= usual and _length(taken) > usual + 2:
            taken.pop()
    return _span(taken) if taken and 0.4 * usual <= _length(taken) <= 2.5 * usual + 2 else None


def _marked(word: Word) -> bool:
    return word.text[0] in "《》“”「」『』·"


def _length(words: list[Word]) -> int:
    return words[-1].span.end - words[0].span.start


def _span(words: list[Word]) -> Span:
    return Span(words[0].span.start, words[-1].span.end)
