"""What something is a part or an expression of: 群众路线是[毛泽东思想]的重要内容."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.languages.chinese.sentences import clauses
from cards.model import Span
from cards.reading import Reading
from cards.writing.chinese.clozing import cloze
from cards.writing.draft import Claim, Draft, Writer

_PART = re.compile(
    r"^(?P<what>[^，,。；;：:是]{2,30})(?:就|也|便|正)?是(?P<whole>[^，,。；;：:“”是的]{2,16}(?:的[^，,。；;：:“”是的]{2,10})?)的(?:一个)?"
    r"(?:重要|基本|主要|核心|具体|集中|必然|首要|关键|有机|生动|最高|最终)?"
    r"(?:内容|成分|来源|途径|方式|单位|组成部分|部分|体现|表现|要求|成员|成员国|特征|产物|结晶|延伸|保障|"
    r"一员|一种|一支|一类|分支)$"
)
_POINTING = re.compile(r"^(?:这|那|其|该|此|它|他|她|之|一|不|我国|当时|构成|组成|形成)")


def write(reading: Reading) -> Iterator[Draft]:
    for passage in reading.passages:
        for clause in clauses(passage.text):
            found = _PART.match(clause.of(passage.text))
            if not found or _POINTING.match(found["whole"]) or _POINTING.match(found["what"]):
                continue
            claim = Claim(reading, passage, "belonging", "…是…的…", 0.65, clause)
            draft = cloze(claim, [Span(*found.span("whole")).shifted(clause.start)])
            if draft:
                yield draft


WRITER = Writer("belonging", "zh", write)
