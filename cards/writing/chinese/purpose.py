"""What something serves: 为了[抵御匈奴]，秦始皇修筑长城 -> 是为了什么？, 滑动窗口用于[实现流量控制] -> 用于什么？"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.languages.chinese import wording
from cards.languages.chinese.leaning import leans
from cards.languages.chinese.subjects import leaves_out_whom
from cards.model import Span
from cards.passages import Passage
from cards.reading import Reading
from cards.writing.chinese.asking import ask, ask_in_place, sure
from cards.writing.chinese.clozing import cloze
from cards.writing.chinese.naming import tells
from cards.writing.chinese.standing import link_length
from cards.writing.chinese.topics import THIS_LAW, speaks_of
from cards.writing.draft import Claim, Draft, Writer

_AIM = re.compile(
    r"(?P<cue>是为了|为了|旨在|目的是|目的在于|以便于?|(?<![适应作使])用于|用来|用以(?!及))(?P<gap>[^，,。；;：:“”、]{4,24})(?=[，,。；;]|$)"
)
_POINTING = re.compile(r"^(?:这|那|其|该|此|它|他|她|让|使)|而|起见$")
# 把一种资源用于某种用途: what serves is no subject.
_MADE_TO = re.compile(r"[把将][^，,。；;]*$")
_SERVES = {"用于": "什么", "用来": "做什么", "用以": "做什么", "旨在": "做什么", "是为了": "什么"}
LONGEST_DEED = 50


def write(reading: Reading) -> Iterator[Draft]:
    for passage in reading.passages:
        for found in _AIM.finditer(passage.text):
            if _POINTING.search(found["gap"]) or _MADE_TO.search(passage.text[: found.start()]):
                continue
            gap = Span(*found.span("gap"))
            claim = Claim(reading, passage, "purpose", f"{found['cue']}…", 0.5, Span(*found.span()))
            if found["cue"] in _SERVES:
                # 中世纪的欧洲，用来作为啤酒的添加剂: what serves is not said.
                if passage.text[: found.start()].endswith(("，", ",", "、")):
                    continue
                draft = ask_in_place(claim, gap, _SERVES[found["cue"]], verb=found.start())
            elif THIS_LAW.search(passage.text):
                draft = None
            else:
                draft = _deed(claim, passage, found, gap)
            draft = draft or cloze(claim, [gap])
            if draft:
                yield draft


def _deed(claim: Claim, passage: Passage, found: re.Match[str], gap: Span) -> Draft | None:
    """Ask for the aim in front of a sentence: 秦始皇派蒙恬北击匈奴，是为了什么？"""
    text = passage.text
    deed = text[gap.end :].strip("，,。 ")
    in_front = found["cue"] == "为了" and found.start() == link_length(text)
    if (
        not in_front
        or len(deed) > LONGEST_DEED
        or leans(deed)
        or leaves_out_whom(deed)
        or not speaks_of(deed)
    ):
        return None
    if not tells(claim.reading, passage, Span(gap.end, len(text))) or "；" in deed:
        return None
    return ask(sure(claim), wording.what_for(deed), gap)


WRITER = Writer("purpose", "zh", write)
