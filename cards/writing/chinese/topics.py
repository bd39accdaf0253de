"""What a sentence speaks of when it does not say so itself."""

from __future__ import annotations

import re
from functools import lru_cache

from cards.languages.chinese.subjects import PRONOUN, name, subject
from cards.languages.chinese.tags import PEOPLE
from cards.languages.chinese.words import words
from cards.passages import Passage
from cards.reading import Reading

# How many sentences before may name what a sentence speaks of.
MOST_BACK = 3
SHORT_TITLE = 4
# A block of more sentences speaks of more than what it opens with; and looking back must not take for ever.
LONGEST_BLOCK = 60
# What 该校, 该国 may stand for, by the end of the name.
_KINDS: dict[str, str | tuple[str, ...]] = {
    "校": ("大学", "学院", "中学", "小学", "学校"),
    "学校": ("大学", "学院", "中学", "小学", "学校"),
    "国": ("国", "利亚", "兰", "尼亚", "斯坦", "亚", "西", "本"),
    "国家": ("国", "利亚", "兰", "尼亚", "斯坦", "亚", "西", "本"),
    "城市": "市",
    "公司": ("公司", "集团", "企业", "银行"),
    "组织": ("组织", "联盟", "协会", "会"),
    "机构": ("机构", "署", "局", "院", "所", "会"),
    "建筑": ("楼", "塔", "殿", "宫", "寺", "庙", "大厦", "教堂"),
    "站": ("站", "车站"),
    "书": "》",
    "片": "》",
    "剧": "》",
}
# A document that opens by saying what its subject is: 疏勒县是中国新疆……的一个县.
_DEFINING = re.compile(
    r"(?P<name>[^，,。（(]{2,12}?)(?:[（(][^（）()]{0,60}[）)])?[，,]?(?:是|为|指|位于|又[称名]|简称|原名|全称|[，,]字)"
)
_NO_TOPIC = re.compile(
    r"^(?:又名|境内|这|那|其|该|此|本|他|她|它|在|从|对|以|由|有|当)|[的了着是为在被与和、]"
)
_LAW = re.compile(
    r"^(?:中华人民共和国)?(?P<name>.{2,30}(?:法|条例|规定|办法|规则|细则|章程|准则|公约))(?:（.*）)?$"
)
THIS_LAW = re.compile(r"本(?:法|条例|规定|办法|规则|细则|章程|准则|公约)(?!律|院|规(?!定)|人)")


def topic(reading: Reading, passage: Passage) -> str:
    """Return what a sentence without a subject speaks of, or "" where that is not certain.

    It is the heading above, else the name that the sentences before it, or the document, begin with.
    """
    if passage.section:
        title = passage.section[-1]
        # 历史 alone says nothing; 南京大学 · 历史 does.
        short = len(title) <= SHORT_TITLE and len(passage.section) > 1
        return f"{passage.section[0]} · {title}" if short else title
    for back in range(1, MOST_BACK + 1):
        number = passage.number - back
        if number < 0 or reading.passages[number].block_number != passage.block_number:
            break
        before = reading.passages[number]
        if found := named(before.text):
            return found
        if PRONOUN.match(before.text):
            break
    return subject_of_text(reading, passage)


def subject_of_text(reading: Reading, passage: Passage) -> str:
    """Return what the passage's block, or else the document, opens by defining; or ""."""
    return defined(reading.passages[_opening(reading, passage)].text) or defined(reading.passages[0].text)


def _opening(reading: Reading, passage: Passage) -> int:
    """Return the number of the sentence that opens the passage's block."""
    number = passage.number
    least = max(0, number - LONGEST_BLOCK)
    while number > least and not reading.passages[number].first:
        number -= 1
    return number


@lru_cache(maxsize=4096)
def defined(sentence: str) -> str:
    """Return what a sentence defines: 长柄艾纳香（学名：……）是菊科植物; or ""."""
    found = _DEFINING.match(sentence)
    if not found or _NO_TOPIC.search(found["name"]):
        return ""
    return named(sentence) or found["name"].strip("“”「」『』《》 ")


def antecedent(reading: Reading, passage: Passage, pronoun: str, kind: str) -> str:
    """Return the name that a pronoun at the front of a sentence stands for, or "" where it is not certain.

    It is the subject of the sentence before, in the same block; for 该校 and the like it must be of that kind.
    """
    for back in range(1, MOST_BACK + 1):
        number = passage.number - back
        if number < 0 or reading.passages[number].block_number != passage.block_number:
            return ""
        before = reading.passages[number]
        if not speaks_of(before.text):
            opening = PRONOUN.match(before.text)
            if opening and opening.group() == pronoun:
                continue
            return ""
        found = named(before.text)
        if kind and not found.endswith(_KINDS.get(kind, kind)):
            return ""
        person = any(word.tag in PEOPLE and word.text in found for word in before.words)
        if pronoun.endswith("们") or (pronoun in ("他", "她") and not person):
            return ""
        return found
    return ""


# Every gap of a sentence asks for the sentences before it.
@lru_cache(maxsize=4096)
def named(sentence: str) -> str:
    """Return the name that a sentence begins with and speaks of, or ""."""
    return name(words(sentence))


@lru_cache(maxsize=4096)
def speaks_of(sentence: str) -> bool:
    """Whether a sentence begins with its subject."""
    return subject(words(sentence)) is not None


def law_named(passage: Passage) -> str:
    """Return what 本法 stands for below this heading, in the marks of a title: 《数据安全法》; or ""."""
    found = _LAW.match(passage.section[0]) if passage.section else None
    return f"《{found['name']}》" if found else ""


# What a sentence says of its subject without saying whose: 面积为2400平方公里.
_MEASURED = re.compile(
    r"(?:总)?(?:面积|人口|全长|海拔|总部|首都|首府|总长|长度|高度|直径)(?=为|是|约|达|有|位于|设)"
)


def continued_subject(reading: Reading, passage: Passage) -> str:
    """Return what the block opens by defining, where this sentence leaves its subject out and none came between."""
    opening = _opening(reading, passage)
    name = defined(reading.passages[opening].text)
    if not name or passage.number == opening or not _goes_on(passage.text):
        return ""
    between = reading.passages[opening + 1 : passage.number]
    return name if all(_goes_on(p.text) or p.text.startswith(name) for p in between) else ""


@lru_cache(maxsize=4096)
def _goes_on(sentence: str) -> bool:
    """Whether a sentence begins with a pronoun, or with what somebody did and not who."""
    if PRONOUN.match(sentence) or _MEASURED.match(sentence):
        return True
    return not speaks_of(sentence)
