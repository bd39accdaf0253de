"""A page's body -> the document, and its blocks in a line each."""

from __future__ import annotations

from cards.documents import Document, Hints, prose_of, read_here
from cards.documents.model import Beside, nothing_beside


def read_body(body: str, *, beside: Beside = nothing_beside) -> Document:
    """Return the document of a page with that body, in UTF-8."""
    page = f'<html><head><meta charset="utf-8"></head><body>{body}</body></html>'
    return read_here(page.encode(), name="page.html", hints=Hints(beside=beside))


def blocks_of(body: str) -> list[str]:
    """Return `kind level: words` for each block."""
    document = read_body(body)
    return [
        f"{block.kind} {block.level}: {prose_of(document, block).text}"
        if block.level
        else f"{block.kind}: {prose_of(document, block).text}"
        for block in document.blocks
    ]
