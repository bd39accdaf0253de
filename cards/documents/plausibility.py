"""How likely it is that somebody wrote this string: the judge between encodings."""

from __future__ import annotations

from collections import Counter
from functools import cache
from importlib.resources import files
from math import log
from unicodedata import category

# Chances of a character in running text, rough by design: decodings that are wrong fall behind by orders of
# magnitude, since they are made of rare characters and of characters that nobody uses.
_SMALL_LETTER = log(1 / 25)
_ASCII = log(1 / 90)
_PUNCTUATION = log(1 / 60)
_KANA = log(1 / 150)
_ACCENTED = log(1 / 400)
_LETTER = log(1e-5)
_RARE = log(1e-6)
_UNUSED = log(1e-9)

_CHINESE_PUNCTUATION = frozenset("，。、；：？！“”‘’（）《》〈〉「」『』【】—…·　～")
_ACCENTED_LETTERS = frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüýßœÀÁÂÄÅÆÇÈÉÊËÍÎÑÓÔÖØÚÜŒ’‘“”–—…€£°«»")


def plausibility(text: str) -> float:
    """Return the logarithm of the chance of this text; compare readings of the same bytes by it."""
    return sum(count * _chance(character) for character, count in Counter(text).items())


@cache
def _chance(character: str) -> float:
    if character == " " or "a" <= character <= "z":
        return _SMALL_LETTER
    if character in "\t\n\r" or " " <= character <= "~":
        return _ASCII
    if character in _CHINESE_PUNCTUATION:
        return _PUNCTUATION
    ranked = _ranked().get(character)
    if ranked is not None:
        return ranked
    if "ぁ" <= character <= "ヿ":
        return _KANA
    if character in _ACCENTED_LETTERS:
        return _ACCENTED
    kind = category(character)
    if kind[0] == "C":
        return _UNUSED
    # Fullwidth and halfwidth forms: the first are common in Chinese, the second what wrong decodings make.
    if "！" <= character <= "～":
        return _ACCENTED
    if "一" <= character <= "鿿" or "가" <= character <= "힣" or "｡" <= character <= "ﾟ":
        return _RARE
    return _LETTER if kind[0] == "L" else _RARE


@cache
def _ranked() -> dict[str, float]:
    chances: dict[str, float] = {}
    table = files("cards.documents").joinpath("common_characters.txt").read_text(encoding="utf-8")
    for line in table.splitlines():
        if line.startswith("#"):
            continue
        _, characters = line.split(" ")
        for rank, character in enumerate(characters):
            # Zipf's law, flattened at its head as characters are.
            chance = log(1 / (8 * (rank + 30)))
            chances[character] = max(chance, chances.get(character, chance))
    return chances
