"""The number that an author wrote before a heading, an item or a point: 一、（二）第三，四是 1.2 IV. First,"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from cards.documents.numerals import (
    CIRCLED,
    NUMERALS,
    STEMS,
    chapter_number,
    circled_number,
    decimal_number,
    english_number,
    han_number,
    letter_number,
    roman_number,
    sequence_number,
    stem_number,
)


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
        """Whether the number only says that the sequence ends here."""
        return self.number == (0,)


def numbered(text: str, at: int = 0) -> Numbering | None:
    """Return the number that stands at code point `at` of the text, or None where there is none.

    Each pattern looks at a few characters only, whatever the length of the text.
    """
    for style, pattern, number in _BY_BEGINNING.get(text[at : at + 1], ()):
        found = pattern.match(text, at)
        counted = number(found["n"]) if found is not None else None
        if found is not None and counted is not None:
            return Numbering(style, counted, found.end() - at)
    return None


_ARABIC = "0123456789０１２３４５６７８９"
_BLANK = r"[ \t\u3000\xa0]{0,8}"
_SOME_BLANK = r"[ \t\u3000\xa0]{1,8}"
_HAN = r"[一二三四五六七八九十百零〇廿]{1,5}"
_FORMAL = r"[壹贰貳叁參肆伍陆陸柒捌玖拾]{1,3}"
_DIGITS = r"[0-9０-９]{1,3}"
_ANY = rf"{_BLANK}(?P<n>{_HAN}|{_FORMAL}|{_DIGITS}){_BLANK}"
_BARE = rf"(?P<n>{_HAN}|{_FORMAL})"
# 最后一次 and 其一生 are no points; with a pause they are.
_PAUSE = rf"[，,、：:]{_BLANK}"
_TITLE_MARK = rf"{_BLANK}[：:、，,]?{_BLANK}"
_OPEN, _CLOSE = r"[（(〔【\[]", r"[）)〕】\]]"
_CLOSED = rf"{_BLANK}{_CLOSE}{_BLANK}[、.．]?{_BLANK}"
# 1.5 亿, 3.5个, 1.2cm and 5.5% are quantities.
_NO_QUANTITY = r"(?![万亿萬億个個倍年月日元米克%％a-z\d.．])"

_COUNTED = (
    r"(?P<n>\d{1,3}(?:\.\d{1,3})?|[IVXL]{1,6}|[A-Z]|(?i:one|two|three|four|five|six|seven|eight|nine|ten))"
)
# "Chapter 3 explores ..." is a sentence; a title begins with a capital.
_COUNTED_TITLE = rf" {_COUNTED}(?:{_BLANK}[:.：—–-]{_BLANK}|{_SOME_BLANK}(?=[A-Z0-9“‘\"'])|$|(?=\n))"
_PLACES = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?:ly)?|finally|lastly"

_Number = Callable[[str], tuple[int, ...] | None]
_Pattern = tuple[str, Style, re.Pattern[str], _Number]


def _pattern(beginnings: str, style: Style, number: _Number, pattern: str) -> _Pattern:
    return beginnings, style, re.compile(pattern), number


# The first that matches counts, so the more telling ones stand first. A pattern is tried where the text begins
# with one of its characters.
_PATTERNS = (
    _pattern(
        "第", Style.VOLUME, han_number, rf"第{_ANY}(?:编|編|部分|篇(?!文)|卷|部(?![分门門队隊])){_TITLE_MARK}"
    ),
    _pattern(
        "第", Style.CHAPTER, han_number, rf"第{_ANY}(?:章|回(?!合)|讲|講|课|課|单元|單元|幕){_TITLE_MARK}"
    ),
    _pattern("第", Style.SECTION, han_number, rf"第{_ANY}[节節]{_TITLE_MARK}"),
    _pattern("第", Style.ARTICLE, han_number, rf"第{_ANY}[条條](?:之{_HAN})?(?![件款项的例])[：:]?{_BLANK}"),
    _pattern(
        "第", Style.ORDINAL, han_number, rf"第{_ANY}(?:点|點|步|个?方面)?(?:[，,、：:．.；]|是(?!否)){_BLANK}"
    ),
    _pattern("其", Style.AMONG, han_number, rf"其(?P<n>{_HAN})(?:{_PAUSE}|[是曰])"),
    _pattern("首其再最", Style.SEQUENCE, sequence_number, rf"(?P<n>首先|其次|再次|最后|最後){_PAUSE}"),
    _pattern(NUMERALS, Style.HAN, han_number, rf"{_BARE}(?:[、．.：:，]|,(?!\d)|{_SOME_BLANK}){_BLANK}"),
    _pattern(
        NUMERALS,
        Style.POINT,
        han_number,
        r"(?P<n>[一二三四五六七八九十])(?:是(?!非)|[则則靠]|要(?![素点點害求领領]))[，,：:]?",
    ),
    _pattern("（(〔【[", Style.HAN_BRACKETED, han_number, rf"{_OPEN}{_BLANK}(?P<n>{_HAN}){_CLOSED}"),
    _pattern(
        "（(〔【", Style.DIGIT_BRACKETED, han_number, rf"{_OPEN}{_BLANK}(?P<n>[0-9０-９]{{1,2}}){_CLOSED}"
    ),
    _pattern("（(", Style.LETTER_BRACKETED, letter_number, rf"[（(](?P<n>[a-zA-Z])[）)]{_SOME_BLANK}"),
    _pattern(STEMS, Style.STEM, stem_number, rf"(?P<n>[{STEMS}])[、．.]{_BLANK}"),
    _pattern(CIRCLED, Style.CIRCLED, circled_number, rf"(?P<n>[{CIRCLED}])[、.．]?{_BLANK}"),
    _pattern(
        *(_ARABIC, Style.DECIMAL, decimal_number),
        rf"(?P<n>\d{{1,2}}(?:[.．]\d{{1,2}}){{1,4}})(?:[.．]?{_SOME_BLANK}|、|(?=[一-鿿])){_NO_QUANTITY}",
    ),
    _pattern(_ARABIC, Style.DIGIT, han_number, rf"(?P<n>{_DIGITS})(?:、|[.．](?![0-9０-９])){_BLANK}"),
    _pattern(_ARABIC, Style.DIGIT_CLOSED, han_number, rf"(?P<n>[0-9０-９]{{1,2}})[)）]{_BLANK}"),
    _pattern(_ARABIC, Style.DIGIT_SPACED, han_number, rf"(?P<n>[0-9]{{1,2}}){_SOME_BLANK}(?=[A-Z一-鿿])"),
    _pattern("IVXL", Style.ROMAN, roman_number, rf"(?P<n>[IVXL]{{1,6}})[.、．)]{_BLANK}"),
    _pattern("ABCDEFGHIJ", Style.LETTER, letter_number, rf"(?P<n>[A-J])[.、．)）](?![A-Z.]){_BLANK}"),
    _pattern("abcdefghij", Style.LETTER, letter_number, rf"(?P<n>[a-j])[)）]{_BLANK}"),
    _pattern("PBV", Style.VOLUME, chapter_number, rf"(?:P(?i:art)|B(?i:ook)|V(?i:olume)){_COUNTED_TITLE}"),
    _pattern(
        *("CLUM", Style.CHAPTER, chapter_number),
        rf"(?:C(?i:hapter)|L(?i:esson|ecture)|U(?i:nit)|M(?i:odule)){_COUNTED_TITLE}",
    ),
    _pattern("SA", Style.SECTION, chapter_number, rf"(?:S(?i:ection)|A(?i:ppendix)){_COUNTED_TITLE}"),
    _pattern("A", Style.ARTICLE, chapter_number, rf"A(?i:rticle){_COUNTED_TITLE}"),
    _pattern("FSTNELfstnel", Style.FIRST, english_number, rf"(?P<n>(?i:{_PLACES}))(?: of all)?[,:] ?"),
)


def _by_beginning() -> dict[str, list[tuple[Style, re.Pattern[str], _Number]]]:
    found: defaultdict[str, list[tuple[Style, re.Pattern[str], _Number]]] = defaultdict(list)
    for beginnings, style, pattern, number in _PATTERNS:
        for character in beginnings:
            found[character].append((style, pattern, number))
    return dict(found)


_BY_BEGINNING = _by_beginning()
