"""Where a gap may not begin or end: inside a word, a number with its unit, a range, a name, a bracket."""

from __future__ import annotations

import re

from cards.languages.english.closed import NUMBERS
from cards.model import Span

# "author(s)", "C3H3+", "Brodsky–Lepage", "multi-processor": the word goes on behind the gap.
_GOES_ON = re.compile(r"[(+/_=®™&@]|[-–‐‑/]\w|['’](?!s?\b)|\.\w")
# "/etc/fstab", "non-anarchists", "B&B": it began before the gap.
_BEGAN = re.compile(r"(?:[/_=&@+~$#]|\w[-–‐‑.'’]|\s[-–])$")
# Before an abbreviation in brackets its letters can be read off: "magnetic resonance imaging (".
_LONG_FORM = re.compile(r"[a-z]\s\($")
# What stands between brackets with something else: "(Lingwood 1997)", "(TEOS; Sigma-Aldrich)".
_OPENED = re.compile(r"\([^()]*$")
_PARTICLE = re.compile(
    r"\b(?:de|da|di|du|del|della|van|von|der|den|bin|ibn|al|el|la|le|St|Saint|Mr|Mrs|Dr)['’.]?\s$"
)
# "twelve to [eighteen] months", "between 10 and [20]": one end of a range.
_RANGE_BEFORE = re.compile(
    rf"(?:\b(?:{'|'.join(sorted(NUMBERS))})|\d[\d,.]*%?)(?:\s(?:to|and|or)\s|\s?[–-]\s?)$", re.IGNORECASE
)
_RANGE_AFTER = re.compile(
    rf"(?:\s(?:to|and|or)\s|\s?[–-]\s?)(?:(?:{'|'.join(sorted(NUMBERS))})\b|\d)", re.IGNORECASE
)
_NUMBER = re.compile(rf"\s?(?:{'|'.join(sorted(NUMBERS))}|\d+)\b", re.IGNORECASE)
_NUMBER_BEFORE = re.compile(rf"\b(?:{'|'.join(sorted(NUMBERS))}|\d+)\s$", re.IGNORECASE)
_NEAR = 60


def cut(text: str, hidden: Span) -> str:
    """Say what a gap at `hidden` cuts through ("a word", "a range", "a name"), or ""."""
    before, after = text[max(0, hidden.start - _NEAR) : hidden.start], text[hidden.end : hidden.end + _NEAR]
    answer = hidden.of(text)
    if _GOES_ON.match(after) or _BEGAN.search(before):
        return "a word"
    if after.startswith(")") and _LONG_FORM.search(before):
        return "a long form from its letters"
    if _OPENED.search(before) and not (before.endswith("(") and after.startswith(")")):
        return "an aside in brackets"
    if answer[:1].isupper() and _PARTICLE.search(before):
        return "a name"
    if answer[:1].isdigit() or answer.lower() in NUMBERS:
        if _RANGE_BEFORE.search(before) or _RANGE_AFTER.match(after):
            return "a range"
        if _NUMBER.match(after) or _NUMBER_BEFORE.search(before):
            return "a number"
    return ""
