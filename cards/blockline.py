"""A document -> what its reader found: a line a block for people, JSON Lines for programs. See docs/documents.md."""

from __future__ import annotations

from collections.abc import Iterator

from cards.deckfile import json_line
from cards.documents import Block, Document, Kind, Shown, prose_of
from cards.model import Place

# The widest of the kinds, with its level and a place behind it, and room for the words.
_KIND_WIDTH = len("paragraph") + 2
_PLACE_WIDTH = 12


def write_block_text(document: Document) -> bytes:
    """Return the document for a reader, in UTF-8: its blocks, pictures where they stand, and what was left out."""
    lines = [f"{document.name}: {document.language}, {_told(len(document.text), len(document.blocks))}"]
    with_places = bool(document.places)
    for part in _in_order(document):
        words = f"[{part.caption}]" if isinstance(part, Shown) else prose_of(document, part).text
        kind = "picture" if isinstance(part, Shown) else _kind(part)
        place = _place_text(document.place_at(part.span.start)) if with_places else ""
        head = f"{kind:<{_KIND_WIDTH}} " + (f"{place:<{_PLACE_WIDTH}} " if with_places else "")
        language = f"({part.language}) " if isinstance(part, Block) and part.language else ""
        lines.append((head + language + words.replace("\n", "\n" + " " * len(head))).rstrip())
    lines += [f"left out: {remark}" for remark in document.remarks]
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace")


def write_block_lines(document: Document) -> bytes:
    """Return JSON objects in UTF-8, one a line: the document, its blocks and pictures in text order, its remarks."""
    return b"".join(json_line(fields) for fields in _lines(document))


def _lines(document: Document) -> Iterator[dict[str, object]]:
    yield {
        "type": "document",
        "id": document.id,
        "name": document.name,
        "language": document.language,
        "characters": len(document.text),
    }
    types = {media.name: media for media in document.media}
    for part in _in_order(document):
        place = document.place_at(part.span.start)
        where: dict[str, object] = {"start": part.span.start, "end": part.span.end}
        where["place"] = None if place is None else {"unit": place.unit, "label": place.label}
        if isinstance(part, Shown):
            media = types[part.media]
            yield {
                "type": "picture",
                "media": media.name,
                "media_type": media.type,
                "bytes": len(media.content),
                "caption": part.caption,
                **where,
            }
        else:
            yield {
                "type": "block",
                "kind": part.kind,
                "level": part.level,
                "language": part.language or document.language,
                "text": prose_of(document, part).text,
                **where,
            }
    for remark in document.remarks:
        yield {"type": "remark", "text": str(remark)}


def _in_order(document: Document) -> list[Block | Shown]:
    """Return blocks and pictures by where they begin; a picture stands before the block that begins there."""
    parts: list[Block | Shown] = [*document.pictures, *document.blocks]
    return sorted(parts, key=lambda part: part.span.start)


def _kind(block: Block) -> str:
    return f"{block.kind} {block.level}" if block.level and block.kind is not Kind.TABLE else str(block.kind)


def _place_text(place: Place | None) -> str:
    return "" if place is None else f"{place.unit} {place.label}"


def _told(characters: int, blocks: int) -> str:
    return (
        f"{characters} characters in {blocks} blocks"
        if blocks != 1
        else f"{characters} characters in 1 block"
    )
