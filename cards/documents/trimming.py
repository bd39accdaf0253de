"""A block -> the same block without white space and markup at its ends."""

from __future__ import annotations

from dataclasses import replace

from cards.documents.model import Block
from cards.model import Span


def trimmed(text: str, block: Block) -> list[Block]:
    """Return the block between its first and last word; no block where it says nothing."""
    start, end = block.span.start, block.span.end
    markup = list(block.markup)
    while start < end:
        if text[start].isspace():
            start += 1
        elif markup and markup[0].span.start <= start and not markup[0].says.strip():
            start = max(start, markup.pop(0).span.end)
        else:
            break
    while start < end:
        if text[end - 1].isspace():
            end -= 1
        elif markup and markup[-1].span.end >= end and not markup[-1].says.strip():
            end = min(end, markup.pop().span.start)
        else:
            break
    if start >= end:
        return []
    inside = tuple(one for one in markup if start <= one.span.start and one.span.end <= end)
    return [replace(block, span=Span(start, end), markup=inside)]
