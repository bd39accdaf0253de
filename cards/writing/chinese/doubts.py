"""What a strict reader may find wrong with a gap that is sound as far as its grammar goes.

Doubtful gaps are kept only where cards are wanted densely.
"""

from __future__ import annotations

import re

from cards.languages.chinese.stretches import DOINGS, PLACE_ENDS, Sort
from cards.languages.chinese.subjects import leaves_out_whom
from cards.languages.chinese.words import commonness, simplified
from cards.languages.language import Word
from cards.model import Span
from cards.passages import Passage
from cards.reading import Reading
from cards.writing.chinese.genre import about_particulars, reports_a_study
from cards.writing.chinese.topics import subject_of_text
from cards.writing.draft import STUDY

_PROPER = frozenset({"nr", "nrt", "nrfg", "ns", "nt", "nz", "eng"})
_NOMINAL = frozenset({"n", "nz", "nt", "nr", "nrt", "ns", "vn", "j", "ng", "an"})
_HE = re.compile(r"(?:他(?![人国乡山杀律])|她|它|牠|祂)们?")
_TIME = re.compile(r"(?:[\d〇一二三四五六七八九十]+年|世纪|时代|时期|年代|朝|年间)")
_FROM = re.compile(r"[\d年月日元米里钟克吨％%间末初纪][到至和与及或、～~－–—-]$")
_UNTIL = re.compile(r"[到至和与及或、～~－–—-]+\s?[\d第今一二三四五六七八九十]")
_VAGUE_NUMBER = re.compile(r"[几数多余半]|^[一二两三四五1-6].?$|^第[一二三].?$")
_EMPTY = re.compile(
    r"(?:重要|重大|广阔|广泛|积极|一定|良好|较[大高好]|极大|巨大|现实|深远|显著)的?[^，,]{0,6}(?:意义|作用|前景|影响|价值|地位|潜力|效果|贡献)$"
)
# What follows a name without being a part of it: 林登强森|总统.
_TITLES = re.compile(
    r"总统|總統|皇帝|国王|國王|先生|教授|将军|將軍|议员|議員|时代|時代|时期|時期|年间|主席|博士|等人|之战|条约|原则"
)
# What the sentence before shows, or a text says of itself.
_HERE = re.compile(
    r"[这此该本](?:里|处|站|地|时|后|片|剧|书|校|市|县|省|人|文|研究|系统|方法)(?!域|区|方)|那里|那儿|^.{0,14}这[座个种些项部篇次位一两]|上述|如下|为此|据此|在此(?![之后前期])|对此|此(?:条约|法案|战役|提案)"
)
_ARBITRARY = re.compile(r"等[处地]|[两二三四五]度")
_ONLY = re.compile(r"最|第[一二三四五六七八九十\d]|唯一|首")
_SAID = (Sort.OBJECT, Sort.REASON, Sort.AIM)
LONGEST_SAID = 14
_CLASSES = (Sort.OBJECT, Sort.NAME, Sort.TERM, Sort.ORGANISATION)
_MADE_OF_WORDS = (Sort.NAME, Sort.TERM, Sort.PERSON, Sort.ORGANISATION)
_STRAY = frozenset({"nr", "nrt", "nrfg", "ns", "zg", "j"})
_ABOUT = frozenset("关系 问题 情况 方面 部分 地区 时期 期间 主席 总统 皇帝 人民 国家 政府 主权 主题".split())
MOST_WORDS = 4
_SAYING = frozenset({"v", "vg", "vi", "a", "p", "d", "vn", "zg"})
_POINTED = re.compile(r"[该此这]|其(?![中他余])|而得名")
_DAY = re.compile(r"[^，,。]{0,8}?\d{1,2}月\d{1,2}日")
LONGEST_SHOWN = 85
_PLACED = (Sort.TERM, Sort.NAME, Sort.PLACE)
_AT = re.compile(r".[于在]")
_PARTICULARS = frozenset({"ns", "nr", "nrt"})
_GOING_ON = (Sort.PLACE, Sort.ORGANISATION, Sort.NAME, Sort.PERSON)
_ON = re.compile(r".?[·・]|[系班科级州郡县镇乡村区路街站港岛湖山河江寺队社党军](?![长人内的])")
_WITHIN = (Sort.TERM, Sort.NAME, Sort.OBJECT, Sort.FOREIGN, Sort.LIST)
_LASTING = re.compile(r"(?:[\d]{1,2}|[一二三四五六七八九十数几]{1,3})年")
_POINTERS = frozenset("本该此各其每某另同")
_PREPOSITIONS = "于在和与及被把从向将对"
_LATIN = re.compile(r"[A-Za-z]\.?\s?$")
_MARKED = re.compile(r"《[^》]{2,}》|「[^」]{2,}」|“[^”]{2,}”|『[^』]{2,}』")
# Fewer characters tell no event from another, where one name or more names stand.
TELLING, SHORT = 18, 10
# A quoted word this common (Zipf) is quoted for its tone: 便于「捕捉」声音.
COMMON = 3.2


