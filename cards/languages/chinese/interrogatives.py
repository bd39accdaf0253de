"""What is asked for a date, a number, a person or a place where it stands: 于[1902年]创立 -> 于哪一年创立？"""

from __future__ import annotations

import re

from cards.languages.chinese.people import is_full_name
from cards.languages.chinese.stretches import Sort

_YEAR = re.compile(r".*年(?:（\d{1,4}年?）)?")
_DAY = re.compile(r".*年.*月.*日")
_DIGITS = re.compile(
    r"(?P<first>第?)(?P<count>[\d,，.]+|[一二三四五六七八九十百千]+)(?:[至到~～–—－-][\d,，.]+)?"
    r"(?P<more>[多余]?[百千万亿兆]*[多余]?)(?P<unit>[^分\d-].*|分钟?)"
)
_WHOLE_UNIT = re.compile(r"(?:平方千米|立方千米|千[米克瓦卡]|兆[瓦赫]|百分点)$")
# 35万 of what? The unit stands elsewhere.
_COUNTS = frozenset("十百千万亿兆")
_PLACES = (
    ("共和国", "哪个国家"),
    ("王国", "哪个王国"),
    ("国", "哪个国家"),
    ("省", "哪个省"),
    ("市", "哪座城市"),
    ("自治州", "哪个自治州"),
    ("州", "哪个州"),
    ("县", "哪个县"),
    ("镇", "哪个镇"),
    ("区", "哪个区"),
    ("群岛", "哪个群岛"),
    ("半岛", "哪个半岛"),
    ("岛", "哪座岛"),
    ("河", "哪条河"),
    ("江", "哪条江"),
    ("湖", "哪个湖"),
    ("海峡", "哪个海峡"),
    ("海", "哪片海域"),
    ("山脉", "哪座山脉"),
    ("山", "哪座山"),
    ("寺", "哪座寺庙"),
    ("洲", "哪个洲"),
    ("路", "哪条路"),
    ("街", "哪条街"),
)
_BODIES = (
    ("大学", "哪所大学"),
    ("学院", "哪所学院"),
    ("中学", "哪所中学"),
    ("小学", "哪所小学"),
    ("学校", "哪所学校"),
    ("公司", "哪家公司"),
    ("银行", "哪家银行"),
    ("集团", "哪个集团"),
    ("出版社", "哪家出版社"),
    ("医院", "哪家医院"),
    ("委员会", "哪个委员会"),
    ("协会", "哪个协会"),
    ("党", "哪个政党"),
)


# 英国统计学家吉芬, 丞相李斯
_TITLED = re.compile(
    r"(?:家|人|王|帝|将军|皇后|将领|大将|教授|博士|总统|总理|首相|丞相|主席|医生|诗人|作家)(?P<name>[^家人王帝]{2,14})$"
)
_SHORT = frozenset("州江河湖海山岛洲")
_NONE_OF_THEM = frozenset({"黑龙江", "秦皇岛", "葫芦岛", "牡丹江", "马鞍山", "驻马店"})
_LEVELS = re.compile(r"(?<=..)[省市县州区镇乡村岛山]")
LONGEST_NAME = 7


def asked_for(sort: Sort, said: str) -> str:
    """Return the words that ask for a stretch in its place, or "" where no question is sure to fit it."""
    if sort is Sort.DATE:
        return _when(said)
    if sort is Sort.NUMBER:
        return _how_many(said)
    if sort is Sort.PERSON:
        return "谁" if is_full_name(said) else ""
    if sort is Sort.NAME:
        who = _TITLED.search(said)
        return "谁" if who and is_full_name(who["name"]) else ""
    if sort is Sort.TITLE:
        return "什么"
    if sort is Sort.PLACE:
        # 重庆武隆县仙女山镇 is more than a town.
        if len(_LEVELS.findall(said)) > 1 or len(said) > LONGEST_NAME:
            return "哪里"
        return next((words for end, words in _PLACES if _is_kind(said, end)), "哪里")
    if sort is Sort.ORGANISATION:
        return next((words for end, words in _BODIES if _is_kind(said, end)), "哪个机构")
    return ""


def _is_kind(said: str, end: str) -> bool:
    """Whether a name ends in what it is: 佛罗里达州 is a state, 杭州 and 上海 are cities, 浙江 is a province."""
    least = 3 if end in _SHORT else len(end) + 1
    return said.endswith(end) and len(said) >= least and said not in _NONE_OF_THEM


def _when(said: str) -> str:
    if re.search(r"[至到～~–—－-]", said):
        return ""
    if said.endswith("年代"):
        return "哪个年代" if "世纪" not in said else "何时"
    if said.endswith("世纪"):
        return "哪个世纪"
    if _DAY.fullmatch(said):
        return "哪一天"
    if _YEAR.fullmatch(said) and "月" not in said:
        return "哪一年"
    return "何时"


def _how_many(said: str) -> str:
    if said.startswith("百分之") or said[-1] in "%％":
        return "百分之多少"
    if "分之" in said:
        return "几分之几"
    if whole := _WHOLE_UNIT.search(said):
        return f"多少{whole.group()}"
    found = _DIGITS.fullmatch(said)
    if not found:
        return ""
    if found["first"]:
        return f"第几{found['unit']}"
    if found["unit"] in _COUNTS:
        return ""
    small = len(found["count"]) <= 2 and not found["more"] and not found["count"].isascii()
    return f"{'几' if small else '多少'}{found['unit']}"
