"""Which figures an English sentence names, and how a place in a document is said."""

from __future__ import annotations

import re

from cards.languages.language import NEXT, PREVIOUS
from cards.model import Place, Unit

_NUMBERED = re.compile(
    r"\b(?:fig(?:ure|s)?|table|eq(?:uation|s)?|listing|diagram|formula)\b\.?\s?[(]?(\d{1,3}(?:[-–.]\d{1,3}){0,2})",
    re.IGNORECASE,
)
_THING = (
    r"(?:figure|diagram|picture|image|illustration|table|chart|graph|equation|formula|code|listing|example)"
)
_NEXT = re.compile(
    rf"\b(?:following|next)\s{_THING}\b|\b{_THING}\s(?:shown\s)?below\b|\b(?:shown|given|pictured|listed)\sbelow\b"
    r"|\b(?:given|expressed|defined|written|computed|calculated)\s(?:by|as)\s*:?$",
    re.IGNORECASE,
)
_PREVIOUS = re.compile(
    rf"\b(?:preceding|previous)\s{_THING}\b|\b{_THING}\s(?:shown\s)?above\b", re.IGNORECASE
)

_SAID = {Unit.PAGE: "p. {}", Unit.SLIDE: "slide {}", Unit.CHAPTER: "{}", Unit.TIME: "{}"}


def figures(text: str) -> frozenset[str]:
    """Return the numbers of figures, tables and formulas that the sentence names; NEXT, PREVIOUS as it points."""
    named = {found[1].replace("–", "-").replace(".", "-") for found in _NUMBERED.finditer(text)}
    if _NEXT.search(text):
        named.add(NEXT)
    if _PREVIOUS.search(text):
        named.add(PREVIOUS)
    return frozenset(named)


def place(where: Place) -> str:
    """Return the page, slide, chapter or time as English says it."""
    return _SAID[where.unit].format(where.label)