def doubt_about(
    reading: Reading, passage: Passage, span: Span, sort: Sort, *, shown: str, start: int, heading: str
) -> str:
    """Say what may be wrong with hiding `span` of the sentence, shown from `start` on as `shown`; or ""."""
    text = passage.text
    said = span.of(text)
    around = [word for word in passage.words if word.span.start >= start and not word.span.meets(span)]
    rest = heading + shown.replace(said, "", 1)
    return (
        (
            ""
            if heading
            else _nameless(
                reading, passage, around, rest, opens=span.start == start and sort is not Sort.DATE
            )
        )
        or ("" if heading else _pronoun(around, shown))
        or ("" if any(word.tag in _SAYING for word in around) else "nothing is said of anybody")
        or ("points outside" if _HERE.search(rest) or _POINTED.search(said) else "")
        or ("takes in 内, where it is" if sort in _MADE_OF_WORDS and said.endswith("内") else "")
        or ("a day without its year" if _DAY.match(shown) and "年" not in rest + said else "")
        or ("more to read than to learn" if len(shown) > LONGEST_SHOWN else "")
        or ("the name above is a guess" if _guessed(reading, passage, heading) else "")
        or (STUDY if reports_a_study(reading, passage) else "")
        or _number(text, span, sort, shown)
        or (_front(text, span, sort, around) if span.start == start else "")
        or _rim(text, passage.words, span, sort)
        or _leak(said, rest, sort)
        or _empty(text, span, sort)
    )


def _nameless(reading: Reading, passage: Passage, around: list[Word], rest: str, *, opens: bool) -> str:
    """学校创建于1906年: which one? A text about particulars names them; a law or a textbook need not."""
    if not opens and leaves_out_whom(rest.lstrip("，, ")):
        return "nobody is named in front"
    if any(word.tag in _PROPER for word in around) or _MARKED.search(rest):
        return ""
    if rest.startswith(reading.passages[0].text[:2]):
        return ""  # what the whole text is about
    return "nothing is named that tells which one" if about_particulars(reading, passage) else ""


def _guessed(reading: Reading, passage: Passage, heading: str) -> bool:
    """Whether a heading is neither the section's nor what the text is about, but the last name before."""
    return bool(heading and not passage.section and heading != subject_of_text(reading, passage))


def _pronoun(around: list[Word], shown: str) -> str:
    """2009年4月，她更加曾经表示……: nobody is named before the pronoun."""
    found = _HE.search(shown)
    if not found:
        return ""
    before = shown[: found.start()]
    if any(word.tag in _PROPER | {"n", "r"} and word.text in before for word in around):
        return ""
    return f"{found.group()} stands for nobody named before"


def _number(text: str, span: Span, sort: Sort, shown: str) -> str:
    """60分钟到[90分钟], 1933年和[1934年], [四个]; a day without its year."""
    if sort not in (Sort.DATE, Sort.NUMBER):
        return ""
    said = span.of(text)
    if _FROM.search(text[max(0, span.start - 4) : span.start]) or _UNTIL.match(text, span.end):
        return "one end of a range"
    if text[span.start - 1 : span.start] in tuple("亿万千百"):
        return "half of a number"
    if sort is Sort.DATE and _LASTING.fullmatch(said):
        return "a length of time"
    if sort is Sort.NUMBER and _VAGUE_NUMBER.search(said):
        return "a number that says little"
    if sort is Sort.DATE and not _TIME.search(simplified(said)) and not _TIME.search(simplified(shown)):
        return "a day without its year"
    return ""


def _front(text: str, span: Span, sort: Sort, around: list[Word]) -> str:
    """[1983年10月]，市政府调整指挥部成员: nothing tells this event from others."""
    if sort is not Sort.DATE and not _TIME.search(span.of(text)[-3:]):
        return ""
    after = [word for word in around if word.span.start >= span.end]
    named = sum(word.tag in _PROPER for word in after) + 2 * len(_MARKED.findall(text, span.end))
    known = sum(len(word.text) for word in after if word.tag != "x")
    if named < 1 or known < (TELLING if named < 2 else SHORT):
        return "a date in front of what may have happened often"
    return ""


