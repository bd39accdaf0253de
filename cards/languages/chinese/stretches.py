"""The stretches of a Chinese sentence that carry knowledge: names, dates, numbers, titles, quotations."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from enum import StrEnum

from cards.languages.chinese.lists import lists
from cards.languages.chinese.marks import enclosed
from cards.languages.chinese.measures import dates, quantities
from cards.languages.chinese.people import is_person
from cards.languages.chinese.sentences import clauses
from cards.languages.chinese.tags import NAMES, PEOPLE
from cards.languages.language import Word
from cards.model import Span


class Sort(StrEnum):
    """What a stretch names."""

    DATE = "date"
    NUMBER = "number"
    TITLE = "title"
    QUOTATION = "quotation"
    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    NAME = "name"
    FOREIGN = "foreign"
    TERM = "term"
    LIST = "list"
    OBJECT = "object"
    REASON = "reason"
    AIM = "aim"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a sentence and what it names."""

    span: Span
    sort: Sort


_JOINING = frozenset({"n", "ng", "j", "b", "eng", "an"}) | NAMES
PLACE_ENDS = tuple("省市县区州国岛山河江湖海洋洲港镇乡村路街道关门寺庙宫殿城谷峡湾原")
_BODY_ENDS = tuple(
    "大学 学院 中学 小学 公司 集团 银行 委员会 协会 学会 联盟 组织 政府 议会 法院 政党 共产党 国民党 出版社 报社 "
    "研究所 研究院 博物馆 图书馆 医院 部队 舰队 乐团 乐队 球队 俱乐部 教会 部门 机构 机关 局 部 厅 署 院 "
    "军 党 社 队 厂".split()
)
# Verbs that jieba takes for nouns when a noun follows: 深化|党群联系工程.
DOINGS = frozenset(
    "深化 加强 推进 推动 完善 提高 开展 坚持 建立 健全 落实 促进 保障 维护 指导 引导 增强 改进 创新 扩大 服务 "
    "接受 尊重 构建 组织 利用 制定 出台 充分 积极 努力 切实 贯彻 发挥 掌握 运用 解决 做好 实现 形成 培育 培养 "
    "建设 支持 鼓励".split()
)
# Single characters that jieba cuts off the names it does not know.
_GLUED = frozenset(
    {"n", "ng", "nr", "nrt", "ns", "nz", "g", "zg", "a", "ag", "vg", "uv", "b", "s", "z", "j", "k", "h"}
)
# Words that say something of a name stand in no name; jieba takes 刘少奇被选为 for one.
_SAYING = re.compile(r"被|[^华]为$|是(?!非)|使得|所谓|主要|由(?!来|衷)")
_SIDES = ("部", "岸", "侧", "麓", "端", "方")
_LONGEST = 16
SHORTEST_SAID, LONGEST_SAID = 4, 26
REASONS = frozenset({"因为", "由于", "鉴于"})
AIMS = frozenset({"为了", "以便", "用于", "旨在", "用来", "用以", "用作"})


def stretches(
    text: str, words: tuple[Word, ...], *, sorts: Container[Sort] = frozenset(Sort)
) -> Iterator[Stretch]:
    """Yield the stretches of a sentence that could be hidden; they may overlap.

    Lists and phrases are not looked for where they are not among the `sorts` that are wanted.
    """
    titles = tuple(span for span in enclosed(text) if text[span.start] == "《")
    days = tuple(dates(text))
    for span in days:
        yield Stretch(span, Sort.DATE)
    for span in quantities(text):
        # 第三十一条 is where something stands, not something known.
        place = text[span.start] == "第" and text[span.end - 1] in "条款项章节"
        if not place and not any(day.meets(span) for day in days):
            yield Stretch(span, Sort.NUMBER)
    for span in enclosed(text):
        mark = text[span.start]
        inner = Span(span.start + 1, span.end - 1)
        if mark == "《":
            yield Stretch(span, Sort.TITLE)
        elif mark in "“「『" and 2 <= inner.end - inner.start <= 24:
            said = inner.of(text).rstrip("，,。；;、！？ ")
            if len(said) >= 2:
                yield Stretch(Span(inner.start, inner.start + len(said)), Sort.QUOTATION)
        elif mark in "（(" and 2 <= inner.end - inner.start <= 16:
            yield Stretch(inner, Sort.ASIDE)
    for stretch in _named(text, words):
        if not any(title.holds(stretch.span) for title in titles):
            yield stretch
    for items in lists(text, words) if Sort.LIST in sorts else ():
        if items[-1].end - items[0].start <= LONGEST_SAID:
            yield Stretch(Span(items[0].start, items[-1].end), Sort.LIST)
    if Sort.OBJECT in sorts:
        yield from _said(text, words)


