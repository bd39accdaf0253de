"""What serves as what: 以[群众观念]为主题, 把[解决热点难点问题]作为工作的重点, 把……纳入[培训内容]."""

from __future__ import annotations

import re

from cards.writing.chinese.patterns import pattern_writer

_PATTERNS = (
    (
        "以…闻名",
        re.compile(
            r"以(?P<gap>[^，,。；;：:“”以]{2,20}?)(?:而)?(?:闻名|著称|著名|见长|为名|命名)(?=[，,。；;]|$)"
        ),
    ),
    (
        "以…为…",
        re.compile(
            r"以(?P<gap>[^，,。；;：:、“”以为]{3,24})为(?:最高|根本|基本|主要|重要|共同|唯一)?"
            r"(?:载体|主题|标准|目标|核心|中心|基础|重点|主体|主线|导向|原则|前提|依据|根据|代表|指导|荣|己任|动力|依托|抓手|目的|宗旨|"
            r"关键要素|手段|原料|食|首都|首府|单位|界|背景)"
        ),
    ),
    (
        "把…作为…",
        re.compile(
            r"[把将](?P<gap>[^，,。；;：:“”把将]{3,24}?)(?:作为|当作|当成|视为|看作|看成)[^，,。；;]{2,}"
        ),
    ),
    (
        "把…纳入…",
        re.compile(
            r"[把将][^，,。；;：:“”把将]{2,24}?(?:纳入|列入|归入|并入|划入)(?P<gap>[^，,。；;、]{3,24})"
        ),
    ),
)
_POINTING = re.compile(r"^(?:这|那|其|该|此|它|他|她|之)|的$")

WRITER = pattern_writer("means", 0.6, _PATTERNS, refused=_POINTING, asked="什么")
