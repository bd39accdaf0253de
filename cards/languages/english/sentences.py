"""English prose -> sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.model import Span

# An end mark, what closes around it, white space, and what can open the next sentence.
# Runs are taken whole (++) and looked at from their first mark alone: 100,000 dots cost as much as 100,000 letters.
_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’)\]]*+(?=\s)|\n\s*\n")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st sr jr rev gen col lt sgt capt gov sen rep hon fig figs eq eqs ref refs sec no nos "
    "vol vols ch pp p ed eds al etc e.g i.e cf vs v viz ca approx dept univ inc ltd co corp bros jan feb mar "
    "apr jun jul aug sep sept oct nov dec u.s u.k u.n d.c a.m p.m b.c a.d ph.d m.d art arts para cl ss op cit".split()
)
# Abbreviations that end a sentence when a capital follows.
_MAY_END = frozenset("etc al inc ltd co corp bros jr sr u.s u.k u.n d.c a.m p.m b.c a.d ph.d m.d".split())
_OPENERS = frozenset("The A An In It This These He She They We But However At On For As If".split())
# "... is called a ganglion. shows the brain stem.": the next sentence lost the figure that it began with.
LOST_FIGURE = re.compile(
    r"\s*(?:shows?|illustrates?|indicates?|summari[sz]es?|lists?|presents?|depicts?|provides?) "
)
# The longest stretch looked at before a full stop, in characters.
_LAST_WORD = 24


def sentences_of(text: str) -> Iterator[Span]:
    """Yield the sentences in order; every character that is not white space is in one of them.

    A full stop ends no sentence after an abbreviation ("Dr. Smith", "e.g. iron"), an initial ("J. Smith"), or
    before a small letter.
    """
    start = 0
    for match in _END.finditer(text):
        if match.end() <= start or not _ends(text, start, match):
            continue
        if text[start : match.end()].strip():
            yield _stripped(text, start, match.end())
        start = match.end()
    if text[start:].strip():
        yield _stripped(text, start, len(text))


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    mark = match.group()
    if mark[0] not in ".…":
        return not mark.startswith(("!", "?")) or not _small_follows(text, match.end())
    before = text[max(start, match.start() - _LAST_WORD) : match.start()].split()
    word = before[-1].lstrip("([“\"'‘") if before else ""
    if _small_follows(text, match.end()):
        return bool(LOST_FIGURE.match(text, match.end()))
    if mark != ".":
        return True
    if word.lower() in _ABBREVIATIONS:
        return word.lower() in _MAY_END and _opener_follows(text, match.end())
    return not _initial(word, before)


def _initial(word: str, before: list[str]) -> bool:
    """Whether a capital is somebody's initial: "J. S. Bach", but not "vitamin C"."""
    return (
        len(word) == 1 and word.isupper() and word != "I" and (len(before) == 1 or before[-2][:1].isupper())
    )


def _small_follows(text: str, at: int) -> bool:
    following = text[at : at + 8].lstrip().lstrip("“\"'‘(")
    return following[:1].islower()


def _opener_follows(text: str, at: int) -> bool:
    word = text[at : at + 16].split(maxsplit=1)[:1]
    return bool(word) and word[0] in _OPENERS


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
