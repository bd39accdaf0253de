"""The note types that kapian gives to Anki.

Ids, names, fields and templates' names are final. Anki matches a note type by its id and refuses the notes of one
whose fields or templates were added, removed, renamed or reordered; a learner would end up with two of everything.
Later needs take a spare field or a new note type. The HTML and CSS may change: give `REVISED` the day of the change.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from string import Template

from cards.model import MOST_ITEMS

# Anki takes over templates and styling only from a note type that is newer than its own.
REVISED = datetime(2026, 11, 23, tzinfo=UTC)

# What every note type has after its own fields. Hint, Extra, Image and Audio are the learner's until kapian fills them.
EVERY_NOTE = (
    *("Hint", "Extra", "Image", "Audio"),
    *("Source", "Section", "Document", "Place", "Link"),
    *("Language", "SpeakZh", "SpeakEn"),
    *("Spare1", "Spare2", "Spare3", "Spare4", "Spare5", "Spare6"),
)

_ITEMS = tuple(f"Item{number}" for number in range(1, MOST_ITEMS + 1))


@dataclass(frozen=True, slots=True)
class CardTemplate:
    """One card of a note type; its place in `NoteType.templates` is the card's index."""

    name: str
    front: str
    back: str


@dataclass(frozen=True, slots=True)
class NoteType:
    """A note type as Anki knows it. `fields` are in the order in which a note's values are stored."""

    id: int
    name: str
    fields: tuple[str, ...]
    templates: tuple[CardTemplate, ...]
    css: str
    is_cloze: bool


@dataclass(frozen=True, slots=True)
class NoteTypes:
    """All note types of kapian."""

    basic: NoteType
    reversed: NoteType
    cloze: NoteType
    enumeration: NoteType


@cache
def note_types() -> NoteTypes:
    """Return the note types, with the HTML and CSS of the templates folder."""
    css = _file("style.css")
    forwards = _template("Question", "basic")
    backwards = _template("Backwards", "backwards")
    sides = ("Question", "Answer", *EVERY_NOTE)
    items = [_template(f"Item {number}", "item", number) for number in range(1, MOST_ITEMS + 1)]
    return NoteTypes(
        basic=NoteType(1732300800001, "kapian Basic", sides, (forwards,), css, is_cloze=False),
        reversed=NoteType(
            1732300800002, "kapian Basic (and reversed)", sides, (forwards, backwards), css, is_cloze=False
        ),
        cloze=NoteType(
            1732300800003,
            "kapian Cloze",
            ("Text", "Heading", *EVERY_NOTE),
            (_template("Cloze", "cloze"),),
            css,
            is_cloze=True,
        ),
        enumeration=NoteType(
            1732300800004,
            "kapian Enumeration",
            ("Question", *_ITEMS, "ItemsToo", *EVERY_NOTE),
            (_template("List", "list"), *items),
            css,
            is_cloze=False,
        ),
    )


def _template(name: str, file: str, asked: int = 0) -> CardTemplate:
    """Return a template from its two files; `asked` is the number of the item that the card hides."""
    parts = {
        "aids": _file("aids.html"),
        "source": _file("source.html"),
        "asked": f"Item{asked}",
        "items": _list(asked=0, as_shown=""),
        "others": _list(asked=asked, as_shown='<span class="cloze">[...]</span>'),
        "shown": _list(asked=asked, as_shown=f'<span class="cloze">{{{{Item{asked}}}}}</span>'),
        "speech_of_items": _spoken("SpeakZh", "zh_CN") + _spoken("SpeakEn", "en_US"),
    }
    front, back = (Template(_file(f"{file}.{side}.html")).substitute(parts) for side in ("front", "back"))
    return CardTemplate(name, front, back)


def _list(*, asked: int, as_shown: str) -> str:
    """Return the list's lines; the asked item (0: none) stands there as `as_shown`."""
    faces = [
        as_shown if number == asked else f"{{{{{field}}}}}" for number, field in enumerate(_ITEMS, start=1)
    ]
    return "".join(_where(field, f"<li>{face}</li>") for field, face in zip(_ITEMS, faces, strict=True))


def _spoken(flag: str, voice: str) -> str:
    return _where(flag, "".join(_where(field, f"{{{{tts {voice}:{field}}}}}") for field in _ITEMS))


def _where(field: str, html: str) -> str:
    """Return HTML that stands there only where the field is filled."""
    return f"{{{{#{field}}}}}{html}{{{{/{field}}}}}"


def _file(name: str) -> str:
    return (Path(__file__).parent / "templates" / name).read_text(encoding="utf-8")
