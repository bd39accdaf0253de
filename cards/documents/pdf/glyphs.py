"""A page of pdfium -> the runs of glyphs on it, in the order in which they were drawn."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from dataclasses import dataclass
from math import hypot
from typing import Any
from unicodedata import normalize

import pypdfium2.raw as pdfium

from cards.documents.pdf.characters import is_private, is_wide, said

# A page of a newspaper has some 30,000.
MOST_GLYPHS = 200_000

_BOLD = re.compile(
    r"bold|black|heavy|semibold|demi(?!light)|(?<!ya)hei(?!ght)|-(?:B|Bd|W[6-9])$|CMBX|SFBX", re.IGNORECASE
)
_ITALIC = re.compile(r"italic|oblique|-(?:I|It)$|CMTI|SFTI", re.IGNORECASE)
_FIXED = re.compile(r"mono|courier|consol|typewriter|CMTT|SFTT|menlo", re.IGNORECASE)
_ACCENTS = dict(
    zip(
        "¨´`ˆ˜ˇ˚¸¯˘˙˝",
        "\u0308\u0301\u0300\u0302\u0303\u030c\u030a\u0327\u0304\u0306\u0307\u030b",
        strict=True,
    )
)
_FORCED_BOLD = 1 << 18
_FILL_AND_STROKE = 2
_HEAVY = 650


@dataclass(frozen=True, slots=True)
class Font:
    """What is known of the font of a run; a name is empty where the file gives none."""

    name: str
    bold: bool
    italic: bool
    fixed: bool


@dataclass(frozen=True, slots=True)
class Run:
    """Words set in one font and size without a gap, from `x0` to `x1` on the baseline `y`, in points.

    Points count from the lower left corner of the page as it is read. `drawn` is the place in the order of drawing.
    """

    words: str
    x0: float
    x1: float
    y: float
    size: float
    font: Font
    drawn: int


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The runs of a page that stand upright as the page is read, and how many characters did not.

    `turns` says how often the page is turned a quarter clockwise for reading. `unnamed` counts glyphs of which the
    file does not say what they mean. `spaces` counts the spaces that are drawn like letters, `parted` those among
    them that part words, and `gaps` the words that are parted by a gap alone.
    """

    runs: tuple[Run, ...]
    turns: int
    askew: int
    unnamed: int
    spaces: int
    parted: int
    gaps: int


def glyphs_on(text: Any) -> Glyphs:
    """Return what is written on a page, of which `text` is pdfium's text page."""
    writing = _Writing(text)
    count = min(pdfium.FPDFText_CountChars(text), MOST_GLYPHS)
    for at in range(count):
        writing.take(at)
    writing.end()
    by_turns = Counter[int]()
    for turns, run in writing.runs:
        by_turns[turns] += len(run.words)
    turns = max(by_turns, key=lambda one: (by_turns[one], one == 0)) if by_turns else 0
    runs = tuple(run for turned, run in writing.runs if turned == turns)
    askew = writing.askew + sum(by_turns.values()) - by_turns[turns]
    return Glyphs(runs, turns, askew, writing.unnamed, writing.spaces, writing.parted, writing.gaps)


