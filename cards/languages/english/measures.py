"""How long an English text is, and how common a word."""

from __future__ import annotations

import re

from cards.languages.frequencies import zipf_values

_UNIT = re.compile(r"[A-Za-z0-9]+|[㐀-鿿]")


def size_of(text: str) -> int:
    """Return 2 for each word and 1 for each Chinese character."""
    found = _UNIT.findall(text)
    if text.isascii():
        return 2 * len(found)
    return sum(1 if unit[0] >= "㐀" else 2 for unit in found)


def commonness_of(word: str) -> float:
    return zipf_values("en").get(word.lower(), 0.0)
