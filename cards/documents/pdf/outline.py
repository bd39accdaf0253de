"""The bookmarks of a PDF -> titles with levels and pages."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

import pypdfium2

MOST_BOOKMARKS = 10_000
_MOST_LEVELS = 8
_NO_WORDS = re.compile(r"[\W_]+")
_NUMBER = re.compile(
    r"^(?:chapter|section|appendix|第[一二三四五六七八九十百\d]+[章节節]|[\divxlc]{1,7})+(?=\D)"
)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A title as `plain` gives it, its level from 1, and the number of the page that it points to, from 0."""

    title: str
    level: int
    page: int

    def names(self, said: str) -> bool:
        """Tell whether plain words are this title, with or without its number."""
        if not said or not self.title:
            return False
        return said == self.title or (
            said.endswith(self.title) and _NUMBER.sub("", said) == _NUMBER.sub("", self.title)
        )


def bookmarks_of(document: pypdfium2.PdfDocument) -> list[Bookmark]:
    """Return the bookmarks in order."""
    found: list[Bookmark] = []
    for bookmark in document.get_toc(max_depth=_MOST_LEVELS):
        if len(found) >= MOST_BOOKMARKS:
            break
        target = bookmark.get_dest()
        page = target.get_index() if target is not None else None
        title = plain(bookmark.get_title())
        if page is not None and title:
            found.append(Bookmark(title, bookmark.level + 1, page))
    return found


def plain(words: str) -> str:
    """Return the letters and digits of the words in lower case."""
    return _NO_WORDS.sub("", unicodedata.normalize("NFKC", words)).lower()