class _Writing:
    """Takes glyph after glyph and puts those together that follow each other closely."""

    def __init__(self, text: Any) -> None:
        self.runs: list[tuple[int, Run]] = []
        self.askew = self.unnamed = self.spaces = self.parted = self.gaps = 0
        self._before, self._apart = "", False
        self._text = text
        # By their addresses, which hold only as long as the page is open.
        self._fonts: dict[int, Font] = {}
        self._object = 0
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box, self._matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        self._font, self._size, self._turns = Font("", bold=False, italic=False, fixed=False), 0.0, 0
        self._words: list[str] = []
        self._run_font, self._run_size, self._run_turns = self._font, 0.0, 0
        self._x0 = self._x1 = self._base = 0.0

    def take(self, at: int) -> None:
        """Read the glyph with this number."""
        text = self._text
        character = said(pdfium.FPDFText_GetUnicode(text, at))
        if not character:
            self._count_unnamed(at)
            return
        if character == " " and pdfium.FPDFText_IsGenerated(text, at) == 1:
            self._apart = True
            return
        drawn = pdfium.FPDFText_GetTextObject(text, at)
        if not drawn:
            return
        address = ctypes.addressof(drawn.contents)
        if address != self._object:
            self._object = address
            self._style(at, drawn)
        if self._turns < 0:
            self.askew += 1
            return
        pdfium.FPDFText_GetCharOrigin(text, at, self._x, self._y)
        pdfium.FPDFText_GetLooseCharBox(text, at, self._box)
        self._put(character)

    def end(self) -> None:
        """Close the run that is open."""
        if self._words:
            words = "".join(self._words)
            run = Run(words, self._x0, self._x1, self._base, self._run_size, self._run_font, len(self.runs))
            self.runs.append((self._run_turns, run))
            self._words = []

    def _count_unnamed(self, at: int) -> None:
        if pdfium.FPDFText_IsGenerated(self._text, at) != 1:
            self.unnamed += 1

    def _count_spaces(self, character: str) -> None:
        between_words = self._before.isalnum() and not is_wide(self._before)
        if character == " ":
            self.spaces += 1
            self.parted += between_words
        elif self._apart and between_words and character.isalnum() and not is_wide(character):
            self.gaps += 1
        self._before, self._apart = character, False

    def _put(self, character: str) -> None:
        x, y, right = self._upright()
        size = self._size
        if is_wide(character):
            # Fonts made of drawings have boxes as narrow as their ink; a Chinese character is as wide as it is high.
            right = max(right, x + size)
        elif is_private(character):
            self.unnamed += 1
        self._count_spaces(character)
        if self._words:
            gap = x - self._x1
            follows = (
                self._run_font is self._font
                and self._run_turns == self._turns
                and abs(size - self._run_size) < 0.02 * size
                and abs(y - self._base) < 0.05 * size
                and -0.6 * size < gap < 0.11 * size
            )
            if follows:
                if gap < -0.15 * size and self._words[-1] in _ACCENTS:
                    # Old fonts have no letters with accents; both are drawn at one place.
                    accented = normalize("NFC", character + _ACCENTS[self._words[-1]])
                    self._words[-1:] = [accented] if len(accented) == 1 else [self._words[-1], character]
                else:
                    self._words.append(character)
                self._x1 = max(right, self._x1 if gap < 0 else right)
                return
            self.end()
        self._words = [character]
        self._x0, self._x1, self._base = x, right, y
        self._run_font, self._run_size, self._run_turns = self._font, size, self._turns

    def _upright(self) -> tuple[float, float, float]:
        """Return where the glyph begins, its baseline and where it ends, as the page is read."""
        x, y, box = self._x.value, self._y.value, self._box
        if self._turns == 0:
            return x, y, box.right
        if self._turns == 1:
            return y, -x, box.top
        if self._turns == 2:
            return -x, -y, -box.left
        return -y, x, -box.bottom

    def _style(self, at: int, drawn: Any) -> None:
        matrix = self._matrix
        if not pdfium.FPDFText_GetMatrix(self._text, at, matrix):
            matrix.a, matrix.b, matrix.c, matrix.d = 1.0, 0.0, 0.0, 1.0
        size = pdfium.FPDFText_GetFontSize(self._text, at) * hypot(matrix.c, matrix.d)
        self._size = size if 0.5 < size < 2000 else 1.0
        self._turns = _quarters(matrix.a, matrix.b)
        font = pdfium.FPDFTextObj_GetFont(drawn)
        stroked = pdfium.FPDFTextObj_GetTextRenderMode(drawn) == _FILL_AND_STROKE
        key = (ctypes.addressof(font.contents) if font else 0) * 2 + stroked
        known = self._fonts.get(key)
        if known is None:
            known = self._fonts[key] = _font(font, stroked=stroked)
        self._font = known


def _quarters(a: float, b: float) -> int:
    """Return how often text along (a, b) is turned left from upright, -1 where it lies askew."""
    if abs(b) <= 0.03 * abs(a):
        return 0 if a >= 0 else 2
    if abs(a) <= 0.03 * abs(b):
        return 1 if b > 0 else 3
    return -1


def _font(font: Any, *, stroked: bool) -> Font:
    name, flags, weight = "", 0, 0
    if font:
        buffer = ctypes.create_string_buffer(256)
        pdfium.FPDFFont_GetBaseFontName(font, buffer, 256)
        name = buffer.value.decode("utf-8", "replace")
        flags, weight = pdfium.FPDFFont_GetFlags(font), pdfium.FPDFFont_GetWeight(font)
        # A subset's name begins with six letters and a plus sign.
        name = name[7:] if name[6:7] == "+" else name
    bold = (
        stroked or bool(_BOLD.search(name)) or (flags > 0 and bool(flags & _FORCED_BOLD)) or weight >= _HEAVY
    )
    return Font(name, bold, bool(_ITALIC.search(name)), bool(_FIXED.search(name)))
