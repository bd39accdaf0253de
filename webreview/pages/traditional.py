"""The Chinese of the interface in traditional characters, with the words that are used in Taiwan.

Made from the simplified catalogue as it is asked for, so it can never lag behind. All of it was read once; `_READ`
holds what the conversion by words gets wrong, or says as nobody in Taiwan would.
"""

from __future__ import annotations

import gettext
import re
from functools import cache, lru_cache
from typing import Any

# What the conversion writes -> what it should be.
_READ = {
    "版本里": "版本裡",
    "隻影響": "只影響",
    "添加於": "新增於",
    "自定義": "自訂",
    "回車": "Enter ",
    "查詢過": "找過",
    "查詢": "尋找",
    "最高階": "最高級",
    "釋出於": "發布於",
    "許可權": "權限",
    "純文本": "純文字",
    "文本": "文字",
    "電子表格": "試算表",
    "幻燈片": "投影片",
    "撤銷": "復原",
    "訪問": "存取",
    "獲取": "取得",
    "卡片字號": "卡片文字大小",
    "“": "「",
    "”": "」",
}
_WRONG = re.compile("|".join(map(re.escape, _READ)))


class Traditional(gettext.NullTranslations):
    """A catalogue that says what a simplified one says."""

    def __init__(self, simplified: gettext.NullTranslations) -> None:
        super().__init__()
        self._simplified = simplified

    def gettext(self, message: str) -> str:
        return traditional(self._simplified.gettext(message))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return traditional(self._simplified.ngettext(msgid1, msgid2, n))


@lru_cache(maxsize=4096)
def traditional(simplified: str) -> str:
    """Return the text in traditional characters; what is not Chinese stays."""
    return _WRONG.sub(lambda wrong: _READ[wrong[0]], _converter().convert(simplified))


@cache
def _converter() -> Any:
    # Read from its files when the first page is asked for in traditional characters.
    import opencc

    return opencc.OpenCC("s2twp")
