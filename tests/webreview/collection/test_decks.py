"""Decks: which of them have something to review."""

from __future__ import annotations

from tests.webreview.collection.made import NOW, collection_with, note
from webreview.collection import ME, decks, notes


def test_a_deck_keeps_what_was_accepted_in_it_or_inside_it(database_url: str) -> None:
    with collection_with(database_url) as collection:
        inside = notes.add(collection, ME, [note("fire")], deck="Elements::Hot", now=NOW)
        notes.add(collection, ME, [note("water")], deck="Elements", now=NOW)
        notes.add(collection, ME, [note("earth")], deck="Elementsoid", now=NOW)
        notes.accept(collection, ME, inside.new, now=NOW)

        kept = decks.with_kept_notes(collection, ME)
        names = [deck.name for deck in decks.all_decks(collection, ME) if deck.id in kept]

    assert names == ["Elements", "Elements::Hot"]
