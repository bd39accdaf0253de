"""Values <-> what the columns hold: entries, notes, settings."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from functools import lru_cache, partial
from typing import Any, get_args

from cards.deckfields import fields_of, note_of
from cards.model import BasicNote, ClozeNote, EnumerationNote, Note, Source
from cards.progress import Entry, Happening, Rating
from cards.sourcefields import source_fields, source_in
from webreview.habits import Habits
from webreview.review.note_history import Rewording
from webreview.settings import Settings

_KINDS: dict[str, type[Happening]] = {kind.__name__.lower(): kind for kind in get_args(Happening)}

# The names of each kind's fields; the first one is the subject.
_FIELDS: dict[type[Happening], tuple[str, ...]] = {
    kind: tuple(field.name for field in dataclasses.fields(kind)) for kind in get_args(Happening)
}

# What is more than a text or a number, by the name of its field.
_READ: dict[str, Callable[[Any], object]] = {
    "due": datetime.fromisoformat,
    "until": datetime.fromisoformat,
    "rating": Rating,
    "after": note_of,
    "added": tuple,
    "removed": tuple,
    "source": partial(source_in, of="an entry"),
    "proposal": lambda fields: None if fields is None else note_of(fields),
}

# Escaped to ASCII: PostgreSQL's text has no NUL, and UTF-8 no lone surrogates.
_ENCODER = json.JSONEncoder(separators=(",", ":"))

# The hash before a learner's first entry.
NOTHING_BEFORE = "0" * 64

_HASHED = (
    "previous",
    "learner",
    "sequence",
    "id",
    "kind",
    "subject",
    "payload",
    "happened_at",
    "arrived_at",
)


def kind_of(what: Happening) -> str:
    return type(what).__name__.lower()


def subject_of(what: Happening) -> str:
    """Return the id of the card or note that the entry is about."""
    subject: str = getattr(what, _FIELDS[type(what)][0])
    return subject


def payload_of(what: Happening) -> str:
    """Return everything but the subject as JSON, always with the same bytes."""
    _, *others = _FIELDS[type(what)]
    return _json({name: _plain(getattr(what, name)) for name in others})


def entry_from(
    entry: str, kind: str, subject: str, payload: str, happened_at: datetime, gesture: str = ""
) -> Entry:
    """Return the entry that a row of the log holds."""
    fields = {_FIELDS[_KINDS[kind]][0]: subject, **json.loads(payload)}
    for name, read in _READ.items():
        if name in fields:
            fields[name] = read(fields[name])
    return Entry(entry, happened_at, _KINDS[kind](**fields), gesture)


def log_row(learner: str, sequence: int, entry: Entry, arrived_at: datetime, previous: str) -> dict[str, Any]:
    """Return the row of the log for an entry; its hash covers every column and the hash of the row before."""
    row = {
        "learner": learner,
        "sequence": sequence,
        "id": entry.id,
        "kind": kind_of(entry.what),
        "subject": subject_of(entry.what),
        "payload": payload_of(entry.what),
        "happened_at": entry.at,
        "arrived_at": arrived_at,
        "previous": previous,
        "gesture": entry.gesture,
    }
    return row | {"hash": row_hash(row)}


def row_hash(row: Mapping[str, Any]) -> str:
    """Return the hash that belongs to the row of the log, whatever it says its hash is."""
    covered = [_plain(row[name]) for name in _HASHED]
    # Entries of their own are hashed as they were before there were gestures.
    if row["gesture"]:
        covered.append(row["gesture"])
    return hashlib.sha256(_json(covered).encode()).hexdigest()


def note_json(note: Note) -> str:
    return _json(fields_of(note))


def note_from(payload: str) -> Note:
    return note_of(json.loads(payload))


def rewording_json(rewording: Rewording) -> str:
    return _json([rewording.before, _plain(rewording.proposal)])


def rewording_from(text: str) -> Rewording:
    before, proposal = json.loads(text)
    return Rewording(before, None if proposal is None else note_of(proposal))


def settings_json(settings: Settings) -> str:
    fields = {f.name: getattr(settings, f.name) for f in dataclasses.fields(settings)}
    return _json({name: _plain(value) for name, value in fields.items()})


@lru_cache(maxsize=256)
def settings_from(text: str) -> Settings:
    fields = json.loads(text)
    for name in ("learning_steps", "relearning_steps"):
        fields[name] = tuple(timedelta(seconds=seconds) for seconds in fields[name])
    fields["learn_ahead"] = timedelta(seconds=fields["learn_ahead"])
    fields["parameters"] = tuple(fields["parameters"])
    return Settings(**fields)


def habits_json(habits: Habits) -> str:
    return _json({name: _plain(value) for name, value in dataclasses.asdict(habits).items()})


@lru_cache(maxsize=256)
def habits_from(text: str) -> Habits:
    fields = json.loads(text)
    since = fields.get("leanings_since")
    return Habits(**fields | {"leanings_since": since and datetime.fromisoformat(since)})


def _plain(value: object) -> object:
    match value:
        case datetime():
            return value.astimezone(UTC).isoformat()
        case timedelta():
            return value.total_seconds()
        case BasicNote() | ClozeNote() | EnumerationNote():
            return fields_of(value)
        case Source():
            return source_fields(value)
        case tuple():
            return [_plain(part) for part in value]
        case _:
            return value


def _json(value: object) -> str:
    return _ENCODER.encode(value)
