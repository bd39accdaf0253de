"""A block -> the same block without white space and markup at its ends."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace

from cards.documents.model import Block
from cards.model import Span


def trimmed(text: str, block: Block) -> list[Block]:
    """Return the block between its first and last word; no block where it says nothing."""
    start, end = block.span.start, block.span.end
    markup = block.markup
    first, last = 0, len(markup)
    while start < end:
        if text[start].isspace():
            start += 1
        elif first < last and markup[first].span.start <= start and not markup[first].says.strip():
            start = max(start, markup[first].span.end)
            first += 1
        else:
            break
    while start < end:
        if text[end - 1].isspace():
            end -= 1
        elif first < last and markup[last - 1].span.end >= end and not markup[last - 1].says.strip():
            last -= 1
            end = min(end, markup[last].span.start)
        else:
            break
    if start >= end:
        return []
    return [replace(block, span=Span(start, end), markup=markup[first:last])]


def part_of(text: str, block: Block, span: Span) -> list[Block]:
    """Return what the block says at `span`, trimmed; markup that is not wholly inside is left out."""
    first = bisect_left(block.markup, span.start, key=lambda one: one.span.start)
    last = bisect_right(block.markup, span.end, key=lambda one: one.span.end)
    return trimmed(text, replace(block, span=span, markup=block.markup[first:last]))
