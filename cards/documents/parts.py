"""The parts of a document that stand beside its text <-> JSON, for those who keep documents or hand them on."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from cards.documents.model import Block, Document, Kind, Markup, Media, Placed, Remark, Shown
from cards.model import Place, Span, Unit

# Escaped to ASCII: PostgreSQL's text has no NUL, and UTF-8 no lone surrogates.
_ENCODER = json.JSONEncoder(separators=(",", ":"))


def document_fields(document: Document) -> dict[str, object]:
    """Return JSON values that say the whole document but for the contents of its media."""
    return {
        "id": document.id,
        "name": document.name,
        "text": document.text,
        "language": document.language,
        "blocks": blocks_json(document.blocks),
        "places": places_json(document.places),
        "pictures": pictures_json(document.pictures),
        "remarks": remarks_json(document.remarks),
        "media": [[media.name, media.type] for media in document.media],
    }


def document_from(fields: Mapping[str, Any], contents: Sequence[bytes]) -> Document:
    """Return the document that `document_fields` said; `contents` are those of its media, in their order.

    Raises LookupError, TypeError or ValueError for anything else.
    """
    return Document(
        id=str(fields["id"]),
        name=str(fields["name"]),
        text=str(fields["text"]),
        language=str(fields["language"]),
        blocks=blocks_from(fields["blocks"]),
        places=places_from(fields["places"]),
        pictures=pictures_from(fields["pictures"]),
        remarks=remarks_from(fields["remarks"]),
        media=tuple(
            Media(name, kind, content)
            for (name, kind), content in zip(fields["media"], contents, strict=True)
        ),
    )


def blocks_json(blocks: tuple[Block, ...]) -> str:
    """Return a list of [kind, start, end, level, markup], and the language where a block has one of its own."""
    return _ENCODER.encode([_block(block) for block in blocks])


def blocks_from(text: str) -> tuple[Block, ...]:
    """Return the blocks that `blocks_json` wrote."""
    return tuple(
        Block(
            Kind(kind),
            Span(start, end),
            level,
            tuple(Markup(Span(s, e), says) for s, e, says in markup),
            *language,
        )
        for kind, start, end, level, markup, *language in json.loads(text)
    )


def places_json(places: tuple[Placed, ...]) -> str:
    """Return a list of [start, unit, label]."""
    return _ENCODER.encode([[one.start, one.place.unit, one.place.label] for one in places])


def places_from(text: str) -> tuple[Placed, ...]:
    """Return the places that `places_json` wrote."""
    return tuple(Placed(start, Place(Unit(unit), label)) for start, unit, label in json.loads(text))


def pictures_json(pictures: tuple[Shown, ...]) -> str:
    """Return a list of [start, end, media, caption]."""
    return _ENCODER.encode([[one.span.start, one.span.end, one.media, one.caption] for one in pictures])


def pictures_from(text: str) -> tuple[Shown, ...]:
    """Return the pictures that `pictures_json` wrote."""
    return tuple(Shown(Span(start, end), media, caption) for start, end, media, caption in json.loads(text))


def remarks_json(remarks: tuple[Remark, ...]) -> str:
    """Return a list of [sentence, [[name, value], ...]]."""
    return _ENCODER.encode([[one.sentence, one.values] for one in remarks])


def remarks_from(text: str) -> tuple[Remark, ...]:
    """Return the remarks that `remarks_json` wrote."""
    return tuple(
        Remark(sentence, tuple((name, value) for name, value in values))
        for sentence, values in json.loads(text)
    )


def _block(block: Block) -> list[object]:
    markup = [[one.span.start, one.span.end, one.says] for one in block.markup]
    told: list[object] = [block.kind, block.span.start, block.span.end, block.level, markup]
    return [*told, block.language] if block.language else told
