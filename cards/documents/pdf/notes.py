"""Footnotes: which lines at the foot of a column are notes, and which marks in the text point to them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cards.documents.pdf.pieces import Piece

_MARK = re.compile(
    r"(?P<mark>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\d{1,3}|\[\d{1,3}\]|[①-⑳]|[*†‡§¶]{1,3}|[a-z](?=[A-Z ]))[.\s)]*(?=\S)"
)
_RAISED = re.compile(r"(?<=[^\s\d⁰-⁹])[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}(?:[,，–-][⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})*")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# Footnotes are set smaller than the text.
_SMALLER = 0.93


def parted(lines: Sequence[Piece], body: float) -> tuple[list[Piece], list[Piece]]:
    """Return the lines of a column without the notes at its foot, and the notes."""
    at = len(lines)
    while at and lines[at - 1].size < _SMALLER * body:
        at -= 1
    small = lines[at:]
    begins = next((n for n, line in enumerate(small) if _MARK.match(line.words)), None)
    if begins is None or at + begins == 0:
        return list(lines), []
    at += begins
    return list(lines[:at]), list(lines[at:])


def marks_of(notes: Sequence[Piece]) -> set[str]:
    """Return the marks that notes begin with, as plain digits or signs."""
    found = (_MARK.match(line.words) for line in notes)
    return {mark["mark"].strip("[]").translate(_DIGITS) for mark in found if mark}


def begins_note(words: str) -> bool:
    """Tell whether a line is the first of its note."""
    return _MARK.match(words) is not None


def spaced(words: str) -> str:
    """Return the words of a note with a space after its mark."""
    mark = _MARK.match(words)
    return f"{words[: mark.end()].rstrip()} {words[mark.end() :]}" if mark else words


def without_marks(words: str, marks: set[str]) -> str:
    """Return the words without the raised numbers that point to these notes."""
    if not marks:
        return words
    return _RAISED.sub(lambda raised: "" if _all_in(raised[0], marks) else raised[0], words)


def _all_in(raised: str, marks: set[str]) -> bool:
    return all(number.translate(_DIGITS) in marks for number in re.split("[,，–-]", raised))
