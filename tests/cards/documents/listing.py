"""A document as the golden files write it: a line a block, readable without Python."""

from __future__ import annotations

from cards.documents import Document, prose_of


def listing(document: Document) -> str:
    """Return the language, then `kind level: prose` for each block; a line break in prose is written ⏎."""
    lines = [f"language: {document.language}"]
    for block in document.blocks:
        kind = f"{block.kind} {block.level}" if block.level else str(block.kind)
        lines.append(f"{kind}: {prose_of(document, block).text}".replace("\n", "⏎"))
    return "\n".join(lines) + "\n"
