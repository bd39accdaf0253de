"""The note types that kapian gives to Anki."""

from __future__ import annotations

import hashlib
import re
from dataclasses import astuple
from pathlib import Path

import pytest

from deckbuilder.note_types import REVISED, NoteType, note_types

FINAL = Path(__file__).parent.parent / "golden" / "anki" / "note_types.txt"

ALL = (note_types().basic, note_types().reversed, note_types().cloze, note_types().enumeration)


def described(note_type: NoteType) -> str:
    own = note_type.fields[: note_type.fields.index("Hint")]
    also = note_type.fields[note_type.fields.index("Hint") : note_type.fields.index("Spare1")]
    spare = note_type.fields[note_type.fields.index("Spare1") :]
    return "\n".join(
        [
            f"{note_type.id} {note_type.name}",
            f"cards: {', '.join(template.name for template in note_type.templates)}",
            f"fields: {', '.join(own)}",
            f"also: {', '.join(also)}",
            f"also: {', '.join(spare)}",
        ]
    )


def test_note_types_are_final() -> None:
    _, *paragraphs = FINAL.read_text(encoding="utf-8").strip().split("\n\n")
    assert [described(note_type) for note_type in ALL] == paragraphs


def test_changed_templates_carry_a_new_time() -> None:
    """Anki takes new templates only with a newer time: with another digest here, move `REVISED` too."""
    content = "\x1f".join(str(part) for note_type in ALL for part in astuple(note_type))
    digest = hashlib.sha256(content.encode()).hexdigest()[:16]
    assert (REVISED.date().isoformat(), digest) == ("2026-11-23", "87674b559d31bcee")


@pytest.mark.parametrize("note_type", ALL, ids=lambda note_type: note_type.name)
def test_templates_use_only_fields_that_there_are(note_type: NoteType) -> None:
    sides = "".join(template.front + template.back for template in note_type.templates)
    named = {re.split(r"[:\s]", name)[-1] for name in re.findall(r"\{\{[#/^]?([^}]+)\}\}", sides)}
    assert named <= {*note_type.fields, "FrontSide"}


@pytest.mark.parametrize("note_type", ALL, ids=lambda note_type: note_type.name)
def test_nothing_is_left_to_fill_in_a_template(note_type: NoteType) -> None:
    assert not [template.name for template in note_type.templates if "$" in template.front + template.back]


@pytest.mark.parametrize("note_type", ALL, ids=lambda note_type: note_type.name)
def test_a_card_needs_nothing_from_the_network(note_type: NoteType) -> None:
    sides = "".join(template.front + template.back for template in note_type.templates)
    assert re.findall(r"https?:|<script|src=|url\(|@import", sides + note_type.css) == []
