"""变“上访”为“下访” -> 变“上访”为“[...]”; 不是X而是Y likewise."""

from __future__ import annotations

import re

from cards.writing.chinese.patterns import pattern_writer

_QUOTE = r"[“「‘]?"
_UNQUOTE = r"[”」’]?"
_PATTERNS = (
    (
        "变…为…",
        re.compile(
            rf"(?<![改转演政事])变{_QUOTE}(?P<from>[^“”「」，,。；;为]{{1,10}}){_UNQUOTE}为{_QUOTE}(?P<gap>[^“”「」，,。；;、]{{1,10}})"
        ),
    ),
    ("不是…而是…", re.compile(r"不是(?P<from>[^，,。；;]{2,24})[，,]?而是(?P<gap>[^，,。；;]{2,24})")),
    (
        "由…变为…",
        re.compile(
            r"(?:由|从)(?P<from>[^，,。；;由从]{2,14})(?:转变为|转变成|变为|变成|改为|转为|转化为|发展成为?|升格为|更名为|改名为)(?P<gap>[^，,。；;、]{2,14})"
        ),
    ),
)

WRITER = pattern_writer("contrast", 0.7, _PATTERNS)
