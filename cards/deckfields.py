"""Note <-> the JSON object that a deck file holds for it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from itertools import pairwise
from typing import TypedDict, cast

from cards.model import (
    MOST_ITEMS,
    UNEDITED,
    BasicNote,
    ClozeNote,
    Deletion,
    EnumerationNote,
    Note,
    Origin,
    Source,
    Span,
)

# Anki makes no cards of further ones.
MOST_GROUPS = 500

Fields = dict[str, object]

_EVERY_NOTE = {"type", "id", "language", "tags", "kind", "score", "reasons", "source", "edited_at"}
_KEYS = {
    "basic": _EVERY_NOTE | {"question", "answer", "reversed"},
    "cloze": _EVERY_NOTE | {"text", "deletions", "heading"},
    "enumeration": _EVERY_NOTE | {"question", "items", "items_too"},
}


class LineError(Exception):
    """What is wrong with an object; the reader of the file adds the place."""


class _Known(TypedDict):
    id: str
    source: Source
    origin: Origin
    language: str
    tags: tuple[str, ...]
    edited_at: datetime


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
        "source": {
            "document": note.source.document,
            "start": note.source.span.start,
            "end": note.source.span.end,
            "text": note.source.quote,
            "section": list(note.source.section),
        },
    }
    if note.edited_at != UNEDITED:
        own["edited_at"] = note.edited_at.astimezone(UTC).isoformat()
    return own


def note_of(fields: Fields) -> Note:
    """Return the note that the object describes; LineError says what is missing or out of place."""
    note_type = _text(fields, "type", of="a note")
    if note_type not in _KEYS:
        raise LineError(f"the type {shown(note_type)} is not one of {', '.join(_KEYS)}")
    of = f"{'an' if note_type == 'enumeration' else 'a'} {note_type} note"
    _check_keys(fields, _KEYS[note_type], of)
    known: _Known = {
        "id": _said(fields, "id", of=of),
        "source": _source(fields, of),
        "origin": Origin(_text(fields, "kind", "learner"), _texts(fields, "reasons"), _score(fields)),
        "language": _text(fields, "language", "zh"),
        "tags": _texts(fields, "tags"),
        "edited_at": _edited_at(fields),
    }
    if note_type == "basic":
        question, answer = _said(fields, "question", of=of), _said(fields, "answer", of=of)
        return BasicNote(**known, question=question, answer=answer, reversed_too=_flag(fields, "reversed"))
    if note_type == "cloze":
        text = _said(fields, "text", of=of)
        return ClozeNote(
            **known, text=text, deletions=_deletions(fields, text, of), heading=_text(fields, "heading", "")
        )
    question = _said(fields, "question", of=of)
    return EnumerationNote(
        **known, question=question, items=_items(fields, of), items_too=_flag(fields, "items_too")
    )


def integer(fields: Fields, key: str, *, of: str) -> int:
    """Return the whole number under `key`; `of` is what needs it ("a span")."""
    value = _present(fields, key, of)
    # JSON's true is an int to Python.
    if not isinstance(value, int) or isinstance(value, bool):
        raise LineError(f"{key} is a whole number, not {shown(value)}")
    return value


def shown(value: object) -> str:
    """Return the value as it would stand in the file, cut short."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 40 else f"{text[:39]}…"


def _deletion_fields(deletion: Deletion) -> Fields:
    fields: Fields = {"start": deletion.span.start, "end": deletion.span.end, "group": deletion.group}
    if deletion.hint:
        fields["hint"] = deletion.hint
    return fields


def _check_keys(fields: Fields, keys: set[str], of: str) -> None:
    strange = [key for key in fields if key not in keys]
    if strange:
        raise LineError(f"{of} has no {shown(strange[0])}; it has {', '.join(sorted(keys))}")


def _present(fields: Fields, key: str, of: str) -> object:
    if key not in fields:
        raise LineError(f"{of} needs {key}")
    return fields[key]


