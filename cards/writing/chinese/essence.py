"""群众路线的本质是代表人民、造福人民 -> 群众路线的本质是什么？"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.languages.chinese import wording
from cards.languages.chinese.leaning import leans
from cards.languages.chinese.sentences import clauses
from cards.languages.chinese.subjects import leaves_out_whom, subject
from cards.model import Span
from cards.passages import Passage
from cards.reading import Reading
from cards.writing.chinese.asking import ask
from cards.writing.chinese.clozing import unsure
from cards.writing.chinese.core import subject_named
from cards.writing.chinese.genre import is_scrap, reports_a_study
from cards.writing.chinese.naming import tells
from cards.writing.draft import STUDY, Claim, Draft, Writer

_NOUNS = (
    "根本宗旨|根本任务|根本目的|根本目标|根本原因|主要原因|主要任务|主要目标|首要任务|中心任务|核心价值|基本问题|根本问题|核心问题|首要问题|"
    "本质|实质|核心|宗旨|关键|目标|目的|任务|特征|特点|基础|前提|精髓|灵魂|原则|方针|根源|起点|标志|使命|主题|主线|首都|首府|"
    "原因|动力|主体|场所|器官|原料|首任|代表作|特性|属性|成分|单位|来源|重点|要求|途径|方法|手段|保证|保障|标准|职责|作用|功能|意义|定义|学名|全称|简称|别名|前身"
)
# Nouns that a name may stand before without 的: 河北省会是石家庄.
_UNLINKED = frozenset({"首都", "首府", "学名", "全称", "简称", "别名", "前身", "宗旨"})
# X的本质是Y; the words before 的 must name something.
_ESSENCE = re.compile(
    rf"(?P<of>[^，,；;。：:“”、是]{{1,20}}?)(?P<link>的|之)?(?P<noun>{_NOUNS})(?:就|便|主要|正)?(?:是|在于|为)(?P<what>.{{2,40}})$"
)
# 立德树人是教育的根本任务: the essence stands first. 重要 and 之一 leave room for others.
_FIRST = re.compile(
    r"^(?P<what>[^是“”，,：:]{2,20})(?:就|才|正)?(?:是|构成(?:了)?|组成(?:了)?|形成(?:了)?)(?P<noun>[^是“”，,不]{1,16}的(?:基本)?(?:根本|主要|首要|中心|核心|直接)?"
    r"(?:任务|原因|目标|关键|核心|前提|本质|实质|动力|宗旨|目的|灵魂|精髓|标志|场所|器官|原料|基石|基本骨架|骨架|支架|首都|首府|作者|创始人|奠基人|前身|代表|单位|保证|基础))$"
)
# “……”是核心, where what it is the core of stands before.
_CORE = re.compile(r"^(?P<what>[“「].{2,30}[”」])(?:就)?是(?P<noun>核心|关键|根本|基础|前提|灵魂|重点|本质)$")
_NO_ANSWER = re.compile(r"^(?:多方面|指出|集中在|能否|不同|什么|如何)|的$")
_FRONT = re.compile(r"^(?:所以|因此|因而|可见|总之|但是|但|而|其中|可以说|也就是说|这表明|即)+[,，]?")
_BECAUSE = re.compile(r"^(?:由于|因为|为了|要)")
_POINTING = re.compile(
    r"^(?:因为|由于|得出|指出|认为|表明|揭示|发现|可以|从|在|对|以|而|且|是|有|使|让|把|将|被|既往|以往|当前|目前|现有|近年|今后|当时|最后|唯一|这|那|其|该|此|本|他|她|它|我|你|一|两|三|二|上述|以上)"
)


def write(reading: Reading) -> Iterator[Draft]:
    for passage in reading.passages:
        for clause in clauses(passage.text):
            yield from _essence(reading, passage, clause)
            yield from _first(reading, passage, clause)
            yield from _core(reading, passage, clause)


def _essence(reading: Reading, passage: Passage, clause: Span) -> Iterator[Draft]:
    said = clause.of(passage.text)
    found = _ESSENCE.match(said)
    if not found:
        return
    of = _FRONT.sub("", found["of"])
    if of.startswith("其") and clause.start > 0:
        yield from _of_the_subject(reading, passage, clause, found)
        return
    if not of or _POINTING.match(of) or not (found["link"] or "的" in of or found["noun"] in _UNLINKED):
        return
    start = clause.start + found.start("what")
    start += found["what"].startswith("其") and not found["what"].startswith(("其他", "其它"))
    start += len(found["what"]) - len(_BECAUSE.sub("", found["what"]))
    answer = Span(start, clause.start + found.end("what"))
    if _NO_ANSWER.search(answer.of(passage.text)):
        return
    subject_words = f"{of}{found['link'] or ''}{found['noun']}"
    # 学校创立的目的是什么？ Which school?
    end = clause.start + found.end("noun")
    doubt = _doubt(reading, passage, subject_words, Span(end - len(subject_words), end))
    claim = Claim(reading, passage, "essence", f"{found['noun']}是…", 0.85, clause, doubt=doubt)
    yield ask(claim, wording.what_is(subject_words), answer)


def _of_the_subject(
    reading: Reading, passage: Passage, clause: Span, found: re.Match[str]
) -> Iterator[Draft]:
    """细胞壁是细胞的外层结构，其主要成分是纤维素和果胶 -> 细胞壁的主要成分是什么？"""
    named = subject_named(reading, passage)
    asked = f"{named}的{found['of'].removeprefix('其')}{found['link'] or ''}{found['noun']}"
    answer = Span(*found.span("what")).shifted(clause.start)
    if not named or leans(asked) or leaves_out_whom(asked) or _NO_ANSWER.search(answer.of(passage.text)):
        return
    doubt = _doubt(reading, passage, asked, passage.whole)
    claim = Claim(reading, passage, "essence", f"其{found['noun']}是…", 0.8, clause, doubt=doubt)
    yield ask(claim, wording.what_is(asked), answer)


# What a single paragraph can say of its subject in general.
_KNOWN = re.compile(r"(?:本质|实质|定义|首都|首府|学名|全称|简称|别名|前身|场所|单位|器官|作者|宗旨)$")


def _doubt(reading: Reading, passage: Passage, asked: str, place: Span) -> str:
    """Say why a question may not tell of whom: it must begin with a name or a term where texts tell of many."""
    if leaves_out_whom(asked) or leans(asked):
        return "nobody is named in front"
    if not unsure(reading, passage):
        return ""
    if reports_a_study(reading, passage):
        return STUDY
    if is_scrap(reading) and not _KNOWN.search(asked):
        return "what one author finds"
    return "" if tells(reading, passage, place) else "nobody is named in front"


def _first(reading: Reading, passage: Passage, clause: Span) -> Iterator[Draft]:
    said = clause.of(passage.text)
    start = len(said) - len(_FRONT.sub("", said))
    found = _FIRST.match(said[start:])
    if not found or _POINTING.match(found["what"]) or _POINTING.match(found["noun"]):
        return
    answer = Span(*found.span("what")).shifted(clause.start + start)
    asked = found["noun"].removeprefix("进行")
    doubt = _doubt(reading, passage, asked, Span(*found.span("noun")).shifted(clause.start + start))
    claim = Claim(reading, passage, "essence", "…是…的本质", 0.75, clause, doubt=doubt)
    yield ask(claim, wording.what_is(asked), answer)


def _core(reading: Reading, passage: Passage, clause: Span) -> Iterator[Draft]:
    found = _CORE.match(clause.of(passage.text))
    if not found or passage.number == 0:
        return
    before = reading.passages[passage.number - 1]
    named = subject(before.words)
    if before.block_number != passage.block_number or named is None or named.end - named.start > 12:
        return
    claim = Claim(reading, passage, "essence", f"…是{found['noun']}", 0.85, clause)
    question = wording.what_is(f"{named.of(before.text)}的{found['noun']}")
    yield ask(claim, question, Span(clause.start + found.start("what"), clause.start + found.end("what")))


WRITER = Writer("essence", "zh", write)
