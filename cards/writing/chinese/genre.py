"""What kind of text a sentence stands in: about particulars, or the report of a study."""

from __future__ import annotations

import re
from functools import lru_cache

from cards.languages.chinese.people import is_full_name
from cards.languages.chinese.tags import PEOPLE
from cards.languages.chinese.words import words
from cards.passages import Passage
from cards.reading import Reading

_FINDING = re.compile(
    r"本文|该文|探讨|阐述|综述|论述|论证|概括了|浅析|解析(?![为成器度式几])|研究进展|(?:对比|比较|进行)(?:了)?[^，,。]{0,8}(?:研究|分析|探讨|测定|测试|比较|检测|观察|评价)|"
    r"提出了?[^，,。]{0,12}(?:方法|模型|算法|工艺|对策)|设计研制|研制了|临床观察|病例\d|"
    r"(?:结果|实验|试验|分析|研究)(?:表明|显示|发现|提示)|^(?:方法|目的|结论|结果)[:： ]?"
)
_STUDY = re.compile(
    r"(?:^|[，,。;；])(?:并|还|且|首先|然后|最后|简要|详细|着重|重点|主要|系统地?)?"
    r"(?:介绍|阐述|探讨|综述|论述|总结|报告|描述|讨论|概述|评述|回顾|报道)(?:了|对|其|如何|\d|[^，,。]{1,20}的)|"
    r"结果(?:表明|显示|发现|证明|提示)|研究(?:发现|表明|了)|实验(?:表明|结果)|(?:方法|目的|结论|结果)[:：]?(?:将|采用|选取|探讨|观察|对|通过|应用)|"
    r"^(?:针对|本文|文章|该文|采用|利用|运用|应用|通过|分析|详细分析|探讨|介绍|提出|基于|论述|阐述|综述)[^，,。]{2,40}[,，]?.*"
    r"(?:分析|研究|探讨|探究|揭示|测定|检测|仿真|模拟|验证|论述|阐述)了?"
)
# jieba's nz are as often terms (电子政务) as names, and its people as often terms (叶绿素) as people.
_PLACES = frozenset({"ns", "nt"})
_YEAR = re.compile(r"(?:\d{3,4}|[一二三四五六七八九〇]{4})年|世纪")
_WORK = re.compile(r"《[^》]*[^》法例]》")
NEAR = 4
MOST_BLOCKS = 2


def about_particulars(reading: Reading, passage: Passage) -> bool:
    """Whether most sentences around name people, places or works, as they do in encyclopaedias."""
    near = reading.passages[max(0, passage.number - NEAR) : passage.number + NEAR + 1]
    return 2 * sum(_particular(other.text) for other in near) > len(near)


def is_scrap(reading: Reading) -> bool:
    """Whether the text is one paragraph, perhaps with a title: what its sentences lean on stands elsewhere."""
    return reading.passages[-1].block_number - reading.passages[0].block_number < MOST_BLOCKS


def reports_a_study(reading: Reading, passage: Passage) -> bool:
    """Whether the block is an abstract, or the sentence says how a study was made."""
    near = reading.passages[max(0, passage.number - NEAR) : passage.number + NEAR + 1]
    same = (other.text for other in near if other.block_number == passage.block_number)
    own = bool(_STUDY.search(passage.text)) or _found(passage.text)
    return own or (not about_particulars(reading, passage) and any(map(_found, same)))


@lru_cache(maxsize=4096)
def _found(sentence: str) -> bool:
    return bool(_FINDING.search(sentence) or _STUDY.search(sentence))


# Every draft asks for its neighbours.
@lru_cache(maxsize=4096)
def _particular(sentence: str) -> bool:
    if _YEAR.search(sentence) or _WORK.search(sentence):
        return True
    return any(
        word.tag in _PLACES or (word.tag in PEOPLE and is_full_name(word.text)) for word in words(sentence)
    )