def _said(text: str, words: tuple[Word, ...]) -> Iterator[Stretch]:
    """Yield what the clauses say after their first two verbs, and the reasons and aims they name."""
    number = 0
    for clause in clauses(text):
        verbs = 0
        while number < len(words) and words[number].span.start < clause.start:
            number += 1
        while number < len(words) and words[number].span.end <= clause.end:
            word = words[number]
            rest = Span(word.span.end, clause.end)
            number += 1
            if not SHORTEST_SAID <= rest.end - rest.start <= LONGEST_SAID:
                continue
            if word.text in REASONS:
                yield Stretch(rest, Sort.REASON)
            elif word.text in AIMS:
                yield Stretch(rest, Sort.AIM)
            elif word.tag in ("v", "vg") and verbs < 2:
                verbs += 1
                first = number + 1 if number < len(words) and words[number].tag == "ul" else number
                last = number
                while last < len(words) and words[last].span.end < clause.end:
                    last += 1
                if last < len(words) and first <= last and is_noun_phrase(words[first : last + 1]):
                    yield Stretch(Span(words[first].span.start, clause.end), Sort.OBJECT)


def is_noun_phrase(words: tuple[Word, ...]) -> bool:
    """Whether the words begin and end as a noun phrase does; a gap never takes in the verb before its object."""
    return (
        bool(words)
        and words[0].tag in _JOINING | {"a", "m", "vn", "l", "i"}
        and not words[0].text.startswith(("其", "这", "该"))
        and words[-1].tag in _JOINING | {"vn", "l", "i", "q", "m"}
        and not words[-1].text.startswith(("等", "之一"))
        and any(word.tag in _JOINING for word in words)
        and not any(word.text in ("是", "被") for word in words)
        and not any(
            word.tag in ("v", "p", "d", "vg", "c")
            for word in words[_head(words) :]
            if word.text not in "和与及"
        )
    )


def _head(words: tuple[Word, ...]) -> int:
    """Return where the head of a noun phrase begins: after its last 的."""
    return max((number + 1 for number, word in enumerate(words) if word.tag == "uj"), default=0)


def _named(text: str, words: tuple[Word, ...]) -> Iterator[Stretch]:
    """Yield runs of nouns with their sort, longest runs and the names in them."""
    run: list[Word] = []
    before: Word | None = None
    for word in (*words, None):
        joins = word is not None and (_joins(word) or (word.text in "·・．" and bool(run)))
        if joins and word is not None:
            run.append(word)
            continue
        while run and run[-1].text in "·・．":
            run.pop()
        if run and not (glued(before) or glued(word)):
            yield from _run(text, tuple(run))
        run = []
        before = word


def _joins(word: Word) -> bool:
    """Whether a word can be part of a name or term; jieba takes 采取措施 for a person."""
    if word.tag in PEOPLE:
        return is_person(word.text)
    if word.tag == "f":
        # 新疆西部 is a place, 战争后 and 书中 are none.
        return word.text.endswith(_SIDES) and len(word.text) > 1
    return word.tag in _JOINING or (word.tag == "zg" and word.text in PLACE_ENDS)


def glued(word: Word | None) -> bool:
    """Whether a neighbour of a name may be a part of it: 明|尼亚波利斯, 印第安纳|郡."""
    return word is not None and len(word.text) == 1 and (word.tag in _GLUED or word.text in "·・．")


def _run(text: str, run: tuple[Word, ...]) -> Iterator[Stretch]:
    while len(run) > 1 and run[0].text in DOINGS:
        run = run[1:]
    if any(word.text[0] in "要已" and word.tag != "nr" and len(word.text) > 1 for word in run[1:]):
        return
    whole = Span(run[0].span.start, run[-1].span.end)
    if _SAYING.search(whole.of(text)):
        return
    if 2 <= whole.end - whole.start <= _LONGEST:
        yield Stretch(whole, _sort(whole.of(text), run))
    if len(run) < 2:
        return
    for name in _proper(run):
        span = Span(name[0].span.start, name[-1].span.end)
        if span != whole and 2 <= span.end - span.start <= _LONGEST:
            yield Stretch(span, _sort(span.of(text), name))


def _proper(run: tuple[Word, ...]) -> Iterator[tuple[Word, ...]]:
    """Yield the names within a run: 荣誉会长陈鉴林 holds 陈鉴林, 威廉·琼斯 is one name."""
    name: list[Word] = []
    for word in run:
        if word.tag in NAMES or word.tag == "eng" or (word.text in "·・．" and name):
            name.append(word)
        elif name:
            yield tuple(name)
            name = []
    if name:
        yield tuple(name)


def _sort(text: str, run: tuple[Word, ...]) -> Sort:
    tags = {word.tag for word in run}
    if text.endswith(_BODY_ENDS) and len(text) > 2:
        return Sort.ORGANISATION
    if run[-1].tag in PEOPLE and tags <= PEOPLE | {"x"}:
        return Sort.PERSON
    if "nt" in tags:
        return Sort.ORGANISATION
    if run[-1].tag == "ns" or (text[-1] in PLACE_ENDS and tags & NAMES):
        return Sort.PLACE
    if tags <= {"eng", "x"}:
        return Sort.FOREIGN
    if tags & (NAMES | {"eng"}):
        return Sort.NAME
    return Sort.TERM
