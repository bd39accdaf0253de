"""Other names: 南北战争，又称[美国内战] -> 又称什么？ and names of what is described: 这一途径称为[卡尔文循环]."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.languages.chinese import wording
from cards.languages.chinese.dangling import dangles
from cards.languages.chinese.leaning import leans
from cards.languages.chinese.sentences import clauses
from cards.model import Span
from cards.passages import Passage
from cards.reading import Reading
from cards.writing.chinese.asking import ask, ask_in_place, shares, sure
from cards.writing.chinese.clozing import cloze
from cards.writing.chinese.standing import link_length
from cards.writing.draft import Claim, Draft, Writer

_NAME = r"[“「《『]?(?P<gap>[^，,。；;、：:“”「」《》『』（）()\s]{2,12})[”」》』]?(?=[，,。；;（(]|$)"
_CALLED = re.compile(
    r"(?P<cue>又称|又名|又叫|亦作|亦称|亦名|也称|也叫|简称|俗称|别称|别名|旧称|古称|旧名|原名|(?<!日)本名|世称|合称|统称|学名|尊称|通称|改称|更名|改名)"
    r"(?:为|作|是|叫)?[：:]?" + _NAME
)
# The sentence so far says what is called so.
_THIS = re.compile(
    r"(?P<cue>(?:这[一个种类些][^，,。；;]{0,8}|这|也|并|因此|故)?(?:被)?(?:(?<![俗简又别旧古统合通尊亦也])称为|称作|称之为|叫做|叫作|史称|合称|统称|这就是|命名为|誉为))"
    + r"(?:[^，,。；;：:“”「」]{1,10}的(?=[“「]))?"
    + _NAME
)
_NO_NAME = re.compile(r"的|^(?:为|是|的|其|该|此|这|那|之|他|她|它)|[的了]$|并|至今|什么|一[种个]")
LONGEST = 90
# 成都市民俗称为川医: they call something so, and what is not said here.
_CALLERS = re.compile(r"(?:^|[，,])[^，,]*(?:民|人们|人|学者|媒体|界|史家|国家)$")


def write(reading: Reading) -> Iterator[Draft]:
    for passage in reading.passages:
        for found in _CALLED.finditer(passage.text):
            yield from _named(reading, passage, found)
        for found in _THIS.finditer(passage.text):
            yield from _described(reading, passage, found)


def _named(reading: Reading, passage: Passage, found: re.Match[str]) -> Iterator[Draft]:
    if _NO_NAME.search(found["gap"]):
        return
    gap = Span(*found.span("gap"))
    claim = Claim(reading, passage, "alias", f"{found['cue']}…", 0.7, Span(*found.span()))
    asked = ask_in_place(claim, gap, "什么", verb=found.start())
    # 青海建省时更名巴燕县: what was renamed is not said.
    front = passage.text[: found.start()]
    if asked and (_CALLERS.search(front) or front.endswith(("时", "后"))):
        asked = None
    if asked:
        yield asked
        return
    shown = cloze(claim, [gap])
    if shown:
        yield shown


def _described(reading: Reading, passage: Passage, found: re.Match[str]) -> Iterator[Draft]:
    """Ask for a name after what it names, from the beginning of the sentence on."""
    if _NO_NAME.search(found["gap"]):
        return
    text = passage.text
    parts = clauses(text)
    gap = Span(*found.span("gap"))
    claim = Claim(reading, passage, "alias", f"…{found['cue'][-2:]}…", 0.65, Span(*found.span()))
    begin = link_length(text)
    described = text[begin : found.start()].rstrip("，,")
    asked = f"{text[begin : found.start()]}{found['cue']}什么？"
    telling = len(described) >= 10 and len(asked) <= LONGEST and found.start() >= parts[0].end
    # 当需求价格弹性大于1时，称为……: the condition says of what.
    points_back = (
        found["cue"].startswith("这") or "史称" in found["cue"] or text.startswith(("当", "如果", "若"))
    )
    if (
        points_back
        and telling
        and not leans(described)
        and not dangles(asked)
        and not shares(described, found["gap"])
    ):
        yield ask(sure(claim), wording.in_script(asked, reading.document.language), gap)
        return
    asked_of = ask_in_place(claim, gap, "什么", verb=found.start())
    if asked_of and not _CALLERS.search(text[: found.start()]):
        yield asked_of
        return
    shown = cloze(claim, [gap])
    if shown:
        yield shown


WRITER = Writer("alias", "zh", write)
