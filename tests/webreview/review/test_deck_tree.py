"""Where decks stand in the tree."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from webreview.review.deck_tree import Place, places


def test_a_deck_stands_below_the_nearest_that_there_is() -> None:
    found = places(["Law::Civil::Contracts", "Law", "Law-2", "History::1900", "Law::Civil"])
    assert list(found.items()) == [
        ("History::1900", Place(0, "History::1900")),
        ("Law", Place(0, "Law")),
        ("Law::Civil", Place(1, "Civil")),
        ("Law::Civil::Contracts", Place(2, "Contracts")),
        ("Law-2", Place(0, "Law-2")),
    ]


names = st.lists(st.sampled_from("ab"), min_size=1, max_size=4).map("::".join)


@given(st.sets(names))
def test_every_deck_has_a_place_behind_its_parents(made: set[str]) -> None:
    found = places(made)
    assert set(found) == made
    order = list(found)
    parents = [
        (order.index(parent), order.index(name))
        for name in made
        for parent in made
        if name.startswith(f"{parent}::")
    ]
    assert all(parent < child for parent, child in parents)
