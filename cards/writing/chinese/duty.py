"""What is carried out, set up or avoided, and by what: 坚决落实[中央政治局八项规定], 依托[电子政务]加强政务公开.

Read in laws, speeches and articles; in texts about particular people and places such verbs tell events.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.languages.chinese.sentences import clauses
from cards.languages.chinese.stretches import is_noun_phrase
from cards.languages.language import Word
from cards.model import Span
from cards.passages import Passage
from cards.reading import Reading
from cards.writing.chinese.clozing import cloze
from cards.writing.chinese.genre import about_particulars
from cards.writing.draft import Claim, Draft, Writer

# Their object ends with the clause.
_DOING = frozenset(
    (
        "落实 执行 遵守 制定 出台 建立 健全 避免 防止 克服 反对 杜绝 防范 抵制 培育 维护 保障 弘扬 推行 实施 实行 "
        "构建"
    ).split()
)
# What they take ends where the next verb says what it serves.
_SERVING = frozenset("依托 借助 利用 运用 凭借 按照 依照 根据 围绕".split())
_NAMING = frozenset("保护 管理 评估 审查 监督 治理 服务 工作 研究".split())
_SHORTEST, _LONGEST = 4, 16
_HELD = re.compile(
    r"(?:坚持|树立|践行|贯彻|秉持|遵循|确立)(?P<gap>[^，,。；;：:、的]{4,14})的(?:[^，,。；;的]{0,4})"
    r"(?:原则|理念|方针|思想|观念|宗旨)(?=[，,。；;]|$)"
)
_FROM = re.compile(r"从(?P<gap>[^，,。；;：:、从]{3,14})(?:做起|抓起|入手|着手)(?=[，,。；;]|$)")
_BY = re.compile(r"(?:^|[，,；;])以(?P<gap>[^，,。；;：:、以为]{2,8})的(?:作风|态度|精神|方式|标准)")
# What it is for tells one system from the others, so that must follow.
_SYSTEM = re.compile(
    r"(?:建立健全|建立|健全|实施|实行|推行|设立)(?P<gap>[^，,。；;：:、的]{3,14}(?:制度|机制|体系|战略|目录|清单))(?=[，,][^。]{8})"
)
_POINTING = re.compile(
    r"^(?:这|那|其|该|此|它|他|她|之|有关|相关|各|本|自己)|(?:[关的]规定|事情|问题|事)$|的(?:情况|条件|前提|基础|过程)|^(?:实际情况|实际|需要|要求|情况|规定|有关规定)$"
)


def write(reading: Reading) -> Iterator[Draft]:
    for passage in reading.passages:
        if about_particulars(reading, passage):
            continue
        # Two patterns may find the same.
        for gap, name in {gap: name for name, gap in _found(passage)}.items():
            if _POINTING.search(gap.of(passage.text)):
                continue
            draft = cloze(Claim(reading, passage, "duty", name, 0.45, gap), [gap])
            if draft:
                yield draft


def _found(passage: Passage) -> Iterator[tuple[str, Span]]:
    for name, pattern in (("坚持…的原则", _HELD), ("从…做起", _FROM), ("以…的作风", _BY)):
        for found in pattern.finditer(passage.text):
            yield name, Span(*found.span("gap"))
    for found in _SYSTEM.finditer(passage.text):
        yield "建立…制度", Span(*found.span("gap"))
    words = passage.words
    ends = {clause.end for clause in clauses(passage.text)}
    for number, word in enumerate(words):
        if word.text in _DOING:
            gap = _object(words, number + 1)
            if gap and gap.end in ends:
                yield f"{word.text}…", gap
        elif word.text in _SERVING:
            gap = _object(words, number + 1)
            goes_on = gap and passage.text.startswith("的", gap.end)
            if gap and gap.end not in ends and not goes_on and not _noun_follows(words, gap):
                yield f"{word.text}…", gap


def _noun_follows(words: tuple[Word, ...], gap: Span) -> bool:
    """Whether the noun phrase goes on: 按照|数据分类分级|保护制度, where jieba takes 保护 for a verb."""
    number = next(i for i, word in enumerate(words) if word.span.end == gap.end) + 1
    return number + 1 < len(words) and words[number].tag == "v" and words[number].text in _NAMING


def _object(words: tuple[Word, ...], first: int) -> Span | None:
    """Return the noun phrase from a word on, up to the next verb or stop; None where it is none."""
    last = first
    while last < len(words) and words[last].tag not in ("v", "x", "p", "d", "c"):
        last += 1
    if first == last or not is_noun_phrase(words[first:last]):
        return None
    span = Span(words[first].span.start, words[last - 1].span.end)
    return span if _SHORTEST <= span.end - span.start <= _LONGEST else None


WRITER = Writer("duty", "zh", write)
