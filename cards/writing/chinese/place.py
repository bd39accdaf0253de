"""Where something grows, lives or lies: 尤金袋鼠分布在[澳洲南部岛屿及西岸地区] -> 分布在哪里？"""

from __future__ import annotations

import re

from cards.writing.chinese.patterns import pattern_writer

_WHERE = re.compile(
    r"(?:(?:主要|广泛|多|原|常|仅|特)?(?:分布[于在]|产[于自]|生长[于在]|栖息[于在]|生活在|见于|出产于))"
    r"(?P<gap>[^，,。；;：:“”的]{2,24})(?=[，,。；;]|$)"
)
_NOWHERE = re.compile(r"^(?:这|那|其|该|此|它|他|她|各|同|不同|以下|下列|海拔)|海拔|的$|上述|许多|[\d]")

WRITER = pattern_writer("place", 0.55, (("分布于…", _WHERE),), refused=_NOWHERE, asked="哪里")
