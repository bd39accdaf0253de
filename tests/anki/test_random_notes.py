"""A thousand random notes, hostile texts among them, in the real Anki."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from cards.model import ClozeNote, Note, cards_of, note_id
from deckbuilder.fields import fields_of, note_type_of, tags_of
from deckbuilder.package import build_package, decks_of
from tests.anki.engine import Anki, Imported, anki_in, text_of
from tests.strategies import notes

EXAMPLES = 1_000

numbers = count()


@pytest.fixture(scope="module")
def anki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Anki]:
    with anki_in(tmp_path_factory.mktemp("anki")) as opened:
        yield opened


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    # One collection takes all notes, each under an id of its own; an old example would not be a new note.
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    phases=[Phase.generate, Phase.shrink],
)
@given(drawn=notes())
def test_any_note_reaches_anki_as_it_is(anki: Anki, drawn: Note) -> None:
    note = replace(drawn, id=note_id("random", str(next(numbers))))

    assert anki.imports(build_package(decks_of([note]))) == Imported(
        new=1, updated=0, duplicate=0, conflicting=0
    )

    stored = anki.note(note.id)
    assert stored.note_type == note_type_of(note).name
    assert stored.fields == fields_of(note)
    # Anki sorts tags, and writes one that differs in case only as it was first written.
    assert sorted(tag.casefold() for tag in stored.tags) == sorted(tag.casefold() for tag in tags_of(note))
    shown = {card.index: text_of(card.front, "heading", "question", "items") for card in anki.cards(note.id)}
    assert {index: as_seen(text) for index, text in shown.items()} == {
        card.index: as_seen(card.prompt) for card in cards_of(without_blank_heading(note))
    }
    assert {card.spoken for card in anki.cards(note.id)} == {()}


def as_seen(text: str) -> str:
    """The text as a page can show it: composed, without controls and halves of characters."""
    lines = re.sub("\r\n?", "\n", text)
    visible = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", "", lines)
    return normalize("NFC", re.sub("[\ud800-\udfff]", "\ufffd", visible))


def without_blank_heading(note: Note) -> Note:
    """The note as Anki takes it: a field of ASCII white space alone is an empty one."""
    if isinstance(note, ClozeNote) and not as_seen(note.heading).strip(" \t\n\v\f"):
        return replace(note, heading="")
    return note
