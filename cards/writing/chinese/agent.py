"""Who does it: 国家网信部门负责统筹协调网络数据安全 -> 由谁负责……？; 由[韩国Nexon]开发."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.languages.chinese import wording
from cards.languages.chinese.sentences import clauses
from cards.model import Span
from cards.passages import Passage
from cards.reading import Reading
from cards.writing.chinese.asking import ask
from cards.writing.chinese.standing import link_length
from cards.writing.chinese.topics import THIS_LAW
from cards.writing.draft import Claim, Draft, Writer

_CHARGE = re.compile(
    r"^(?P<who>[^，,。；;：:“”、在]{2,20}?(?:部门|机构|机关|委员会|政府|法院|检察院|单位|组织|企业|协会|局|部|委|院|会|厅|署|司))"
    r"(?:依照[^，,。；;]{2,40}的规定[，,])?(?P<does>(?:负责|主管|统筹|承担|主持|领导)[^，,。；;]{4,30})$"
)
_POINTING = re.compile(r"^(?:这|那|其|该|此|它|他|她|本|上述|有关|相关|由|各)")


def write(reading: Reading) -> Iterator[Draft]:
    for passage in reading.passages:
        for clause in clauses(passage.text):
            yield from _charge(reading, passage, clause)


def _charge(reading: Reading, passage: Passage, clause: Span) -> Iterator[Draft]:
    said = clause.of(passage.text)
    start = link_length(said)
    found = _CHARGE.match(said[start:])
    if not found or _POINTING.match(found["who"]) or THIS_LAW.search(found["does"]):
        return
    claim = Claim(reading, passage, "agent", "…负责…", 0.8, clause)
    answer = Span(*found.span("who")).shifted(clause.start + start)
    yield ask(claim, wording.who_does(found["does"]), answer)


WRITERS = (Writer("agent", "zh", write),)
