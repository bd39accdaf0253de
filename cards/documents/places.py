"""A Markdown block's words, as the parser took them out of their lines -> their places in the document."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from cards.documents.model import Markup
from cards.model import Span


@dataclass(frozen=True, slots=True)
class Places:
    """Where the lines of some words stand: the first word of line i is at `starts[i]`, `places[i]` of the text."""

    starts: tuple[int, ...]
    places: tuple[int, ...]
    length: int

    def of(self, at: int) -> int:
        """Return the place in the document of code point `at` of the words."""
        line = max(0, bisect_right(self.starts, at) - 1)
        place = self.places[line] + at - self.starts[line]
        # A tab is handed over as spaces, so that there may be more blanks than the file has.
        return min(place, self.places[line + 1]) if line + 1 < len(self.places) else place

    def span(self, start: int, end: int) -> Span:
        """Return the place of a stretch of the words that is not empty."""
        # What ends where a line begins has swallowed the line's own marks: "> " and the indentation.
        return Span(self.of(start), self.of(end) if end < self.length else self.of(end - 1) + 1)

    def markup(self, markup: Markup) -> Markup:
        """Return markup of the words as markup of the document."""
        return Markup(self.span(markup.span.start, markup.span.end), markup.says)


def places_of(words: str, lines: list[Span], text: str, *, least: int = 0) -> Places | None:
    """Return the places of the words in the lines that they came from, None where they are not found.

    The first line is searched from code point `least` of the text on. Words are the end of their line but for
    headings closed with "##", and for table cells.
    """
    starts, places, at = [], [], 0
    for written, line in zip(words.split("\n"), lines, strict=False):
        said = written.strip()
        place = _place(said, line, text, max(least, line.start))
        if place < 0:
            return None
        starts.append(at + len(written) - len(written.lstrip()) if said else at)
        places.append(place)
        at += len(written) + 1
    return Places(tuple(starts), tuple(places), len(words)) if len(starts) == words.count("\n") + 1 else None


def _place(said: str, line: Span, text: str, least: int) -> int:
    end = line.start + len(text[line.start : line.end].rstrip())
    if end - len(said) >= least and text.startswith(said, end - len(said)):
        return end - len(said)
    return text.find(said, least, line.end)
