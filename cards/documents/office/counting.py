"""A number -> how Word writes it: 3, iii, C, 三, 叁, 丙, ③."""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_FORMAL = ("零壹贰叁肆伍陆柒捌玖", "零壹貳參肆伍陸柒捌玖")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST_ROMAN = 4_999


def counted(number: int, form: str) -> str:
    """Return the number in one of Word's forms; in plain digits where the form is unknown or ends before it."""
    if form in ("none", "bullet"):
        return ""
    write = _FORMS.get(form)
    return (write(number) if write is not None else "") or str(number)


def _roman(number: int) -> str:
    if not 0 < number <= _MOST_ROMAN:
        return ""
    written = []
    for worth, sign in _ROMAN:
        written.append(sign * (number // worth))
        number %= worth
    return "".join(written)


def _letter(number: int) -> str:
    # After z Word goes on with aa, bb, cc.
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number <= 26 * 30 else ""


def _ordinal(number: int) -> str:
    if 10 < number % 100 < 20:
        return f"{number}th"
    return str(number) + {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _by_places(number: int, digits: str, places: str) -> str:
    """Return the number with the word for its place behind each digit, up to 9999: 一百零二."""
    if not 0 < number < 10_000:
        return ""
    written = ""
    for place, digit in zip((3, 2, 1, 0), f"{number:04}", strict=True):
        if digit != "0":
            written += digits[int(digit)] + (places[place - 1] if place else "")
        elif written and not written.endswith(digits[0]):
            written += digits[0]
    return written.rstrip(digits[0])


def _han(number: int) -> str:
    written = _by_places(number, "零" + _DIGITS[1:], "十百千")
    return written.removeprefix("一") if 10 <= number < 20 else written


def _han_digits(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _formal(digits: str) -> Callable[[int], str]:
    return lambda number: _by_places(number, digits, "拾佰仟")


def _one_of(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1] if 0 < number <= len(signs) else ""


def _full_width(number: int) -> str:
    return "".join(chr(ord("０") + int(digit)) for digit in str(number))


def _circled(number: int) -> str:
    return chr(ord("①") + number - 1) if 0 < number <= 20 else ""


_FORMS: dict[str, Callable[[int], str]] = {
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "ordinal": _ordinal,
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": lambda number: f"({number})",
    "decimalEnclosedFullstop": lambda number: f"{number}.",
    "numberInDash": lambda number: f"- {number} -",
    "ideographEnclosedCircle": lambda number: f"({_han(number)})" if _han(number) else "",
    "chineseCounting": _han,
    "chineseCountingThousand": _han,
    "taiwaneseCounting": _han,
    "taiwaneseCountingThousand": _han,
    "japaneseCounting": _han,
    "ideographDigital": _han_digits,
    "japaneseDigitalTenThousand": _han_digits,
    "taiwaneseDigital": _han_digits,
    "chineseLegalSimplified": _formal(_FORMAL[0]),
    "ideographLegalTraditional": _formal(_FORMAL[1]),
    "japaneseLegal": _formal(_FORMAL[1]),
    "ideographTraditional": _one_of(_STEMS),
    "ideographZodiac": _one_of(_BRANCHES),
}
