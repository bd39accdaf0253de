"""A thousand random notes, hostile texts among them, in the real Anki."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cards.documents import Media
from cards.model import ClozeNote, EnumerationNote, Note, cards_of, note_id
from deckbuilder.fields import fields_of, note_type_of, tags_of
from deckbuilder.package import build_package, decks_of
from tests.anki.engine import Anki, Imported, Stored, anki_in, text_of
from tests.strategies import notes

NOTES_AT_ONCE = 4
EXAMPLES = 250

# Those that random notes show.
PICTURES = (Media("a1.png", "image/png", b"a"), Media("b2.jpg", "image/jpeg", b"b"))

numbers = count()


@pytest.fixture(scope="module")
def anki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Anki]:
    with anki_in(tmp_path_factory.mktemp("anki")) as opened:
        yield opened


@settings(
    max_examples=EXAMPLES,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
)
@given(drawn=st.lists(notes(), min_size=NOTES_AT_ONCE, max_size=NOTES_AT_ONCE))
def test_any_note_reaches_anki_as_it_is(anki: Anki, drawn: list[Note]) -> None:
    # One collection takes all notes, each under an id of its own.
    deck = [replace(note, id=note_id("random", str(next(numbers)))) for note in drawn]

    imported = anki.imports(build_package(decks_of(deck), media=PICTURES))

    assert imported == Imported(new=NOTES_AT_ONCE, updated=0, duplicate=0, conflicting=0)
    assert [as_stored(anki.note(note.id)) for note in deck] == [as_packed(note) for note in deck]
    assert [fronts(anki, note) for note in deck] == [prompts(note) for note in deck]


def as_packed(note: Note) -> tuple[str, tuple[str, ...], list[str]]:
    return note_type_of(note).name, fields_of(note), folded(tags_of(note))


def as_stored(stored: Stored) -> tuple[str, tuple[str, ...], list[str]]:
    return stored.note_type, stored.fields, folded(stored.tags)


def folded(tags: tuple[str, ...]) -> list[str]:
    """Anki sorts tags, and writes one that differs in case only as it was first written."""
    return sorted(tag.casefold() for tag in tags)


def fronts(anki: Anki, note: Note) -> dict[int, tuple[str, object]]:
    """What Anki shows and speaks for each card of the note."""
    return {
        card.index: (as_seen(text_of(card.front, "heading", "question", "items")), card.spoken)
        for card in anki.cards(note.id)
    }


def prompts(note: Note) -> dict[int, tuple[str, object]]:
    return {card.index: (as_seen(card.prompt), ()) for card in cards_of(as_taken(note))}


def as_seen(text: str) -> str:
    """The text as a page can show it: composed, without controls and halves of characters."""
    lines = re.sub("\r\n?", "\n", text)
    visible = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", "", lines)
    return normalize("NFC", re.sub("[\ud800-\udfff]", "\ufffd", visible))


def as_taken(note: Note) -> Note:
    """The note as Anki takes it: a heading of ASCII white space alone is none, and every line end is the same.

    Line ends are made equal before the heading and the question get the line below them: "\r" and "\n" are two there.
    """
    match note:
        case ClozeNote():
            heading = as_seen(note.heading)
            return replace(note, heading=heading if heading.strip(" \t\n\v\f") else "")
        case EnumerationNote():
            return replace(note, question=as_seen(note.question), items=tuple(map(as_seen, note.items)))
        case _:
            return note
