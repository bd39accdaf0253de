"""The number that an author wrote before a heading, an item or a point: 一、（二）第三，四是 1.2 IV. First,"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Style(StrEnum):
    """How a number is written; the example is the name."""

    VOLUME = "第一编"
    CHAPTER = "第一章"
    SECTION = "第一节"
    ARTICLE = "第一条"
    HAN = "一、"
    ORDINAL = "第一，"
    POINT = "一是"
    AMONG = "其一，"
    SEQUENCE = "首先，"
    HAN_BRACKETED = "（一）"
    STEM = "甲、"
    DIGIT = "1."
    DIGIT_BRACKETED = "(1)"
    DIGIT_CLOSED = "1)"
    CIRCLED = "①"
    DECIMAL = "1.2"
    DIGIT_SPACED = "1 "
    ROMAN = "IV."
    LETTER = "A."
    LETTER_BRACKETED = "(a)"
    FIRST = "First,"


@dataclass(frozen=True, slots=True)
class Numbering:
    """The number at the beginning of a text.

    `number` has one part, (3,), or several for decimal numbers, (1, 2). `last` points ("最后", "Finally") have
    the number (0,): they end a sequence, whatever its length. `length` counts the code points of the marker
    with the punctuation and white space that belong to it, so that the words begin at `length`.
    """

    style: Style
    number: tuple[int, ...]
    length: int

    @property
    def last(self) -> bool:
        return self.number == (0,)


def numbered(text: str, at: int = 0) -> Numbering | None:
    """Return the number that stands at code point `at` of the text, or None where there is none.

    Each pattern looks at a few characters only, whatever the length of the text.
    """
    first = text[at : at + 1]
    for beginnings, style, pattern, number in _PATTERNS:
        if first not in beginnings:
            continue
        found = pattern.match(text, at)
        if found is not None:
            counted = number(found["n"])
            if counted is not None:
                return Numbering(style, counted, found.end() - at)
    return None


def han_number(written: str) -> int | None:
    """Return the number that Chinese numerals or digits write (十二, 二十, 一百零三, 〇, 12), or None."""
    if written.isdecimal():
        return int(written)
    total, digit = 0, 0
    for character in written:
        if character in "十百拾佰":
            unit = 10 if character in "十拾" else 100
            total += (digit or 1) * unit
            digit = 0
        elif character in "〇零":
            digit = 0
        elif character in "廿":
            total += 20
        else:
            value = _HAN_DIGITS.find(character)
            if value < 0:
                return None
            # 一二 is no numeral, but 二〇二一 and 第一二三 are years and places.
            if digit:
                return None
            digit = value % 10
    return total + digit or None


_HAN_DIGITS = "〇一二三四五六七八九零壹贰叁肆伍陆柒捌玖零壹貳參肆伍陸柒捌玖"
_HAN = r"[一二三四五六七八九十百零〇廿]{1,5}"
_FORMAL = r"[壹贰貳叁參肆伍陆陸柒捌玖拾]{1,3}"
_DIGITS = r"[0-9０-９]{1,3}"
_ANY = rf"(?:{_HAN}|{_FORMAL}|{_DIGITS})"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_BLANK = r"[ \t\u3000\xa0]{0,8}"
_SOME_BLANK = r"[ \t\u3000\xa0]{1,8}"
_ENGLISH_NUMBERS = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
)
_ENGLISH_CARDINALS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_SEQUENCE = {"首先": 1, "其次": 2, "再次": 3, "最后": 0, "最後": 0}
# 最后一次 and 首先是 are no points; with a pause they are.
_PAUSE = r"[，,、：:]"


def _han(written: str) -> tuple[int, ...] | None:
    number = han_number(written)
    return None if number is None else (number,)


def _decimal(written: str) -> tuple[int, ...] | None:
    return tuple(int(part) for part in re.split(r"[.．]", written) if part)


def _roman(written: str) -> tuple[int, ...] | None:
    values = {"i": 1, "v": 5, "x": 10, "l": 50}
    numerals = [values[letter] for letter in written.lower()]
    following = [*numerals[1:], 0]
    number = sum(-value if value < after else value for value, after in zip(numerals, following, strict=True))
    return (number,) if _roman_numeral(number) == written.lower() else None


def _roman_numeral(number: int) -> str:
    written = ""
    for value, numeral in ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        while number >= value:
            written += numeral
            number -= value
    return written


def _letter(written: str) -> tuple[int, ...] | None:
    return (ord(written.lower()) - ord("a") + 1,)


def _stem(written: str) -> tuple[int, ...] | None:
    return (_STEMS.index(written) + 1,)


def _circled(written: str) -> tuple[int, ...] | None:
    return (_CIRCLED.index(written) + 1,)


def _sequence(written: str) -> tuple[int, ...] | None:
    return (_SEQUENCE[written],)


def _english(written: str) -> tuple[int, ...] | None:
    word = written.lower().removesuffix("ly")
    return (_ENGLISH_NUMBERS.index(word) + 1,) if word in _ENGLISH_NUMBERS else (0,)


def _english_chapter(written: str) -> tuple[int, ...] | None:
    word = written.lower()
    if word in _ENGLISH_CARDINALS:
        return (_ENGLISH_CARDINALS.index(word) + 1,)
    if word[0].isdigit():
        return _decimal(word)
    return _roman(word) if set(word) <= set("ivxl") else _letter(word)


_NUMERALS = "一二三四五六七八九十百零〇廿壹贰貳叁參肆伍陆陸柒捌玖拾"
_ARABIC = "0123456789０１２３４５６７８９"
_CHAPTER_NUMBER = r"(?P<n>\d{1,3}(?:\.\d{1,3})?|[IVXL]{1,6}|[A-Z]|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en)"
# "Chapter 3 explores ..." is a sentence; a title begins with a capital.
_AFTER_CHAPTER = rf"(?:{_BLANK}[:.：—–-]{_BLANK}|{_SOME_BLANK}(?=[A-Z0-9“‘\"'])|$|(?=\n))"

_Number = Callable[[str], tuple[int, ...] | None]


def _pattern(
    beginnings: str, style: Style, pattern: str, number: _Number
) -> tuple[str, Style, re.Pattern[str], _Number]:
    return beginnings, style, re.compile(pattern), number


# The first that matches counts: the more telling ones stand first.
_PATTERNS = (
    _pattern(
        "第",
        Style.VOLUME,
        rf"第{_BLANK}(?P<n>{_ANY}){_BLANK}(?:编|編|部分|篇(?!文)|卷|部(?![分门門队隊])){_BLANK}[：:、，,]?{_BLANK}",
        _han,
    ),
    _pattern(
        "第",
        Style.CHAPTER,
        rf"第{_BLANK}(?P<n>{_ANY}){_BLANK}(?:章|回(?!合)|讲|講|课|課(?!程)|单元|單元|幕|专题){_BLANK}[：:、，,]?{_BLANK}",
        _han,
    ),
    _pattern(
        "第", Style.SECTION, rf"第{_BLANK}(?P<n>{_ANY}){_BLANK}(?:节|節){_BLANK}[：:、，,]?{_BLANK}", _han
    ),
    _pattern(
        "第",
        Style.ARTICLE,
        rf"第(?P<n>{_ANY})(?:条|條)(?:之[一二三四五六七八九十])?(?![件款项的例])(?:[：:]|{_BLANK}){_BLANK}",
        _han,
    ),
    _pattern(
        "第",
        Style.ORDINAL,
        rf"第(?P<n>{_HAN}|{_DIGITS})(?:点|點|步|方面|个方面)?(?:[，,、：:．.；]|是(?!否)){_BLANK}",
        _han,
    ),
    _pattern("其", Style.AMONG, rf"其(?P<n>{_HAN})(?:{_PAUSE}|是|曰){_BLANK}", _han),
    _pattern("首其再最", Style.SEQUENCE, rf"(?P<n>首先|其次|再次|最后|最後){_PAUSE}{_BLANK}", _sequence),
    _pattern(
        _NUMERALS, Style.HAN, rf"(?P<n>{_HAN}|{_FORMAL})(?:[、．.：:]|，|,(?!\d)|{_SOME_BLANK}){_BLANK}", _han
    ),
    _pattern(
        _NUMERALS,
        Style.POINT,
        r"(?P<n>[一二三四五六七八九十])(?:是(?!非)|则|則|要(?![素点點害求领領])|靠)[，,：:]?",
        _han,
    ),
    _pattern(
        "（(〔【[",
        Style.HAN_BRACKETED,
        rf"[（(〔【\[]{_BLANK}(?P<n>{_HAN}){_BLANK}[）)〕】\]]{_BLANK}[、.．]?{_BLANK}",
        _han,
    ),
    _pattern(
        "（(〔【[",
        Style.DIGIT_BRACKETED,
        rf"[（(〔【]{_BLANK}(?P<n>[0-9０-９]{{1,2}}){_BLANK}[）)〕】]{_BLANK}[、.．]?{_BLANK}",
        _han,
    ),
    _pattern("（(", Style.LETTER_BRACKETED, rf"[（(](?P<n>[a-zA-Z])[）)]{_SOME_BLANK}", _letter),
    _pattern(_STEMS, Style.STEM, rf"(?P<n>[{_STEMS}])[、．.]{_BLANK}", _stem),
    _pattern(_CIRCLED, Style.CIRCLED, rf"(?P<n>[{_CIRCLED}])[、.．]?{_BLANK}", _circled),
    _pattern(
        _ARABIC,
        Style.DECIMAL,
        rf"(?P<n>\d{{1,2}}(?:[.．]\d{{1,2}}){{1,4}})(?![\d.．%％])(?:[.．]?{_SOME_BLANK}|、|(?=[一-鿿]))(?![万亿萬億个個倍年月日元米克%a-z])",
        _decimal,
    ),
    _pattern(_ARABIC, Style.DIGIT, rf"(?P<n>{_DIGITS})(?:、|[.．](?![0-9０-９])){_BLANK}", _han),
    _pattern(_ARABIC, Style.DIGIT_CLOSED, rf"(?P<n>[0-9０-９]{{1,2}})[)）]{_BLANK}", _han),
    _pattern(_ARABIC, Style.DIGIT_SPACED, rf"(?P<n>[0-9]{{1,2}}){_SOME_BLANK}(?=[A-Z一-鿿])", _han),
    _pattern("IVXL", Style.ROMAN, rf"(?P<n>[IVXL]{{1,6}})[.、．)]{_BLANK}", _roman),
    _pattern("ABCDEFGHIJ", Style.LETTER, rf"(?P<n>[A-J])[.、．)）](?![A-Z.]){_BLANK}", _letter),
    _pattern("abcdefghij", Style.LETTER, rf"(?P<n>[a-j])[)）]{_BLANK}", _letter),
    _pattern(
        "PpBbVv",
        Style.VOLUME,
        rf"(?:P(?:art|ART)|B(?:ook|OOK)|V(?:olume|OLUME))\s{_CHAPTER_NUMBER}{_AFTER_CHAPTER}",
        _english_chapter,
    ),
    _pattern(
        "CLUM",
        Style.CHAPTER,
        rf"(?:C(?:hapter|HAPTER)|L(?:esson|ESSON|ecture|ECTURE)|U(?:nit|NIT)|M(?:odule|ODULE)) {_CHAPTER_NUMBER}{_AFTER_CHAPTER}",
        _english_chapter,
    ),
    _pattern(
        "SA",
        Style.SECTION,
        rf"(?:S(?:ection|ECTION)|A(?:ppendix|PPENDIX)) {_CHAPTER_NUMBER}{_AFTER_CHAPTER}",
        _english_chapter,
    ),
    _pattern("A", Style.ARTICLE, rf"A(?:rticle|RTICLE) {_CHAPTER_NUMBER}{_AFTER_CHAPTER}", _english_chapter),
    _pattern(
        "FSTNELfstnel",
        Style.FIRST,
        r"(?P<n>[Ff]irst(?:ly)?|[Ss]econd(?:ly)?|[Tt]hird(?:ly)?|[Ff]ourth(?:ly)?|[Ff]ifth(?:ly)?|[Ss]ixth(?:ly)?|[Ss]eventh(?:ly)?|[Ee]ighth(?:ly)?|[Nn]inth(?:ly)?|[Tt]enth(?:ly)?|[Ff]inally|[Ll]astly)(?: of all)?[,:] ?",
        _english,
    ),
)
