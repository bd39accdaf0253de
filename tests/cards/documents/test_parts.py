"""What stands beside a document's text comes back from JSON as it was."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cards.documents.model import Block, Document, Kind, Markup, Placed, Remark, Shown
from cards.documents.parts import (
    blocks_from,
    blocks_json,
    pictures_from,
    pictures_json,
    places_from,
    places_json,
    remarks_from,
    remarks_json,
)
from cards.model import Place, Span, Unit
from tests.strategies import odd_texts

_spans = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda pair: Span(pair[0], sum(pair)))
_blocks = st.builds(
    Block,
    st.sampled_from(Kind),
    _spans,
    st.integers(0, 6),
    st.lists(st.builds(Markup, _spans, odd_texts), max_size=3).map(tuple),
    st.sampled_from(["", "en", "zh-Hant"]),
)
_places = st.builds(Placed, st.integers(0, 99), st.builds(Place, st.sampled_from(Unit), odd_texts))
_pictures = st.builds(Shown, _spans, st.just("a1.png"), odd_texts)
_values = st.lists(st.tuples(st.just("pages"), st.integers(0, 9) | odd_texts), max_size=2).map(tuple)
_remarks = st.builds(Remark, odd_texts, _values)


@given(st.lists(_blocks, max_size=4).map(tuple))
def test_blocks_come_back(blocks: tuple[Block, ...]) -> None:
    assert blocks_from(blocks_json(blocks)) == blocks


@given(st.lists(_places, max_size=4).map(tuple))
def test_places_come_back(places: tuple[Placed, ...]) -> None:
    assert places_from(places_json(places)) == places


@given(st.lists(_pictures, max_size=4).map(tuple))
def test_pictures_come_back(pictures: tuple[Shown, ...]) -> None:
    assert pictures_from(pictures_json(pictures)) == pictures


@given(st.lists(_remarks, max_size=4).map(tuple))
def test_remarks_come_back(remarks: tuple[Remark, ...]) -> None:
    assert remarks_from(remarks_json(remarks)) == remarks


def test_a_place_holds_until_the_next_one_begins() -> None:
    pages = (Placed(2, Place(Unit.PAGE, "1")), Placed(6, Place(Unit.PAGE, "2")))
    document = Document("d", "d.pdf", "abcdefgh", (), "en", places=pages)

    found = [document.place_at(at) for at in (0, 2, 5, 6, 7)]

    assert [place.label if place else None for place in found] == [None, "1", "1", "2", "2"]