def _rim(text: str, around: tuple[Word, ...], span: Span, sort: Sort) -> str:
    """[皮埃尔·博雷加德]部队, 数据安全知识宣传[普及], 服大[活络胶囊]: half of a longer name."""
    before = next((word for word in around if word.span.end == span.start), None)
    after = next((word for word in around if word.span.start == span.end), None)
    if after and _TITLES.match(after.text):
        return ""
    if sort in (Sort.PERSON, Sort.ORGANISATION, Sort.NAME) and after and after.tag in _NOMINAL - {"ng"}:
        return "a noun goes on after the name"
    if sort in _WITHIN and after and after.tag in ("n", "nz", "vn"):
        return "a noun goes on after the term"
    if sort in (Sort.TERM, Sort.OBJECT, Sort.NAME) and before and before.tag in _NOMINAL:
        if before.text.endswith("人"):  # 雅典人|苏格拉底
            return ""
        return "a noun leads into the term"
    if (sort in _PLACED and text[span.end - 1] in "内外中间里上下前后") or (
        sort is Sort.PLACE and _AT.search(span.of(text))
    ):
        return "a place or time without its name"
    if sort in _GOING_ON and _ON.match(text, span.end):
        return "a name goes on after the name"
    if sort is Sort.DATE and text[span.end - 1] == "初" and text.startswith("期", span.end):
        return "half of a word"
    if sort is Sort.PLACE and after and after.tag in _PARTICULARS:
        return "a name goes on after the name"
    if sort is Sort.LIST and before and before.tag in _PROPER and before.text not in DOINGS:
        return "a name leads into the list"
    if sort in _MADE_OF_WORDS and _loose(around, span, sort):
        return "a name that was cut wrongly"
    if before and before.text in _POINTERS:
        return f"{before.text} stands before the gap"
    if before and before.tag == "v" and text[span.start] in _PREPOSITIONS:
        return "a preposition is hidden"
    if text[span.start].isalpha() and text[span.start].isascii() and _LATIN.search(text[: span.start][-3:]):
        return "half of a foreign name"
    return _half_object(text, around, before, span) if sort is Sort.OBJECT and before else ""


def _loose(around: tuple[Word, ...], span: Span, sort: Sort) -> bool:
    """Whether a name ends in a stray character (匈人领袖阿|提拉), or goes on to what it is about (南斯拉夫关系)."""
    inside = [word for word in around if span.holds(word.span)]
    if len(inside) < 2:
        return False
    last = inside[-1]
    stray = len(last.text) == 1 and last.tag in _STRAY and not last.text.endswith(PLACE_ENDS)
    about = sort is Sort.NAME and last.tag == "n" and last.text in _ABOUT
    if sort is Sort.NAME and any(word.tag == "vn" for word in inside):
        return True
    return stray or about or last.tag == "vn" or (sort is Sort.NAME and len(inside) > MOST_WORDS)


def _half_object(text: str, around: tuple[Word, ...], before: Word, span: Span) -> str:
    """服大[活络胶囊], 宣布放弃[地球围绕太阳旋转的理论时], 采取了限制[海军的政策]."""
    if text[span.end - 1] in "时后前中里":
        return "only the front of a clause"
    earlier = next((word.tag for word in around if word.span.end == before.span.start), "")
    if "的" in span.of(text) and earlier in ("v", "ul"):
        return "a clause that says what the last noun is"
    if len(before.text) == 1 and before.tag in ("a", "b", "ng", "vg", "zg"):
        return "the first half of a word stands before the gap"
    return ""


def _leak(said: str, rest: str, sort: Sort) -> str:
    """故被统称为[百老汇剧院] after 百老汇街道."""
    if sort in (Sort.DATE, Sort.NUMBER):
        return ""
    pairs = [said[at : at + 2] for at in range(len(said) - 1)]
    known = sum(pair in rest for pair in pairs)
    # Patterns hide slogans and phrases, which share words with what they are about.
    share = 0.75 if sort is Sort.LIST else 0.5
    return "most of the answer stands in the prompt" if pairs and known >= share * len(pairs) else ""


def _empty(text: str, span: Span, sort: Sort) -> str:
    """Say why the answer is nothing to learn: 偏头痛是[神经科常见疾病], 便于「[捕捉]」声音."""
    said = span.of(text)
    if sort is Sort.QUOTATION and len(said) <= 4 and commonness(said) >= COMMON:
        return "a word quoted for its tone"
    if sort is Sort.LIST and _ARBITRARY.match(text, span.end):
        return "an arbitrary list"
    if sort in _SAID and (len(said) > LONGEST_SAID or (sort is Sort.REASON and "而" in said)):
        return "half a sentence to recite"
    if _EMPTY.search(said):
        return "says that something matters, not what"
    predicate = text[span.start - 1 : span.start] == "是" and not text.startswith("的", span.end)
    if sort in _CLASSES and predicate and not _ONLY.search(said):
        return "one of many things that could be said of it"
    return ""
