"""What something is a part or an expression of: 群众路线是[毛泽东思想]的重要内容."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.languages.chinese.sentences import clauses
from cards.model import Span
from cards.passages import Passage
from cards.reading import Reading
from cards.writing.chinese.asking import ask_in_place
from cards.writing.chinese.clozing import cloze, unsure
from cards.writing.draft import Claim, Draft, Writer

_PART = re.compile(
    r"^(?P<what>[^，,。；;：:是]{2,30})(?:就|也|便|正)?是(?P<whole>[^，,。；;：:“”是的]{2,16}(?:的[^，,。；;：:“”是的]{2,10})?)的(?:一个)?"
    r"(?:重要|基本|主要|核心|具体|集中|必然|首要|关键|有机|生动|最高|最终)?"
    r"(?:内容|成分|来源|途径|方式|单位|组成部分|部分|体现|表现|要求|成员|成员国|特征|产物|结晶|延伸|保障|典型观点|观点|主张|口号|命题|必要准备|必然结果|"
    r"一员|一种|一支|一类|分支)$"
)
_KIND = re.compile(r"^(?P<what>[^，,。；;：:]{2,40}?)(?:都|均|也|又)?属于(?P<kind>[^，,。；;：:“”的]{2,14})$")
_POINTING = re.compile(r"^(?:这|那|其|该|此|它|他|她|之|一|不|我国|当时|构成|组成|形成)")


def write(reading: Reading) -> Iterator[Draft]:
    for passage in reading.passages:
        for clause in clauses(passage.text):
            yield from _kind(reading, passage, clause)
            found = _PART.match(clause.of(passage.text))
            if not found or _POINTING.match(found["whole"]) or _POINTING.match(found["what"]):
                continue
            claim = Claim(reading, passage, "belonging", "…是…的…", 0.65, clause)
            draft = cloze(claim, [Span(*found.span("whole")).shifted(clause.start)])
            if draft:
                yield draft


def _kind(reading: Reading, passage: Passage, clause: Span) -> Iterator[Draft]:
    """关系国家安全的数据属于[国家核心数据] -> 属于什么？"""
    found = _KIND.match(clause.of(passage.text))
    if (
        not found
        or _POINTING.match(found["what"])
        or _POINTING.match(found["kind"])
        or unsure(reading, passage)
    ):
        return
    claim = Claim(reading, passage, "belonging", "…属于…", 0.65, clause)
    draft = ask_in_place(
        claim, Span(*found.span("kind")).shifted(clause.start), "什么", verb=clause.start + found.end("what")
    )
    if draft:
        yield draft


WRITER = Writer("belonging", "zh", write)
