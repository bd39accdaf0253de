"""Which family a plant or an animal belongs to: 欧洲越橘是[杜鹃花科]越橘属的植物 -> 是哪一科的植物？"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.model import Span
from cards.passages import Passage
from cards.reading import Reading
from cards.writing.chinese.asking import ask
from cards.writing.chinese.core import core
from cards.writing.draft import Claim, Draft, Writer

_KIN = re.compile(
    r"(?P<is>是|为|属于?)(?:一种)?(?P<gap>[\u3400-\u9fff]{1,8}科)(?:[\u3400-\u9fff、]{0,12}?属)?(?:的)?[^，,。；;]{0,8}?"
    r"(?P<kind>植物|动物|鸟类|鱼类|昆虫|蛇|鱼|灌木|乔木|草本|蕨类)(?=[，,。；;（(]|$)"
)


def write(reading: Reading) -> Iterator[Draft]:
    for passage in reading.passages:
        for found in _KIN.finditer(passage.text):
            draft = _kin(reading, passage, found)
            if draft:
                yield draft


def _kin(reading: Reading, passage: Passage, found: re.Match[str]) -> Draft | None:
    gap = Span(*found.span("gap"))
    around = core(reading, passage, gap, verb=found.start())
    if around is None or around.ahead or found["gap"][:-1] in around.subject:
        return None
    claim = Claim(reading, passage, "kin", "…科…属", 0.6, Span(*found.span()))
    return ask(claim, f"{around.subject}{found['is']}哪一科的{found['kind']}？", gap)


WRITER = Writer("kin", "zh", write)
