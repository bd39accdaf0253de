"""Notes -> the same notes with what their document shows beside the sentence: pictures, formulas, listings."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from cards.documents.model import Block, Document, Kind, Shown
from cards.languages.language import NEXT, PREVIOUS, Language
from cards.model import Exhibit, Formula, Listing, Note, Picture, Span

# An answer with more beside it is a page, not a card.
MOST_EXHIBITS = 2
_COLONS = (":", "：")


def with_exhibits(notes: Iterable[Note], document: Document, language: Language) -> Iterator[Note]:
    """Yield the notes, each with the exhibits that its sentence stands by, names, or leads up to."""
    if not document.pictures and not any(block.kind in _STANDING for block in document.blocks):
        yield from notes
        return
    showcase = _Showcase(document, language)
    for note in notes:
        found = tuple(islice(dict.fromkeys(showcase.beside(note.source.span)), MOST_EXHIBITS))
        yield replace(note, exhibits=found) if found else note


_STANDING = (Kind.FORMULA, Kind.CODE)


class _Showcase:
    """What a document shows, found by place and by number."""

    def __init__(self, document: Document, language: Language) -> None:
        self._document = document
        self._language = language
        self._ends = [block.span.end for block in document.blocks]
        self._pictures = [shown.span.start for shown in document.pictures]
        self._numbered: dict[str, Exhibit] = {}
        for shown in document.pictures:
            for number in language.figures(self._caption(shown)[:40]):
                self._numbered.setdefault(number, _picture(shown))

    def beside(self, sentence: Span) -> Iterator[Exhibit]:
        """Yield the exhibits of the sentence, the surest first."""
        blocks = self._document.blocks
        at = bisect_right(self._ends, sentence.start)
        if at == len(blocks):
            return
        text = sentence.of(self._document.text)
        named = self._language.figures(text)
        for number in sorted(named):
            if number in self._numbered:
                yield self._numbered[number]
        closing = sentence.end >= blocks[at].span.end
        leads_up = closing and text.rstrip().endswith(_COLONS)
        for shown in self._between(blocks[at].span.start, blocks[at].span.end - 1):
            yield _picture(shown)
        if leads_up or NEXT in named:
            yield from self._after(at)
        if PREVIOUS in named:
            yield from self._before(at)

    def _after(self, at: int) -> Iterator[Exhibit]:
        blocks = self._document.blocks
        until = blocks[at + 1].span.start if at + 1 < len(blocks) else len(self._document.text)
        for shown in self._between(blocks[at].span.end, until):
            yield _picture(shown)
        if at + 1 < len(blocks):
            yield from self._standing(blocks[at + 1])

    def _before(self, at: int) -> Iterator[Exhibit]:
        blocks = self._document.blocks
        since = blocks[at - 1].span.end if at else 0
        for shown in self._between(since, blocks[at].span.start - 1):
            yield _picture(shown)
        if at:
            yield from self._standing(blocks[at - 1])

    def _between(self, start: int, end: int) -> Iterator[Shown]:
        """Yield the pictures at places `start` to `end`, both included."""
        pictures = self._document.pictures
        yield from pictures[bisect_left(self._pictures, start) : bisect_right(self._pictures, end)]

    def _standing(self, block: Block) -> Iterator[Exhibit]:
        words = block.span.of(self._document.text)
        if block.kind is Kind.FORMULA:
            yield Formula(words)
        elif block.kind is Kind.CODE:
            yield Listing(words, block.language)

    def _caption(self, shown: Shown) -> str:
        """Return the picture's caption; where it has none, the block after it, which may be one."""
        if shown.caption:
            return shown.caption
        after = bisect_right(self._ends, shown.span.start)
        if after == len(self._ends):
            return ""
        return self._document.blocks[after].span.of(self._document.text)


def _picture(shown: Shown) -> Picture:
    return Picture(shown.media, shown.caption)
