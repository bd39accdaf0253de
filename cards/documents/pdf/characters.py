"""The characters that a PDF's fonts say they show -> those that an author would have typed."""

from __future__ import annotations

import unicodedata

# Fonts that have one glyph for a character and the radical of its shape may call it by the radical's name. From
# Unicode's EquivalentUnifiedIdeograph.txt; the Kangxi radicals U+2F00 to U+2FD5 are told by their decomposition.
_RADICALS = (
    "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕𫜹⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫"
    "⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲"
    "⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾"
    "⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)
# pdfium says 2 for a hyphen that parts a word at the end of a line. U+FFFE is the same in older files.
_SAID: dict[int, str | None] = {
    0x02: "-",
    0xFFFE: "-",
    0xA0: " ",
    0xAD: "-",
    0x2010: "-",
    0x2011: "-",
    0x200B: None,
    0x200C: None,
    0xFEFF: None,
    0x2028: " ",
    0x2029: " ",
    **dict(zip(map(ord, _RADICALS[::2]), _RADICALS[1::2], strict=True)),
    **{
        code: unicodedata.normalize("NFKC", chr(code))
        for codes in (range(0x2F00, 0x2FD6), range(0xF900, 0xFAFF), range(0xFB00, 0xFB07))
        for code in codes
    },
}
_SUPERSCRIPTS = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")


def said(code: int) -> str:
    """Return what a glyph with this code point says; "" where it says nothing or belongs to no character."""
    known = _SAID.get(code, _UNKNOWN)
    if known is not _UNKNOWN:
        return known or ""
    if code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return ""
    return chr(code)


_UNKNOWN = "?"


def is_private(character: str) -> bool:
    """Tell whether only the font knows what this character looks like."""
    return "\ue000" <= character <= "\uf8ff" or character >= "\U000f0000"


def is_wide(character: str) -> bool:
    """Tell whether this is a Chinese, Japanese or full-width character, which stands without spaces."""
    return character >= "\u1100" and unicodedata.east_asian_width(character) in "WF"


def superscript(words: str) -> str:
    """Return raised digits and signs as such (10⁻³), other words as they are."""
    raised = words.translate(_SUPERSCRIPTS)
    return words if any(character.isascii() and not character.isspace() for character in raised) else raised
