"""A JSON object -> the values in it, each checked; what is missing or of another kind is said."""

from __future__ import annotations

import json
from typing import cast

from cards.model import Span

Fields = dict[str, object]


class LineError(Exception):
    """What is wrong with an object; the reader of the file adds the place."""


def integer(fields: Fields, key: str, *, of: str) -> int:
    """Return the whole number under `key`; `of` is what needs it ("a span")."""
    value = present(fields, key, of)
    # JSON's true is an int to Python.
    if not isinstance(value, int) or isinstance(value, bool):
        raise LineError(f"{key} is a whole number, not {shown(value)}")
    return value


def shown(value: object) -> str:
    """Return the value as it would stand in the file, cut short."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 40 else f"{text[:39]}…"


def check_keys(fields: Fields, keys: set[str], of: str) -> None:
    """Raise LineError where the object has a key that is none of `keys`."""
    strange = [key for key in fields if key not in keys]
    if strange:
        raise LineError(f"{of} has no {shown(strange[0])}; it has {', '.join(sorted(keys))}")


def present(fields: Fields, key: str, of: str) -> object:
    """Return the value under `key`, which `of` ("a span") cannot be without."""
    if key not in fields:
        raise LineError(f"{of} needs {key}")
    return fields[key]


def text_of(fields: Fields, key: str, usual: str | None = None, *, of: str = "a note") -> str:
    """Return the text under `key`; where it is not there, the usual one, if there is a usual one."""
    value = present(fields, key, of) if usual is None else fields.get(key, usual)
    if not isinstance(value, str):
        raise LineError(f"{key} is a text, not {shown(value)}")
    return value


def said(fields: Fields, key: str, *, of: str) -> str:
    """Return the text under `key`, which must say something."""
    value = text_of(fields, key, of=of)
    if not value.strip():
        raise LineError(f"{key} is empty")
    return value


def texts_of(fields: Fields, key: str) -> tuple[str, ...]:
    """Return the list of texts under `key`, empty where it is not there."""
    value = fields.get(key, [])
    if not isinstance(value, list) or not all(isinstance(part, str) for part in value):
        raise LineError(f"{key} is a list of texts, not {shown(value)}")
    return tuple(value)


def flag_of(fields: Fields, key: str) -> bool:
    """Return the flag under `key`, false where it is not there."""
    value = fields.get(key, False)
    if not isinstance(value, bool):
        raise LineError(f"{key} is true or false, not {shown(value)}")
    return value


def object_of(value: object, name: str) -> Fields:
    """Return the value as an object with keys; `name` is what the message calls it."""
    if not isinstance(value, dict):
        raise LineError(f"{name} is an object in braces, not {shown(value)}")
    return cast(Fields, value)


def span_of(fields: Fields) -> Span:
    """Return the span of the keys `start` and `end`."""
    if "start" not in fields or "end" not in fields:
        raise LineError("a span needs start and end")
    start, end = integer(fields, "start", of="a span"), integer(fields, "end", of="a span")
    if not 0 <= start <= end:
        raise LineError(
            f"a span begins at 0 or later and ends where it begins or later, not {start} to {end}"
        )
    return Span(start, end)
