"""Dates, and numbers with their units, as they stand in Chinese prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.model import Span

_HAN_NUMBER = "〇零一二三四五六七八九十百千两廿"
_DIGITS = r"\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_NUMBER = rf"(?:(?:{_DIGITS}|[{_HAN_NUMBER}]{{1,8}})(?:[多余几])?[百千万亿兆]{{0,3}}(?:[多余])?)"
_UNITS = (
    "平方公里 平方千米 平方米 平方英里 立方米 立方公里 公里 千米 厘米 毫米 微米 纳米 海里 英里 英尺 英寸 "
    "公顷 公斤 千克 毫克 毫升 公升 公吨 摄氏度 华氏度 小时 分钟 秒钟 个月 个世纪 光年 美元 英镑 欧元 日元 "
    "港元 人民币 马克 卢布 百分点 人次 平方 千瓦 兆瓦 瓦特 赫兹 伏特 分贝 像素 元 米 里 尺 寸 丈 亩 斤 两 "
    "吨 克 升 岁 天 日 周 年 月 时 分 秒 度 人 名 位 个 座 所 条 部 本 篇 首 张 幅 枚 艘 辆 架 台 套 间 "
    "户 家 只 头 匹 棵 株 颗 块 片 层 级 届 次 场 回 轮 倍 成 种 类 项 件 票 字 集 卷 章 节 册 站 区 县 "
    "市 省 镇 乡 村 州 国 点 号 期 代 门 口 组 队 支 团 师 营 连 万 亿 km m kg cm mm"
).split()
_UNIT = "|".join(sorted(_UNITS, key=lambda unit: (-len(unit), unit)))

_ERA = r"(?:公元前|公元|西元前|西元|民国|前)?"
_YEAR = rf"{_ERA}(?:\d{{1,4}}|[〇零一二三四五六七八九]{{4}}|[元一二三四五六七八九十]{{1,3}})年(?:代|间)?"
_MONTH = r"(?:闰?(?:\d{1,2}|[正一二三四五六七八九十腊]{1,2}))月(?:份|初|底|末|中旬|上旬|下旬)?"
_DAY = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})日(?:晚|凌晨|上午|下午)?"
_CENTURY = (
    rf"{_ERA}(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})世纪(?:\d{{2}}年代|[一二三四五六七八九]十年代)?"
    r"(?:初叶?|末叶?|中叶|中期|初期|末期|早期|晚期|前半叶?|后半叶?)?"
)
_DATE = re.compile(
    rf"{_CENTURY}|{_YEAR}(?:（[^（）]{{2,12}}）)?(?:[ ]?{_MONTH}(?:[ ]?{_DAY})?)?"
    rf"(?:[初末底春夏秋冬](?!期|年))?|{_MONTH}{_DAY}"
    r"|\d{4}[-–—至到～~]\d{4}年(?:代|间)?"
)
_QUANTITY = re.compile(
    rf"(?:百分之{_NUMBER}|[{_HAN_NUMBER}]{{1,4}}分之[{_HAN_NUMBER}]{{1,4}}|(?:{_DIGITS})\s?[%％‰℃°]|"
    rf"第?{_NUMBER}(?:[至到～~–—－-]{_NUMBER})?\s?(?:{_UNIT}))"
)
# 三年来, 三天后 tell when from somewhere else.
_WHILE = ("来", "后", "前")
_SHORT = re.compile(rf"(?:\d{{1,2}}|[{_HAN_NUMBER}]{{1,3}})[年月]")
# 一个 and 两种 count nothing that anybody would ask about.
_EMPTY = re.compile(r"[一两几][个种些次位名条样定项类家部场首张片点头年天时面]|[一两]$")


def dates(text: str) -> Iterator[Span]:
    """Yield dates with all their parts: 1786年2月2日, 16世纪末, 三月, but not a length of time (三年来)."""
    for found in _DATE.finditer(text):
        after = text[found.end() : found.end() + 1]
        a_while = after in _WHILE and _SHORT.fullmatch(found.group())
        if not a_while and after not in ("多", "度", "级", "龄", "轻"):
            yield Span(found.start(), found.end())


def quantities(text: str) -> Iterator[Span]:
    """Yield numbers with their units: 47600平方公里, 三百多里, 82%, 四分之三, 第二大."""
    for found in _QUANTITY.finditer(text):
        length_of_time = text[found.end() - 1] in "年天月日" and text[found.end() : found.end() + 1] in _WHILE
        # 1960至1970年|代, 3分|33秒|62: a part of a longer measure says too little.
        after, before = text[found.end() : found.end() + 1], text[found.start() - 1 : found.start()]
        part = after == "代" or after.isdecimal() or (before != "" and before in "分时点")
        if not _EMPTY.fullmatch(found.group()) and not length_of_time and not part:
            yield Span(found.start(), found.end())
