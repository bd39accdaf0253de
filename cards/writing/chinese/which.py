"""Who, where, and which body or work: 由[张之洞]创立 -> 由谁创立？, 位于[杭州] -> 位于哪里？"""

from __future__ import annotations

import re
from dataclasses import replace

from cards.writing.chinese.core import Core
from cards.writing.chinese.when import happens_once

_IS_WHO = re.compile(
    r"(?:首任|首位|第[一二三四五六七八九十\d]+[任位]|创始人|创办人|创立者|奠基人|发明[人者]|发现者|设计[者师]|建筑师|作者|导演|主编|原著|"
    r"指挥官|开国皇帝|末代皇帝|之父)[^，,。的]{0,8}(?:是|为)$"
)
_DONE_BY = re.compile(r"(?:由|被|受|为)$")
_DOING = re.compile(
    r"(?:共同|联合|合作|首先|最早|正式|主持|负责|亲自)?"
    r"(?:提出|发明|创立|创建|创办|建立|成立|发现|设计|撰写|编写|主演|执导|开发|研发|发行|建造|兴建|制定|制作|出版|主办|运营|改编|"
    r"谱曲|作曲|作词|作画|编剧|命名|击败|推翻)"
)
_LIES = re.compile(r"(?:位于|地处|位处|坐落于|座落于|发源于|起源于)$")
_WHERE = re.compile(
    r"(?:位于|坐落于|座落于|地处|位处|生于|出生于|出生在|葬于|建于|设于|设在|源于|发源于|起源于|流入|注入|汇入|迁至|迁往|迁到|"
    r"定都|建都|毕业于|就读于|隶属于?|属于|来自|逝世于|卒于|总部在)$"
)
_AT = re.compile(r"[于在]$")
# What may follow a place: 位于[新疆]西部, 位于[杭州]的西湖.
_PLACE_ENDS = re.compile(r"(?P<part>境内|内|[东南西北中]+[部端侧岸面])?(?:$|[的，,])")
_HERE = ("市境", "县境", "境内", "本", "该", "当地")
_IS_ONE = re.compile(r"[是为一][^，,]*$")
_WORKS = {
    "小说": "部", "电影": "部", "影片": "部", "电视剧": "部", "著作": "部", "作品": "部", "剧本": "部", "歌剧": "部",
    "专辑": "张", "唱片": "张", "单曲": "首", "歌曲": "首", "杂志": "本", "报纸": "份", "文章": "篇", "论文": "篇",
    "法案": "项", "条约": "项", "协定": "项", "协议": "项",
}  # fmt: skip
_COUNTED = re.compile(
    r"[的了着过部张首本篇项份]$|(?:发行|出版|发表|推出|执导|主演|通过|签署|签订|写成|拍摄|上映|创作|编写|演唱|导演)$"
)
_YEAR = re.compile(r"\d年|[一二三四五六七八九〇]{4}年")
_FIRST = re.compile(
    r"第一|首[部张本次度]|处女|代表作|成名|最后|最早|唯一|改编自|取材[于自]|收录[于在]|载[于入]"
)
_PUBLISHED = re.compile(
    r"(?:签署|签订|缔结|通过|颁布|公布|发布|出版|发表|写成|撰写|编写|创作|完成|执导|主演|编成|写下|改编自|取材于|取材自|收录于|载于)了?$"
)


def person(found: Core, said: str, words: str) -> str:
    """Return the question for a person who is named by what was done or held, or ""."""
    return found.asked(words) if _done_by(found) or _IS_WHO.search(found.before) else ""


def place(found: Core, said: str, words: str) -> str:
    """Return the question for a whole place where something lies or happened once, or ""."""
    if said.startswith(_HERE):
        return ""
    lies = bool(_WHERE.search(found.before))
    if re.search("[不未没]", found.before + found.after) or found.after.startswith(("在", "于")):
        return ""
    # 关岛为美国属地，位于西太平洋的岛屿: half a sentence.
    if found.after.startswith("的") and not _IS_ONE.search(found.before):
        return ""
    if lies and "迁" in found.before[-3:] and not _YEAR.search(found.before):
        return ""
    if lies:
        rest = _PLACE_ENDS.match(found.after)
        whole = rest is not None and not rest["part"]
        if rest is None or (not whole and words == "哪里"):
            return ""
        return found.asked("哪里" if whole and _LIES.search(found.before) else words)
    once = bool(_AT.search(found.before)) and happens_once(found.after[:8])
    return found.asked(words) if once else ""


def body(found: Core, said: str, words: str) -> str:
    """Return the question for an organisation that did something, or where something belongs, or ""."""
    return found.asked(words) if _done_by(found) else place(found, said, words)


def title(found: Core, said: str, words: str) -> str:
    """国民政府于1947年颁布了[《宪法》] -> 颁布了什么？; a work is asked for by what it is: 哪部小说."""
    shown = found.before + found.after
    kind = next((kind for kind in _WORKS if found.before.endswith(kind)), "")
    if not _YEAR.search(shown) and not _FIRST.search(shown):
        return ""
    if kind and not _COUNTED.search(found.before.removesuffix(kind)):
        return ""  # 电视|杂志: the kind is longer
    if kind:
        return replace(found, before=found.before.removesuffix(kind)).asked(f"哪{_WORKS[kind]}{kind}")
    published = _PUBLISHED.search(found.before) and found.after == ""
    return found.asked("什么") if published else ""


def _done_by(found: Core) -> bool:
    return bool(_DONE_BY.search(found.before) and _DOING.match(found.after))
