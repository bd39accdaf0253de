"""A numbered list -> the numbers that a reader sees."""

from __future__ import annotations

import re
from collections.abc import Callable

from cards.documents.html.elements import tag_of
from cards.documents.xmltree import Element

_UNNUMBERED = re.compile(r"list-style(?:-type)?\s*:\s*none", re.IGNORECASE)
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_MOST = 4_000


class Numbers:
    """Counts the items of a list; `None` in its place is a list without numbers."""

    def __init__(self, first: int, step: int, write: Callable[[int], str]) -> None:
        self._next = first
        self._step = step
        self._write = write

    @classmethod
    def of(cls, element: Element) -> Numbers | None:
        """Return the numbers of an `ol`, None where it shows none."""
        if _UNNUMBERED.search(element.get("style") or ""):
            return None
        back = element.get("reversed") is not None
        first = _number(element.get("start"))
        if first is None:
            first = sum(tag_of(child) == "li" for child in element) if back else 1
        return cls(first, -1 if back else 1, _WRITTEN.get(element.get("type") or "1", str))

    def take(self, value: str | None) -> str:
        """Return the next item's number with its stop, "3. " or "c. "; `value` is what the item says itself."""
        own = _number(value)
        number = self._next if own is None else own
        self._next = number + self._step
        return f"{self._write(number)}. "


def _number(written: str | None) -> int | None:
    try:
        number = int(written) if written is not None and len(written) < 10 else None
    except ValueError:
        return None
    return number


def _letters(number: int) -> str:
    if not 0 < number < _MOST:
        return str(number)
    said = ""
    while number:
        number, letter = divmod(number - 1, 26)
        said = chr(ord("a") + letter) + said
    return said


def _roman(number: int) -> str:
    if not 0 < number < _MOST:
        return str(number)
    said = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        said += letters * times
    return said


_WRITTEN: dict[str, Callable[[int], str]] = {
    "a": _letters,
    "A": lambda number: _letters(number).upper(),
    "i": _roman,
    "I": lambda number: _roman(number).upper(),
}
