"""为了[解决大军的后勤给养问题]，郑成功决定夺取台湾。"""

from __future__ import annotations

import re

from cards.writing.chinese.patterns import pattern_writer

_AIM = re.compile(r"(?:为了|旨在|目的是|目的在于|以便于?)(?P<gap>[^，,。；;：:“”、]{4,24})(?=[，,。；;]|$)")
_POINTING = re.compile(r"^(?:这|那|其|该|此|它|他|她|让|使)|而|起见$")

WRITER = pattern_writer("purpose", 0.5, (("为了…", _AIM),), refused=_POINTING)
