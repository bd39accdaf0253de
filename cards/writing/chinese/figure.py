"""How much or how many, where it is said what is measured: 面积为[2400平方公里] -> 面积为多少平方公里？"""

from __future__ import annotations

import re

from cards.writing.chinese.core import Core

_MEASURE = re.compile(
    r"(?:面积|人口|海拔|全长|总长|长度?|高度?|宽度?|深度?|直径|半径|质量|重量?|体重|身高|体长|温度|熔点|沸点|密度|速度|时速|"
    r"排水量|总数|容量|票房|占地|距离?|相距|共有?|设有|分为|下辖|辖|拥有|有|占|历时|享年|终年|在位)"
    r"(?:总计|总共|大约|大概|约|达到?|为|是|有|超过|近|多达|仅)?(?:约|近|了)?$"
)
_LASTED = re.compile(r"(?:历时|在位|享年|终年|持续|历经|长达|延续)(?:约|了|共|达)*$")
_SHARE = re.compile(r"占[^，,]{2,20}的?$")
_ONE_THAT = re.compile(r"一[座条个支片块][^，,]{0,4}$")
_HAN = re.compile(r"[\u3400-\u9fff]")


def figure(found: Core, said: str, words: str) -> str:
    """Return the question that asks with `words` for a figure, or "" where nobody could know it."""
    if found.after.startswith("的") or (said[-1] in "年月日时" and not _LASTED.search(found.before)):
        return ""
    if found.subject.startswith(("全", "仅", "共")):
        return ""
    # 帕特纳赫峡谷是一座长702米……的峡谷: half a sentence.
    if not found.after and _ONE_THAT.search(found.before):
        return ""
    # 79|市町村: the unit is the beginning of a longer one.
    if said[-1] in "市县省区州村国镇乡" and _HAN.match(found.after):
        return ""
    # 云南省共有805.3万人: when, and of whom?
    if said[-1] in "人名户口" and "年" not in found.before + found.after:
        return ""
    if words == "百分之多少" and not _SHARE.search(found.before):
        return ""
    return found.asked(words) if _MEASURE.search(found.before) else ""
