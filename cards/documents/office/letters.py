"""How letters are set in Office files: fonts of one width, spaces that a line break left behind."""

from __future__ import annotations

import re

_MONOSPACED = re.compile(
    r"consolas|courier|menlo|monaco|lucida console|lucida sans typewriter|\bmono\b|monospace|cascadia code|fira code"
    r"|source code pro|andale|ocr a|letter gothic|typewriter|sf mono|jetbrains"
)
# A space beside a full-width stop is left from a line break; it has its own room.
_STRAY_SPACE = re.compile(r"(?<=[，。；：、！？”）》]) (?=[\u2e80-\u9fff“（《])")


def is_monospaced(font: str) -> bool:
    """Tell whether all letters of the font are equally wide, as in program code."""
    return _MONOSPACED.search(font.lower()) is not None


def without_stray_spaces(words: str) -> str:
    """Return the words without the spaces that stand between a Chinese stop and a Chinese character."""
    return _STRAY_SPACE.sub("", words)
