"""Decks: which of them have something to review, where they lie, how they go."""

from __future__ import annotations

from pathlib import Path

import pytest

from cards.errors import CardsError
from cards.model import note_id
from cards.progress import Moved
from tests.webreview.collection.made import NOW, collection_with, note
from webreview.collection import ME, Collection, decks, gestures, notes


def test_a_deck_keeps_what_was_accepted_in_it_or_inside_it(database_url: str) -> None:
    with collection_with(database_url) as collection:
        inside = notes.add(collection, ME, [note("fire")], deck="Elements::Hot", now=NOW)
        notes.add(collection, ME, [note("water")], deck="Elements", now=NOW)
        notes.add(collection, ME, [note("earth")], deck="Elementsoid", now=NOW)
        notes.accept(collection, ME, inside.new, now=NOW)

        kept = decks.with_kept_notes(collection, ME)
        names = [deck.name for deck in decks.all_decks(collection, ME) if deck.id in kept]

    assert names == ["Elements", "Elements::Hot"]


def names(collection: Collection) -> list[str]:
    return [deck.name for deck in decks.shown(collection, ME)]


def deck_named(collection: Collection, name: str) -> str:
    return decks.named(collection, ME, name, now=NOW)


def test_decks_inside_a_renamed_deck_go_along(database_url: str) -> None:
    with collection_with(database_url) as collection:
        for name in ("Law", "Law::Civil", "Law::Civil::2026", "Lawn"):
            deck_named(collection, name)
        decks.rename(collection, ME, deck_named(collection, "Law"), "Old::Law")
        assert names(collection) == ["Lawn", "Old::Law", "Old::Law::Civil", "Old::Law::Civil::2026"]


def test_a_deck_may_take_the_name_that_its_own_part_had(database_url: str) -> None:
    with collection_with(database_url) as collection:
        for name in ("A::A", "A::A::A"):
            deck_named(collection, name)
        decks.rename(collection, ME, deck_named(collection, "A::A"), "A")
        assert names(collection) == ["A", "A::A"]


@pytest.mark.parametrize(
    ("deck", "name", "said"),
    [("Law", "Law::Law", "cannot lie inside itself"), ("Law", "Art", "already a deck named “Art::1”")],
)
def test_a_deck_cannot_have_a_place_that_is_taken(tmp_path: Path, deck: str, name: str, said: str) -> None:
    with collection_with(tmp_path / "c.sqlite") as collection:
        for known in ("Law", "Law::1", "Art::1"):
            deck_named(collection, known)
        with pytest.raises(CardsError, match=said):
            decks.rename(collection, ME, deck_named(collection, deck), name)
        assert names(collection) == ["Art::1", "Law", "Law::1"]


def test_an_empty_deck_can_be_closed_and_comes_back_with_its_notes(database_url: str) -> None:
    with collection_with(database_url, [note("atp")]) as collection:
        first, other = deck_named(collection, "Deck"), deck_named(collection, "Other")
        with pytest.raises(CardsError, match="not empty"):
            decks.close(collection, ME, first)
        gestures.make(collection, ME, "gesture 1", [Moved(note_id("atp"), other)], now=NOW)
        decks.close(collection, ME, first)
        assert names(collection) == ["Other"]
        gestures.undo(collection, ME, "undoing 1", now=NOW)
        assert names(collection) == ["Deck", "Other"]
