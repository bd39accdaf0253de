"""Markdown paragraphs whose lines are paragraphs -> those paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cards.documents.lines import joint, lines_of, wrap_width
from cards.documents.model import Block, Kind
from cards.documents.numbering import numbered
from cards.documents.trimming import trimmed
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
        start = block.span.start
        for line_break in re.finditer(r"\n", block.span.of(text)):
            at = block.span.start + line_break.start()
            if _parts(text, start, at, wrapped=wrapped):
                yield from _within(text, block, Span(start, at))
                start = at + 1
        yield from _within(text, block, Span(start, block.span.end))


def _parts(text: str, start: int, at: int, *, wrapped: bool) -> bool:
    before = text[max(start, at - 8) : at].rstrip(" \t*_")
    ahead = text[at + 1 : at + 20]
    after = at + 1 + len(ahead) - len(ahead.lstrip(" \t\u3000*_"))
    if not wrapped and joint(before[-1:] or " ", text[after : after + 1] or " ") == "":
        return True
    return _FINISHED.search(before) is not None and numbered(text, after) is not None


def _within(text: str, block: Block, span: Span) -> list[Block]:
    markup = tuple(one for one in block.markup if span.holds(one.span))
    return trimmed(text, replace(block, span=span, markup=markup))
