"""Fields of a Word file: code that the program runs, and its last result, which may go on over many paragraphs."""

from __future__ import annotations

from dataclasses import dataclass, field

from cards.documents.office.names import W
from cards.documents.xmltree import Element

# What is laid out anew on every page or only leads elsewhere: it is no part of what the document says.
_PASSED_OVER = frozenset("TOC INDEX PAGE NUMPAGES PAGEREF SECTIONPAGES RD TC XE TA TOA".split())


@dataclass(slots=True)
class _Open:
    code: list[str] = field(default_factory=list)
    shows: bool = False
    passed_over: bool = False


class Fields:
    """The fields that are open where the reading has come to."""

    def __init__(self) -> None:
        self._open: list[_Open] = []

    @property
    def silent(self) -> bool:
        """Whether what stands here is not read: the code of a field, or a result that says nothing."""
        return any(not one.shows or one.passed_over for one in self._open)

    def mark(self, element: Element) -> None:
        """Take in a `fldChar`: a field begins, its result begins, or it ends."""
        match element.get(f"{W}fldCharType"):
            case "begin":
                self._open.append(_Open())
            case "separate" if self._open:
                self._open[-1].shows = True
                self._open[-1].passed_over = is_passed_over("".join(self._open[-1].code))
            case "end" if self._open:
                self._open.pop()
            case _:
                pass

    def code(self, words: str) -> None:
        """Take in a piece of the code of the innermost field."""
        if self._open and not self._open[-1].shows:
            self._open[-1].code.append(words)


def is_passed_over(code: str) -> bool:
    """Tell whether the result of a field with this code is no part of what the document says."""
    words = code.split(maxsplit=1)
    return bool(words) and words[0].upper() in _PASSED_OVER
