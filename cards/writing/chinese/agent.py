"""Who does it: 国家网信部门负责统筹协调网络数据安全 -> 由谁负责……？; 由[韩国Nexon]开发."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.languages.chinese import wording
from cards.languages.chinese.sentences import clauses
from cards.languages.chinese.stretches import DOINGS
from cards.model import Span
from cards.passages import Passage
from cards.reading import Reading
from cards.writing.chinese.asking import ask, ask_in_place
from cards.writing.chinese.clozing import cloze, unsure
from cards.writing.chinese.genre import reports_a_study
from cards.writing.chinese.naming import tells
from cards.writing.chinese.patterns import whole_words
from cards.writing.chinese.standing import link_length
from cards.writing.chinese.topics import THIS_LAW
from cards.writing.draft import Claim, Draft, Writer

_CHARGE = re.compile(
    r"^(?P<who>[^，,。；;：:“”、在]{2,20}?(?:部门|机构|机关|委员会|政府|法院|检察院|单位|组织|企业|协会|局|部|委|院|会|厅|署|司))"
    r"(?:依照[^，,。；;]{2,40}的规定[，,])?(?P<does>(?:负责|主管|统筹|承担|主持|领导)[^，,。；;、][^，,。；;]{3,30})$"
)
_NO_BODY = re.compile(r"[于而所将被把在]|年|^(?:此|来|衷)")
_POINTING = re.compile(r"^(?:这|那|其|该|此|它|他|她|本|上述|有关|相关|由|各)|由")


# 由[辛格和尼科尔森]提出; who a thing was done by is hidden whole.
_DONE = re.compile(
    r"由(?P<gap>[^，,。；;：:、“”由]{2,20}?)(?:(?:于|在)?[\d年月日公元前世纪]{4,12})?(?:(?:依据|依照|按照|根据)[^，,。；;]{2,20}?)?(?:共同|联合|合作|首先|最早|正式|主持|负责|亲自|另行)?"
    r"(?:提出|发明|创立|创建|创办|建立|成立|发现|设计|撰写|编写|主演|执导|开发|研发|发行|建造|兴建|制定|制作|出版(?!社)|主办|运营|改编|领导|统治|担任|出任|接任|扮演|饰演|主持|演唱|作词|作曲|配音)"
)


# 台湾由游戏橘子运营: of what the sentence before speaks.
_ELSEWHERE = re.compile(r"(?:^|[，,])(?:中国|中国大陆|台湾|香港|日本|韩国|美国|欧洲|国内|海外|北美)$")
_HANDLED = ("运营", "发行", "代理", "出版", "制作")


def write(reading: Reading) -> Iterator[Draft]:
    for passage in reading.passages:
        for found in _DONE.finditer(passage.text):
            if _ELSEWHERE.search(passage.text[: found.start()]) and found.group().endswith(_HANDLED):
                continue
            if _POINTING.match(found["gap"]) or _NO_BODY.search(found["gap"]):
                continue
            by = Claim(reading, passage, "agent", "由…提出", 0.65, Span(*found.span()))
            # 时任市长的|江泽民: the name is what is asked for.
            whole = Span(*found.span("gap"))
            gap = Span(whole.start + found["gap"].rfind("的") + 1, whole.end)
            draft = whole_words(passage, gap) and (
                ask_in_place(by, gap, "谁", within=whole, verb=found.start()) or cloze(by, [gap])
            )
            if draft:
                yield draft
        for clause in clauses(passage.text):
            yield from _charge(reading, passage, clause)


def _charge(reading: Reading, passage: Passage, clause: Span) -> Iterator[Draft]:
    said = clause.of(passage.text)
    start = link_length(said)
    found = _CHARGE.match(said[start:])
    if (
        not found
        or _POINTING.match(found["who"])
        or found["who"].startswith(tuple(DOINGS))
        or THIS_LAW.search(found["does"])
    ):
        return
    doubt = unsure(reading, passage)
    place = Span(*found.span("does")).shifted(clause.start + start)
    if doubt and not reports_a_study(reading, passage) and tells(reading, passage, place):
        doubt = ""
    claim = Claim(reading, passage, "agent", "…负责…", 0.8, clause, doubt=doubt)
    answer = Span(*found.span("who")).shifted(clause.start + start)
    yield ask(claim, wording.who_does(found["does"]), answer)


WRITER = Writer("agent", "zh", write)
