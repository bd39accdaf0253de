"""Quotation marks, brackets and the punctuation of Chinese prose."""

from __future__ import annotations

import re
from functools import lru_cache

from cards.model import Span

PAIRED = {
    "“": "”",
    "‘": "’",
    "「": "」",
    "『": "』",
    "《": "》",
    "〈": "〉",
    "（": "）",
    "(": ")",
    "【": "】",
    "[": "]",
    "〔": "〕",
}
CLOSING = {close: opening for opening, close in PAIRED.items()}
_MARKS = re.compile("[" + re.escape("".join((*PAIRED, *CLOSING))) + "]")
QUOTES = "“「『"
# A mark that is not closed within so many characters was a slip of the pen, not a quotation.
LONGEST_ENCLOSED = 300

COMMAS = "，,；;：:"


# Writer after writer asks for the same sentences.
@lru_cache(maxsize=4096)
def enclosed(text: str) -> tuple[Span, ...]:
    """Return the outermost stretches in quotation marks or brackets, marks included, in the order of the text.

    Marks without a partner, or whose partner is more than `LONGEST_ENCLOSED` characters away, are passed over.
    """
    found: list[Span] = []
    waiting: list[tuple[str, int]] = []
    for mark in _MARKS.finditer(text):
        at, character = mark.start(), mark.group()
        if character in PAIRED:
            waiting.append((character, at))
        elif any(opening == CLOSING[character] for opening, _ in waiting[-3:]):
            while waiting[-1][0] != CLOSING[character]:
                waiting.pop()
            start = waiting.pop()[1]
            if at - start < LONGEST_ENCLOSED:
                while found and found[-1].start > start:
                    found.pop()
                found.append(Span(start, at + 1))
    return tuple(found)


def outside(text: str) -> str:
    """Return the text with every enclosed stretch blanked out by as many "□", so that places stay the same."""
    if not _MARKS.search(text):
        return text
    kept: list[str] = []
    at = 0
    for span in enclosed(text):
        kept += [text[at : span.start], "□" * (span.end - span.start)]
        at = span.end
    kept.append(text[at:])
    return "".join(kept)
