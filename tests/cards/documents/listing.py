"""A document as the golden files write it: a line a block, readable without Python."""

from __future__ import annotations

from cards.documents import Document, prose_of


def listing(document: Document) -> str:
    """Return the language, then `kind level: prose` for each block; a line break in prose is written ⏎.

    Where a page, slide or chapter begins, a line says so (`-- page 2`); pictures stand where they are shown
    (`picture image/png: caption`), remarks at the end. A block in another language than its document says which.
    """
    lines = [f"language: {document.language}"]
    types = {media.name: media.type for media in document.media}
    pictures = list(document.pictures)
    place = None
    for block in document.blocks:
        while pictures and pictures[0].span.start <= block.span.start:
            shown = pictures.pop(0)
            lines.append(f"picture {types[shown.media]}: {shown.caption}".rstrip())
        begun = document.place_at(block.span.start)
        if begun is not None and begun != place:
            place = begun
            lines.append(f"-- {place.unit} {place.label}")
        kind = f"{block.kind} {block.level}" if block.level else str(block.kind)
        language = f" ({block.language})" if block.language else ""
        lines.append(f"{kind}{language}: {prose_of(document, block).text}".replace("\n", "⏎"))
    lines += [f"picture {types[shown.media]}: {shown.caption}".rstrip() for shown in pictures]
    lines += [f"remark: {remark}" for remark in document.remarks]
    return "\n".join(lines) + "\n"
