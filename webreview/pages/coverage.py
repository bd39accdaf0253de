"""Document and kept notes -> how much of each section the cards ask about, and how much of it is known."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cards.documents.model import Document, Kind
from cards.model import Note, Span
from webreview.collection.knowing import Known


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with all up to the next one; `block` is the number of its first block.

    `covered` is the part of its characters that stand in a sentence of a kept note, `known` the part of its cards
    that is known today; both in percent, `known` None without cards.
    """

    heading: str
    level: int
    block: int
    cards: int
    covered: int
    known: int | None


def sections(document: Document, notes: Iterable[Note], known: Mapping[str, Known]) -> tuple[Section, ...]:
    """Return the sections in order; what stands before the first heading has an empty one."""
    starts = _starts(document)
    places = [document.blocks[block].span.start for block in starts]
    kept = [note for note in notes if note.id in known]
    inside: list[list[Note]] = [[] for _ in starts]
    for note in kept:
        inside[max(0, bisect_right(places, note.source.span.start) - 1)].append(note)
    ends = [*starts[1:], len(document.blocks)]
    return tuple(
        _section(document, start, end, held, known)
        for start, end, held in zip(starts, ends, inside, strict=True)
    )


def _starts(document: Document) -> list[int]:
    headings = [number for number, block in enumerate(document.blocks) if block.kind is Kind.HEADING]
    return headings if headings[:1] == [0] or not document.blocks else [0, *headings]


def _section(
    document: Document, start: int, end: int, notes: list[Note], known: Mapping[str, Known]
) -> Section:
    first = document.blocks[start]
    titled = first.kind is Kind.HEADING
    body = [block.span for block in document.blocks[start + titled : end]]
    length = sum(span.end - span.start for span in body)
    covered = sum(_shared(span, [note.source.span for note in notes]) for span in body)
    cards = sum(known[note.id].cards for note in notes)
    chances = sum(known[note.id].chances for note in notes)
    return Section(
        heading=first.span.of(document.text) if titled else "",
        level=first.level if titled else 1,
        block=start,
        cards=cards,
        covered=round(100 * covered / length) if length else 0,
        known=round(100 * chances / cards) if cards else None,
    )


def _shared(block: Span, marks: list[Span]) -> int:
    """Return how many characters of the block are inside the marks, each counted once."""
    count, at = 0, block.start
    for mark in sorted(marks):
        begin, end = max(mark.start, at), min(mark.end, block.end)
        if end > begin:
            count += end - begin
            at = end
    return count
