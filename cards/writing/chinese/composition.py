"""What something consists of or is divided into: 绿叶中的色素包括[叶绿素和类胡萝卜素]两大类 -> 包括哪两大类？"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.languages.chinese import wording
from cards.languages.chinese.marks import outside
from cards.languages.chinese.tags import NOUNS
from cards.languages.language import Word
from cards.model import MOST_ITEMS, Span
from cards.passages import Passage
from cards.reading import Reading
from cards.writing.chinese.asking import ask_for_items, sure
from cards.writing.chinese.core import core
from cards.writing.chinese.genre import about_particulars, is_scrap
from cards.writing.draft import Claim, Draft, Writer, enumerate_items

# What the parts are called where the sentence does not say so.
_CUES = {
    "包括": "项", "包含": "项", "涵盖": "项", "含有": "项", "主要有": "项",
    "分为": "类", "分成": "类", "划分为": "类", "下设": "个部门", "下辖": "个地方",
}  # fmt: skip
# 有 and 具有 count their parts: 矛盾具有同一性和斗争性两个基本属性.
_COUNTED_CUES = frozenset({"有", "具有", "拥有", "存在", "经历了", "出现了", "提出了"})
_CUE = re.compile(
    "(?P<cue>" + "|".join(sorted({*_CUES, *_COUNTED_CUES}, key=len, reverse=True)) + ")(?:了|着)?"
)
_HELD = re.compile(
    r"(?P<cue>遵循|坚持|贯彻|秉持|遵守|遵从)(?:了)?(?P<parts>[^，,；;。：:的]{4,40})(?:的)?(?P<noun>原则|方针|理念|精神|思想|路线)"
    r"(?=[，,。；;]|$)"
)
_MADE = re.compile(r"由(?P<parts>[^，,；;。：:由]{4,60}?)(?:共同)?(?:组成|构成)(?=[，,。；;]|$)")
_COLON = re.compile(
    r"(?P<number>[两二三四五六七])(?P<kind>(?:个|种|大|类|项|条|方面|点|部分|阶段|层|步|方)[^，,。；;：:]{0,8})[：:]"
    r"(?P<parts>[^。；;]{4,80})"
)
# 叶绿素和类胡萝卜素|两大类: how many, and of what.
_CLOSE = re.compile(
    r"(?P<etc>等)?(?P<count>(?P<number>[两二三四五六七])(?P<kind>(?:大|个|种|类|部|项|方面|层|级|派|者)[^，,。；;]{0,4}))?$"
)
_PREDICATES = frozenset(
    (
        "必须 应当 应该 需要 要 需 具备 具有 有 是 包括 存在 面临 采用 遵循 满足 符合 主要 可以 大致 共 提供 "
        "经历 坚持 做到 实现 分 概括为 归纳为"
    ).split()
)
_POINT = re.compile(r"[一二三四五六七]是|第[一二三四五六七][，,、]|其[一二三四五六七][，,]")
_NUMBERS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7}
_JOINTS = frozenset({"、", "和", "与", "及", "以及", "，", ","})
_ENDS = re.compile(r"[，,。；;：:]")
_POINTING = re.compile(r"^(?:其|这|那|该|此|他|她|它|各|某)|[的]$|其他|其它")
LONGEST_ITEM = 16


def write(reading: Reading) -> Iterator[Draft]:
    for passage in reading.passages:
        plain = outside(passage.text)
        for found in _CUE.finditer(plain):
            end = _ENDS.search(plain, found.end())
            whole = Span(found.end(), end.start() if end else len(plain.rstrip("。 ")))
            yield from _parts(
                reading, passage, whole, _CUES.get(found["cue"], ""), f"{found['cue']}…", found.start()
            )
        for found in _HELD.finditer(plain):
            items = items_of(passage, Span(*found.span("parts")))
            if 3 <= len(items) <= MOST_ITEMS:
                claim = Claim(
                    reading, passage, "composition", f"{found['cue']}…原则", 0.6, Span(*found.span())
                )
                words = f"{wording.which(len(items))}{found['noun']}"
                draft = ask_for_items(
                    claim, items, words, until=found.end(), verb=_verb_before(passage, found.start())
                )
                if draft:
                    yield draft
        for found in _MADE.finditer(plain):
            yield from _parts(reading, passage, Span(*found.span("parts")), "部分", "由…组成", found.start())
        for found in _COLON.finditer(passage.text):
            yield from _counted(reading, passage, found)


def _parts(
    reading: Reading, passage: Passage, whole: Span, kind: str, name: str, verb: int
) -> Iterator[Draft]:
    text = passage.text
    close = _CLOSE.search(text[whole.start : whole.end])
    assert close is not None
    if text[verb - 1 : verb] in tuple("和与及、由"):
        return
    items = items_of(passage, Span(whole.start, whole.start + close.start()))
    if not 2 <= len(items) <= MOST_ITEMS:
        return
    # 方格的颜色有白色和黑色两种: of what is said elsewhere.
    if not kind and (not close["number"] or is_scrap(reading)):
        return
    # The list goes on behind the comma: 包括重要数据的种类、数量，开展活动的情况，……
    last = text[items[-2].end : items[-1].start]
    if "、" in last and items[-1].end == whole.end and text.startswith(("，", ","), whole.end):
        return
    count = _NUMBERS[close["number"]] if close["number"] else len(items)
    if count != len(items):
        return
    if kind == "类" and about_particulars(reading, passage):
        kind = "部分"
    kind = close["kind"] or kind
    claim = Claim(reading, passage, "composition", name, 0.7, Span(items[0].start, items[-1].end))
    draft = ask_for_items(claim, items, wording.which(count, kind), until=whole.end, verb=verb)
    if draft:
        yield draft


def _counted(reading: Reading, passage: Passage, found: re.Match[str]) -> Iterator[Draft]:
    """需求必须具备两个条件：购买欲望和支付能力 -> 需求必须具备哪两个条件？"""
    parts = Span(*found.span("parts"))
    if "、" in found["parts"] and not _POINT.match(found["parts"]):
        # 三大主义：民族主义、民权主义和民生主义，后被称为三民主义
        parts = Span(parts.start, parts.start + len(re.split("[，,]", found["parts"])[0]))
    items = points_of(passage, parts) or items_of(passage, parts)
    if len(items) != _NUMBERS[found["number"]]:
        return
    if passage.text.startswith(("；", ";"), found.end()) and items[0].start == parts.start:
        return  # each item is a sentence of its own
    number = Span(*found.span("number"))
    around = core(reading, passage, number, verb=_verb_before(passage, number.start))
    if around is None or around.ahead:
        return
    claim = Claim(
        reading,
        passage,
        "composition",
        f"{len(items)} items announced",
        0.65,
        Span(number.start, items[-1].end),
    )
    question = f"{around.before}哪{found['number']}{around.after}？"
    yield enumerate_items(sure(claim), wording.in_script(question, reading.document.language), items)


def _verb_before(passage: Passage, at: int) -> int:
    """Return where the predicate begins whose object begins at a place: 需求|必须具备|两个条件."""
    for word in reversed([word for word in passage.words if word.span.end <= at]):
        if word.text not in _PREDICATES or word.span.end != at:
            break
        at = word.span.start
    return at


def points_of(passage: Passage, whole: Span) -> tuple[Span, ...]:
    """Return what stands behind 一是, 二是 and so on, or () where nothing is counted so."""
    marks = list(_POINT.finditer(passage.text, whole.start, len(passage.text)))
    if not marks or marks[0].start() != whole.start:
        return ()
    ends = [mark.start() for mark in marks[1:]] + [len(passage.text)]
    spans = []
    for mark, end in zip(marks, ends, strict=True):
        said = passage.text[mark.end() : end].rstrip("，,；;。 ")
        spans.append(Span(mark.end(), mark.end() + len(said)))
    return tuple(spans)


def items_of(passage: Passage, whole: Span) -> tuple[Span, ...]:
    """Return the items that 、 and 和 part, or () where one of them is no noun phrase or points elsewhere."""
    inside = [word for word in passage.words if whole.holds(word.span)]
    if not inside or inside[0].span.start != whole.start:
        return ()  # 由巴|布拉族: the first name was cut
    items: list[list[Word]] = [[]]
    for word in inside:
        if word.text in _JOINTS:
            items.append([])
        elif word.text.startswith("等"):
            break
        else:
            items[-1].append(word)
    # 主席和副主席的职权和任期: which 和 parts the list is uncertain.
    listed = sum(word.text == "、" for word in inside)
    joined = sum(word.text in ("和", "与", "及", "以及") for word in inside)
    if joined > 1 or (joined and listed and inside[-1 - len(items[-1])].text == "、"):
        return ()
    if any(not item or not _item(item) for item in items):
        return ()
    said = ["".join(word.text for word in item) for item in items]
    if not joined and "的" in said[-1] and not any("的" in one for one in said[:-1]):
        return ()  # 数条供民众休闲、运动使用的道路
    spans = tuple(Span(item[0].span.start, item[-1].span.end) for item in items)
    lengths = [span.end - span.start for span in spans]
    if (
        max(lengths) > LONGEST_ITEM
        or max(lengths) > 5 * min(lengths)
        or any(_POINTING.search(s.of(passage.text)) for s in spans)
    ):
        return ()
    return spans


def _item(words: list[Word]) -> bool:
    return any(
        word.tag in NOUNS or word.tag in ("v", "x", "zg", "m", "a", "b", "d") for word in words
    ) and not any(word.tag in ("r", "c", "y", "ul") for word in words)


WRITER = Writer("composition", "zh", write)
