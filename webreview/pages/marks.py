"""Document and notes -> the text as a page lays it out, with each note's sentence marked.

Sentences of several notes may overlap, and a sentence may run over two blocks: the text is cut wherever a mark
begins or ends, and each stretch knows the notes that it belongs to. Everything is counted in code points here;
the page holds the pieces themselves, so the browser's other way of counting never comes in.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cards.documents.model import Block, Document, Kind, Shown
from cards.model import Note, Place, Span

# The page's own title is h1, and HTML ends at h6.
_DEEPEST_HEADING = 6


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of text and the ids of the notes whose sentence holds it; `first_of` are those that begin here."""

    text: str
    notes: tuple[str, ...] = ()
    first_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """A block as stretches; `tag` is its HTML element, `kind` the block's kind, `language` its own, if it has one.

    `place` is the page, slide or chapter that begins with it, `pictures` are those in or after it.
    """

    tag: str
    kind: Kind
    stretches: tuple[Stretch, ...]
    language: str = ""
    place: Place | None = None
    pictures: tuple[Shown, ...] = ()


def marked(document: Document, notes: Iterable[Note]) -> tuple[MarkedBlock, ...]:
    """Return the document's blocks with the sentences of the notes marked, in text order."""
    blocks = document.blocks
    inside = _by_block(blocks, notes)
    begun: set[str] = set()
    result = []
    depth = 1
    pictures = _pictures_by_block(document)
    place: Place | None = None
    for block, held, shown in zip(blocks, inside, pictures, strict=True):
        if block.kind is Kind.HEADING:
            # A document may leave levels out; a page that does is hard to find one's way in by ear.
            depth = min(block.level + 1, depth + 1, _DEEPEST_HEADING)
            tag = f"h{depth}"
        else:
            tag = "pre" if block.kind is Kind.CODE else "p"
        before, place = place, document.place_at(block.span.start)
        result.append(
            MarkedBlock(
                tag,
                block.kind,
                _stretches(document.text, block, held, begun),
                block.language,
                place if place != before else None,
                tuple(shown),
            )
        )
    return tuple(result)


def _pictures_by_block(document: Document) -> list[list[Shown]]:
    """Return each block's pictures; those before the first block stand with it too."""
    starts = [block.span.start for block in document.blocks]
    found: list[list[Shown]] = [[] for _ in starts]
    for shown in document.pictures:
        if starts:
            found[max(bisect_right(starts, shown.span.start) - 1, 0)].append(shown)
    return found


def _by_block(blocks: Sequence[Block], notes: Iterable[Note]) -> list[list[Note]]:
    ends = [block.span.end for block in blocks]
    inside: list[list[Note]] = [[] for _ in blocks]
    for note in notes:
        span = note.source.span
        i = bisect_right(ends, span.start)
        while i < len(blocks) and blocks[i].span.start < span.end:
            inside[i].append(note)
            i += 1
    return inside


def _stretches(text: str, block: Block, notes: Sequence[Note], begun: set[str]) -> tuple[Stretch, ...]:
    says = {markup.span: markup.says for markup in block.markup}
    spans = [*says, *(note.source.span for note in notes)]
    cuts = {block.span.start, block.span.end}
    cuts.update(place for span in spans for place in (span.start, span.end) if _within(place, block.span))
    ordered = sorted(cuts)
    stretches: list[Stretch] = []
    for start, end in pairwise(ordered):
        span = Span(start, end)
        holders = tuple(note.id for note in notes if note.source.span.holds(span))
        shown = _said(span, says, text)
        if not shown:
            continue
        fresh = tuple(note for note in holders if note not in begun)
        begun.update(fresh)
        if stretches and not fresh and stretches[-1].notes == holders:
            last = stretches.pop()
            stretches.append(Stretch(last.text + shown, holders, last.first_of))
        else:
            stretches.append(Stretch(shown, holders, fresh))
    return tuple(stretches)


def _said(span: Span, says: dict[Span, str], text: str) -> str:
    """Return the stretch as a reader reads it; what markup says is said once, where the markup begins."""
    for markup, said in says.items():
        if markup.holds(span):
            return said if markup.start == span.start else ""
    return span.of(text)


def _within(place: int, span: Span) -> bool:
    return span.start < place < span.end
