"""Where a note comes from and what of its document it shows <-> JSON values."""

from __future__ import annotations

from cards.jsonfields import (
    Fields,
    LineError,
    check_keys,
    object_of,
    present,
    said,
    shown,
    span_of,
    text_of,
    texts_of,
)
from cards.model import Exhibit, Formula, Listing, Picture, Place, Source, Unit


def source_fields(source: Source) -> Fields:
    """Return the source as JSON values."""
    fields: Fields = {
        "document": source.document,
        "start": source.span.start,
        "end": source.span.end,
        "text": source.quote,
        "section": list(source.section),
    }
    if source.place is not None:
        fields["place"] = {"unit": source.place.unit.value, "label": source.place.label}
    return fields


def source_of(fields: Fields, of: str) -> Source:
    """Return the source in the object of `of` ("a basic note"); LineError says what is missing or out of place."""
    return source_in(present(fields, "source", of), of=of)


def source_in(value: object, *, of: str) -> Source:
    """Return the source that the JSON value describes, as `source_of` does."""
    source = object_of(value, "source")
    check_keys(source, {"document", "start", "end", "text", "section", "place"}, "a source")
    return Source(
        said(source, "document", of="a source"),
        span_of(source),
        text_of(source, "text", of="a source"),
        texts_of(source, "section"),
        _place(source),
    )


def exhibit_fields(exhibit: Exhibit) -> Fields:
    """Return the exhibit as JSON values; its media's content is elsewhere."""
    match exhibit:
        case Picture():
            return {"media": exhibit.media, "caption": exhibit.caption}
        case Listing():
            return {"code": exhibit.code, "language": exhibit.language}
        case Formula():
            return {"tex": exhibit.tex}


def exhibits_of(fields: Fields) -> tuple[Exhibit, ...]:
    """Return the exhibits that the note's object lists; LineError says what is out of place."""
    listed = fields.get("exhibits", [])
    if not isinstance(listed, list):
        raise LineError(f"exhibits is a list, not {shown(listed)}")
    return tuple(_exhibit(object_of(one, "an exhibit")) for one in listed)


def _exhibit(fields: Fields) -> Exhibit:
    if "media" in fields:
        check_keys(fields, {"media", "caption"}, "a picture")
        return Picture(_file_name(fields), text_of(fields, "caption", ""))
    if "code" in fields:
        check_keys(fields, {"code", "language"}, "a listing")
        return Listing(said(fields, "code", of="a listing"), text_of(fields, "language", ""))
    if "tex" in fields:
        check_keys(fields, {"tex"}, "a formula")
        return Formula(said(fields, "tex", of="a formula"))
    raise LineError(f"an exhibit has media, code or tex, not {shown(fields)}")


def _file_name(fields: Fields) -> str:
    name = said(fields, "media", of="a picture")
    # Anki refuses a whole package for one name with a folder in it.
    if "/" in name or "\\" in name or name.startswith("."):
        raise LineError(f"media is the name of a file without folders, not {shown(name)}")
    return name


def _place(source: Fields) -> Place | None:
    if "place" not in source:
        return None
    place = object_of(present(source, "place", "a source"), "place")
    check_keys(place, {"unit", "label"}, "a place")
    unit = text_of(place, "unit", of="a place")
    if unit not in set(Unit):
        raise LineError(f"the unit of a place is {', '.join(Unit)}, not {shown(unit)}")
    return Place(Unit(unit), said(place, "label", of="a place"))
