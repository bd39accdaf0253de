"""What cannot stand alone, and what is not worth asking about."""

from __future__ import annotations

import re

# A word that points back, where it is not explained by what follows ("those who ...", "it is ... that").
_POINTING = re.compile(
    r"^(?:(?:and|but|or|so|then|thus|here|instead|rather|nor|yet|also|likewise|similarly|conversely)\b"
    r"|(?:this|these|those|such|it|its|he|his|she|her|they|their|them|him|we|our|you|your|i|my|there|both|each|either|neither|some|others?|another|one|the (?:former|latter|same|other|first|second|third))\b)",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\b(?:as (?:shown|seen|described|discussed|mentioned|noted|stated|above)|mentioned (?:above|earlier)|described (?:above|earlier)|(?:this|next|previous) (?:chapter|section|book|figure|table|module|unit|video|article|paper|study|website|link)"
    r"|(?:figure|fig\.|table) \d|see (?:also|the|below|above|figure|table)|the (?:above|following|latter|former|aforementioned)\b|the other two\b|you|your|we|our|us|i|my)\b",
    re.IGNORECASE,
)
_BACKWARD = re.compile(
    r"\b(?:these|those|this|such|its|their|they|it|he|she|his|her|him|them)\b", re.IGNORECASE
)


def dangles(text: str) -> str:
    """Say why a stretch cannot stand alone ("begins with This"), or ""."""
    opening = text.lstrip('[.] “"(')
    found = _POINTING.match(opening)
    if found and not _explained(opening, found.end()):
        return f"begins with {found.group()}"
    return ""


def _explained(text: str, at: int) -> bool:
    """ "those who", "it is", "each of the", "both A and B", "some bacteria", "one of the" need no sentence before."""
    first = text[:at].lower()
    rest = text[at : at + 40].lower()
    if first in ("those", "one", "each", "some", "both", "either", "another", "we", "our", "i", "there"):
        return not rest.startswith((" is", " are", " was", " were", " has", " have", ",")) and first not in (
            "another",
            "there",
        )
    return False


def unsound(text: str) -> str:
    """Say why a sentence is not worth asking about ("speaks of a figure"), or ""."""
    if text.endswith("?"):
        return "is a question"
    if len(text) > 1200:
        return "is longer than a sentence"
    letters = sum(character.isalpha() for character in text)
    if letters < 0.6 * len(text):
        return "is mostly marks and figures"
    if text.endswith(":"):
        return "only announces what follows"
    found = _WITHIN.search(text)
    if found and found.group().lower() not in ("us",):
        return f"speaks of its document: {found.group()}"
    return ""
