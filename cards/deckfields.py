"""Note <-> the JSON object that a deck file holds for it."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise
from typing import TypedDict

from cards.jsonfields import (
    Fields,
    LineError,
    check_keys,
    flag_of,
    integer,
    object_of,
    present,
    said,
    shown,
    span_of,
    text_of,
    texts_of,
)
from cards.model import (
    MOST_ITEMS,
    UNEDITED,
    BasicNote,
    ClozeNote,
    Deletion,
    EnumerationNote,
    Exhibit,
    Note,
    Origin,
    Source,
)
from cards.sourcefields import exhibit_fields, exhibits_of, source_fields, source_of

# Anki makes no cards of further ones.
MOST_GROUPS = 500

_EVERY_NOTE = {
    "type",
    "id",
    "language",
    "tags",
    "kind",
    "score",
    "reasons",
    "source",
    "edited_at",
    "exhibits",
}
_KEYS = {
    "basic": _EVERY_NOTE | {"question", "answer", "reversed"},
    "cloze": _EVERY_NOTE | {"text", "deletions", "heading"},
    "enumeration": _EVERY_NOTE | {"question", "items", "items_too"},
}


class _Known(TypedDict):
    id: str
    source: Source
    origin: Origin
    language: str
    tags: tuple[str, ...]
    edited_at: datetime
    exhibits: tuple[Exhibit, ...]


def fields_of(note: Note) -> Fields:
    """Return the note as JSON values; the order of keys is always the same, what is usual is left out."""
    match note:
        case BasicNote():
            own: Fields = {"type": "basic", "id": note.id, "question": note.question, "answer": note.answer}
            if note.reversed_too:
                own["reversed"] = True
        case ClozeNote():
            own = {"type": "cloze", "id": note.id, "text": note.text}
            own["deletions"] = [_deletion_fields(deletion) for deletion in note.deletions]
            if note.heading:
                own["heading"] = note.heading
        case EnumerationNote():
            own = {"type": "enumeration", "id": note.id, "question": note.question, "items": list(note.items)}
            if note.items_too:
                own["items_too"] = True
    own |= {
        "language": note.language,
        "tags": list(note.tags),
        "kind": note.origin.writer,
        "score": float(note.origin.score),
        "reasons": list(note.origin.reasons),
        "source": source_fields(note.source),
    }
    if note.exhibits:
        own["exhibits"] = [exhibit_fields(exhibit) for exhibit in note.exhibits]
    if note.edited_at != UNEDITED:
        own["edited_at"] = note.edited_at.astimezone(UTC).isoformat()
    return own


def note_of(fields: Fields) -> Note:
    """Return the note that the object describes; LineError says what is missing or out of place."""
    note_type = text_of(fields, "type", of="a note")
    if note_type not in _KEYS:
        raise LineError(f"the type {shown(note_type)} is not one of {', '.join(_KEYS)}")
    of = f"{'an' if note_type == 'enumeration' else 'a'} {note_type} note"
    check_keys(fields, _KEYS[note_type], of)
    known: _Known = {
        "id": said(fields, "id", of=of),
        "source": source_of(fields, of),
        "origin": Origin(text_of(fields, "kind", "learner"), texts_of(fields, "reasons"), _score(fields)),
        "language": text_of(fields, "language", "zh"),
        "tags": texts_of(fields, "tags"),
        "edited_at": _edited_at(fields),
        "exhibits": exhibits_of(fields),
    }
    if note_type == "basic":
        question, answer = said(fields, "question", of=of), said(fields, "answer", of=of)
        return BasicNote(**known, question=question, answer=answer, reversed_too=flag_of(fields, "reversed"))
    if note_type == "cloze":
        text = said(fields, "text", of=of)
        return ClozeNote(
            **known, text=text, deletions=_deletions(fields, text, of), heading=text_of(fields, "heading", "")
        )
    question = said(fields, "question", of=of)
    return EnumerationNote(
        **known, question=question, items=_items(fields, of), items_too=flag_of(fields, "items_too")
    )


def _deletion_fields(deletion: Deletion) -> Fields:
    fields: Fields = {"start": deletion.span.start, "end": deletion.span.end, "group": deletion.group}
    if deletion.hint:
        fields["hint"] = deletion.hint
    return fields


def _score(fields: Fields) -> float:
    value = fields.get("score", 0.5)
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value <= 1:
        raise LineError(f"score is a number from 0 to 1, not {shown(value)}")
    return float(value)


def _edited_at(fields: Fields) -> datetime:
    if "edited_at" not in fields:
        return UNEDITED
    value = text_of(fields, "edited_at")
    try:
        time = datetime.fromisoformat(value)
        if time.tzinfo is not None:
            return time.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise LineError(
        f'edited_at is a time with its zone, like "2026-01-31T08:00:00+00:00", not {shown(value)}'
    )


def _deletions(fields: Fields, text: str, of: str) -> tuple[Deletion, ...]:
    values = present(fields, "deletions", of)
    if not isinstance(values, list) or not values:
        raise LineError(f"deletions is a list with at least one deletion, not {shown(values)}")
    deletions = tuple(_deletion(object_of(value, "a deletion"), text) for value in values)
    for first, second in pairwise(sorted(deletions)):
        if first.span.meets(second.span):
            raise LineError(
                f"the deletions {first.span.start} to {first.span.end} and "
                f"{second.span.start} to {second.span.end} overlap"
            )
    return deletions


def _deletion(fields: Fields, text: str) -> Deletion:
    check_keys(fields, {"start", "end", "group", "hint"}, "a deletion")
    span = span_of(fields)
    if span.end > len(text) or not span.of(text).strip():
        raise LineError(
            f"the deletion {span.start} to {span.end} hides nothing in a text of {len(text)} characters"
        )
    group = integer(fields, "group", of="a deletion") if "group" in fields else 1
    if not 1 <= group <= MOST_GROUPS:
        raise LineError(f"the group of a deletion is 1 to {MOST_GROUPS}, not {group}")
    return Deletion(span, group, text_of(fields, "hint", ""))


def _items(fields: Fields, of: str) -> tuple[str, ...]:
    present(fields, "items", of)
    items = texts_of(fields, "items")
    if not 2 <= len(items) <= MOST_ITEMS:
        raise LineError(f"an enumeration has 2 to {MOST_ITEMS} items, not {len(items)}")
    if not all(item.strip() for item in items):
        raise LineError("an item is empty")
    return items
