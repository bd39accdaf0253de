"""Why a Chinese sentence is not worth asking about."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from cards.languages.chinese.sentences import clauses

_PIECE = re.compile(r"[^，,；;、。：:！？!?“”「」『』（）()\s]{2,}")
# What converters leave of formulas: 底面面积为formula_1.
_LOST = re.compile(r"formula_\d")
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")


def unsound(sentence: str) -> str:
    """Say what is wrong with a sentence ("repeats 问计于民"), or return ""."""
    if not _HAN.search(sentence):
        return "has no Chinese"
    if _LOST.search(sentence):
        return "holds a formula that was lost"
    if "�" in sentence:
        return "holds characters that could not be read"
    return _repeats(sentence) or _empty_frame(sentence)


def _repeats(sentence: str) -> str:
    """坚持问计于民、问计于民、问计于民 says one thing three times."""
    pieces = _PIECE.findall(sentence)
    counts = Counter(pieces)
    for piece, count in counts.items():
        if count >= 3 or (count == 2 and len(piece) >= 4 and _neighbours(pieces, piece)):
            return f"repeats {piece}"
    # The first of a list carries the verb: 坚持问计于民、问计于民.
    for before, after in pairwise(pieces):
        if (
            len(after) >= 4
            and before.endswith(after)
            and before != after
            and f"{before}、{after}" in sentence
        ):
            return f"repeats {after}"
    return ""


def _neighbours(pieces: list[str], piece: str) -> bool:
    return any(a == b == piece for a, b in pairwise(pieces))


def _empty_frame(sentence: str) -> str:
    """你要求别人先做的事,你要求别人不要做的事 sets one frame twice and says nothing about it."""
    parts = [span.of(sentence) for span in clauses(sentence)]
    if len(parts) != 2:
        return ""
    first, second = parts
    front = _common(first, second)
    back = _common(first[::-1], second[::-1])
    short = min(len(first), len(second))
    if front >= 4 and back >= 2 and front + back >= 0.6 * short and re.search(r"的[事人话物]$", second):
        return f"repeats the frame {first[:front]}…{first[-back:]}"
    return ""


def _common(first: str, second: str) -> int:
    length = 0
    for a, b in zip(first, second, strict=False):
        if a != b:
            break
        length += 1
    return length
