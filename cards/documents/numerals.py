"""Numbers as people write them -> numbers: 十二, 壹, 甲, ③, iv, Second.

Every function returns a tuple, since decimal numbers have several parts; None says that it is no number.
"""

from __future__ import annotations

import re

STEMS = "甲乙丙丁戊己庚辛壬癸"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
NUMERALS = "一二三四五六七八九十百零〇廿壹贰貳叁參肆伍陆陸柒捌玖拾"

_HAN_DIGITS = {
    **{numeral: value for value, numeral in enumerate("一二三四五六七八九", start=1)},
    **{numeral: value for value, numeral in enumerate("壹贰叁肆伍陆柒捌玖", start=1)},
    "貳": 2,
    "參": 3,
    "陸": 6,
}
_HAN_UNITS = {"十": 10, "拾": 10, "百": 100}
_HAN_NOUGHTS = "零〇"
_SEQUENCE = {"首先": 1, "其次": 2, "再次": 3, "最后": 0, "最後": 0}
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_CARDINALS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ROMAN = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def han_number(written: str) -> tuple[int, ...] | None:
    """Return what Chinese numerals below 1,000 or digits of either width write."""
    if written.isdecimal():
        return (int(written),)
    total, digit = 0, 0
    for character in written:
        if character in _HAN_UNITS:
            total += (digit or 1) * _HAN_UNITS[character]
            digit = 0
        elif character == "廿":
            total += 20
        elif character not in _HAN_NOUGHTS:
            # 一二 is no numeral; two digits side by side write years and house numbers.
            if digit:
                return None
            digit = _HAN_DIGITS[character]
    return (total + digit,) if total + digit else None


def decimal_number(written: str) -> tuple[int, ...] | None:
    """Return the parts of a number with points, in digits of either width: 1.2 is (1, 2)."""
    return tuple(int(part) for part in re.split(r"[.．]", written))


def roman_number(written: str) -> tuple[int, ...] | None:
    """Return what a Roman numeral below 90 writes; IIII is none."""
    rest, number = written.lower(), 0
    for value, numeral in _ROMAN:
        while rest.startswith(numeral):
            number += value
            rest = rest[len(numeral) :]
    return None if rest or _roman_numeral(number) != written.lower() else (number,)


def letter_number(written: str) -> tuple[int, ...] | None:
    """Return the place of a letter in the alphabet: A is 1."""
    return (ord(written.lower()) - ord("a") + 1,)


def stem_number(written: str) -> tuple[int, ...] | None:
    """Return the place of one of the ten heavenly stems: 甲 is 1."""
    return (STEMS.index(written) + 1,)


def circled_number(written: str) -> tuple[int, ...] | None:
    """Return what a digit in a circle says: ③ is 3."""
    return (CIRCLED.index(written) + 1,)


def sequence_number(written: str) -> tuple[int, ...] | None:
    """Return the place that 首先, 其次, ... name; 0 is the last, whatever its place."""
    return (_SEQUENCE[written],)


def english_number(written: str) -> tuple[int, ...] | None:
    """Return the place that First, Secondly, ... name; 0 is the last, whatever its place."""
    word = written.lower().removesuffix("ly")
    return (_ORDINALS.index(word) + 1,) if word in _ORDINALS else (0,)


def chapter_number(written: str) -> tuple[int, ...] | None:
    """Return the number of an English chapter: 3, 2.1, IV, B or Four."""
    word = written.lower()
    if word in _CARDINALS:
        return (_CARDINALS.index(word) + 1,)
    if word[0].isdecimal():
        return decimal_number(word)
    return roman_number(word) or (letter_number(word) if len(word) == 1 else None)


def _roman_numeral(number: int) -> str:
    written = ""
    for value, numeral in _ROMAN:
        written += numeral * (number // value)
        number %= value
    return written
