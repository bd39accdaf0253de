"""A block -> its words as they are read, with every code point's place in the document."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from cards.documents.model import Block, Document
from cards.model import Span


@dataclass(frozen=True, slots=True)
class Prose:
    """What a block says, without its markup.

    The text is made of pieces: piece i begins at code point `starts[i]` of the text and stands at `places[i]`
    of the document. `Prose.span` is the way back to the document.
    """

    text: str
    starts: tuple[int, ...]
    places: tuple[Span, ...]

    def span(self, start: int, end: int) -> Span:
        """Return the place in the document of code points `start` to `end` (excluded) of this text.

        It begins with the first and ends with the last code point, so markup at its rims is left out, and
        markup inside is part of it. An empty stretch has an empty place.
        """
        assert 0 <= start <= end <= len(self.text), f"not within the prose: {start} to {end}"
        if start == end:
            at = self._place(start).start if start < len(self.text) else self._end()
            return Span(at, at)
        return Span(self._place(start).start, self._place(end - 1).end)

    def _place(self, at: int) -> Span:
        i = bisect_right(self.starts, at) - 1
        place = self.places[i]
        end = self.starts[i + 1] if i + 1 < len(self.starts) else len(self.text)
        if end - self.starts[i] != place.end - place.start:
            return place  # "&amp;" stands for "&": a part of it has no place of its own
        at += place.start - self.starts[i]
        return Span(at, at + 1)

    def _end(self) -> int:
        return self.places[-1].end if self.places else 0


def prose_of(document: Document, block: Block) -> Prose:
    """Return what the block says; for a block without markup that is its text as it stands."""
    return prose_at(document.text, block)


def prose_at(text: str, block: Block) -> Prose:
    """Return what the block says, given the text that its spans count in."""
    said: list[str] = []
    starts: list[int] = []
    places: list[Span] = []
    length, at = 0, block.span.start
    for markup in block.markup:
        for place, says in ((Span(at, markup.span.start), None), (markup.span, markup.says)):
            words = place.of(text) if says is None else says
            if words:
                said.append(words)
                starts.append(length)
                places.append(place)
                length += len(words)
        at = markup.span.end
    if at < block.span.end or not said:
        said.append(text[at : block.span.end])
        starts.append(length)
        places.append(Span(at, block.span.end))
    return Prose("".join(said), tuple(starts), tuple(places))
