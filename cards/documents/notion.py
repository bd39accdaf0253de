"""Pages that Notion exported: their names end in an id, and their properties stand below the title."""

from __future__ import annotations

import re

from cards.documents.model import Block, Kind

# "Cells 0123456789abcdef0123456789abcdef.md"
_ID = re.compile(r"(?<=\S) [0-9a-f]{32}(?=\.[A-Za-z]+\Z|\Z)")
_PROPERTY = re.compile(r"[^\n:]{1,40}: \S.*")


def without_id(name: str) -> str:
    """Return the page's name without the id that Notion puts behind it."""
    return _ID.sub("", name)


def without_properties(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks without the lines below the title that say when a page was made, by whom, with which tags."""
    if len(blocks) < 2 or blocks[0].kind is not Kind.HEADING or blocks[1].kind is not Kind.PARAGRAPH:
        return blocks
    lines = blocks[1].span.of(text).split("\n")
    return (blocks[0], *blocks[2:]) if all(map(_PROPERTY.fullmatch, lines)) else blocks
