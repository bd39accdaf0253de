"""Markdown paragraphs whose lines are paragraphs -> those paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.documents.lines import joint, lines_of, wrap_width
from cards.documents.model import Block, Kind
from cards.documents.numbering import numbered
from cards.documents.trimming import part_of
from cards.model import Span

_FINISHED = re.compile(r"[。！？：；…!?:;.][”’」』）)*_ ]{0,4}$")


def split_at_lines(text: str, blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Return the blocks with paragraphs parted at line breaks that end a paragraph.

    CommonMark joins lines that no blank line parts, yet Chinese authors write a paragraph a line. A break parts
    where Chinese stands beside it in a text that is not wrapped, or a number after a finished sentence.
    """
    wrapped = wrap_width(text, list(lines_of(text))) is not None
    for block in blocks:
        if block.kind is not Kind.PARAGRAPH or "\n" not in block.span.of(text):
            yield block
            continue
        start, at = block.span.start, text.find("\n", block.span.start, block.span.end)
        while at >= 0:
            if _parts(text, start, at, wrapped=wrapped):
                yield from part_of(text, block, Span(start, at))
                start = at + 1
            at = text.find("\n", at + 1, block.span.end)
        yield from part_of(text, block, Span(start, block.span.end))


def _parts(text: str, start: int, at: int, *, wrapped: bool) -> bool:
    before = text[max(start, at - 8) : at].rstrip(" \t*_")
    ahead = text[at + 1 : at + 20]
    after = at + 1 + len(ahead) - len(ahead.lstrip(" \t\u3000*_"))
    if not wrapped and joint(before[-1:] or " ", text[after : after + 1] or " ") == "":
        return True
    return _FINISHED.search(before) is not None and numbered(text, after) is not None
