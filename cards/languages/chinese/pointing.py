"""Which figures a Chinese sentence names, and how a place in a document is said."""

from __future__ import annotations

import re

from cards.languages.language import NEXT, PREVIOUS
from cards.model import Place, Unit

_NUMBERED = re.compile(r"(?<![地版])[图表式圖]\s?[（(]?\s?(\d{1,3}(?:[-－–—.．]\d{1,3}){0,2})")
_NEXT = re.compile(
    r"[如见見参參]下[图表式圖列](?:所示)?|如下(?:所示)?[：:]|[如参參]?[图圖表]所示"
    r"|下[图表式圖](?=所示|中|为|是|展示|给出|显示|[，。：:])|下面的[图表式圖]|(?:以下|下列)代码"
)
_PREVIOUS = re.compile(
    r"[如见見由]上[图表式圖]|上[图表式圖](?=所示|中|展示|给出|显示)|上面的[图表式圖]|上述代码"
)
_DASH = re.compile(r"[－–—．]")

_SAID = {Unit.PAGE: "第{}页", Unit.SLIDE: "第{}张幻灯片", Unit.CHAPTER: "{}", Unit.TIME: "{}"}


def figures(text: str) -> frozenset[str]:
    """Return the numbers of figures, tables and formulas that the sentence names; NEXT, PREVIOUS as it points."""
    named = {_DASH.sub("-", found[1]).replace(".", "-") for found in _NUMBERED.finditer(text)}
    if _NEXT.search(text):
        named.add(NEXT)
    if _PREVIOUS.search(text):
        named.add(PREVIOUS)
    return frozenset(named)


def place(where: Place) -> str:
    """Return the page, slide, chapter or time as Chinese says it."""
    return _SAID[where.unit].format(where.label)