def _text(fields: Fields, key: str, usual: str | None = None, *, of: str = "a note") -> str:
    value = _present(fields, key, of) if usual is None else fields.get(key, usual)
    if not isinstance(value, str):
        raise LineError(f"{key} is a text, not {shown(value)}")
    return value


def _said(fields: Fields, key: str, *, of: str) -> str:
    value = _text(fields, key, of=of)
    if not value.strip():
        raise LineError(f"{key} is empty")
    return value


def _texts(fields: Fields, key: str) -> tuple[str, ...]:
    value = fields.get(key, [])
    if not isinstance(value, list) or not all(isinstance(part, str) for part in value):
        raise LineError(f"{key} is a list of texts, not {shown(value)}")
    return tuple(value)


def _flag(fields: Fields, key: str) -> bool:
    value = fields.get(key, False)
    if not isinstance(value, bool):
        raise LineError(f"{key} is true or false, not {shown(value)}")
    return value


def _score(fields: Fields) -> float:
    value = fields.get("score", 0.5)
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value <= 1:
        raise LineError(f"score is a number from 0 to 1, not {shown(value)}")
    return float(value)


def _edited_at(fields: Fields) -> datetime:
    if "edited_at" not in fields:
        return UNEDITED
    value = _text(fields, "edited_at")
    try:
        time = datetime.fromisoformat(value)
        if time.tzinfo is not None:
            return time.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise LineError(
        f'edited_at is a time with its zone, like "2026-01-31T08:00:00+00:00", not {shown(value)}'
    )


def _source(fields: Fields, of: str) -> Source:
    source = _object(_present(fields, "source", of), "source")
    _check_keys(source, {"document", "start", "end", "text", "section"}, "a source")
    return Source(
        _said(source, "document", of="a source"),
        _span(source),
        _text(source, "text", of="a source"),
        _texts(source, "section"),
    )


def _object(value: object, name: str) -> Fields:
    if not isinstance(value, dict):
        raise LineError(f"{name} is an object in braces, not {shown(value)}")
    return cast(Fields, value)


def _span(fields: Fields) -> Span:
    if "start" not in fields or "end" not in fields:
        raise LineError("a span needs start and end")
    start, end = integer(fields, "start", of="a span"), integer(fields, "end", of="a span")
    if not 0 <= start <= end:
        raise LineError(
            f"a span begins at 0 or later and ends where it begins or later, not {start} to {end}"
        )
    return Span(start, end)


def _deletions(fields: Fields, text: str, of: str) -> tuple[Deletion, ...]:
    values = _present(fields, "deletions", of)
    if not isinstance(values, list) or not values:
        raise LineError(f"deletions is a list with at least one deletion, not {shown(values)}")
    deletions = tuple(_deletion(_object(value, "a deletion"), text) for value in values)
    for first, second in pairwise(sorted(deletions)):
        if first.span.meets(second.span):
            raise LineError(
                f"the deletions {first.span.start} to {first.span.end} and "
                f"{second.span.start} to {second.span.end} overlap"
            )
    return deletions


def _deletion(fields: Fields, text: str) -> Deletion:
    _check_keys(fields, {"start", "end", "group", "hint"}, "a deletion")
    span = _span(fields)
    if span.end > len(text) or not span.of(text).strip():
        raise LineError(
            f"the deletion {span.start} to {span.end} hides nothing in a text of {len(text)} characters"
        )
    group = integer(fields, "group", of="a deletion") if "group" in fields else 1
    if not 1 <= group <= MOST_GROUPS:
        raise LineError(f"the group of a deletion is 1 to {MOST_GROUPS}, not {group}")
    return Deletion(span, group, _text(fields, "hint", ""))


def _items(fields: Fields, of: str) -> tuple[str, ...]:
    _present(fields, "items", of)
    items = _texts(fields, "items")
    if not 2 <= len(items) <= MOST_ITEMS:
        raise LineError(f"an enumeration has 2 to {MOST_ITEMS} items, not {len(items)}")
    if not all(item.strip() for item in items):
        raise LineError("an item is empty")
    return items
