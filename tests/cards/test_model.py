"""What a card is: spans, ids, and the cards of each type of note."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cards.model import (
    BasicNote,
    ClozeNote,
    Deletion,
    EnumerationNote,
    Note,
    Origin,
    Source,
    Span,
    cards_of,
    note_id,
)
from tests.strategies import notes

SOURCE = Source("cell.txt", Span(0, 4), "Cell")
ORIGIN = Origin("learner")


def asked(note: Note) -> list[tuple[str, str, str]]:
    return [(card.id, card.prompt, card.answer) for card in cards_of(note)]


def cloze(*deletions: Deletion, heading: str = "", language: str = "en") -> ClozeNote:
    return ClozeNote(
        id="n",
        text="one two three",
        deletions=deletions,
        heading=heading,
        language=language,
        source=SOURCE,
        origin=ORIGIN,
    )


def test_spans_that_only_touch_do_not_meet() -> None:
    assert Span(0, 3).meets(Span(2, 5))
    assert not Span(0, 3).meets(Span(3, 5))


def test_a_span_holds_itself_and_what_is_inside() -> None:
    assert Span(2, 5).holds(Span(2, 5))
    assert not Span(2, 5).holds(Span(2, 6))


def test_a_reversed_note_is_asked_both_ways() -> None:
    note = BasicNote(id="n", question="Q", answer="A", reversed_too=True, source=SOURCE, origin=ORIGIN)
    assert asked(note) == [("n-0", "Q", "A"), ("n-1", "A", "Q")]


def test_deletions_of_a_group_are_hidden_together_and_others_are_shown() -> None:
    note = cloze(Deletion(Span(0, 3), 3), Deletion(Span(8, 13), 3, "3"), Deletion(Span(4, 7), 1))
    assert asked(note) == [
        ("n-0", "one [...] three", "two"),
        ("n-2", "[...] two [...3...]", "one, three"),
    ]


def test_a_heading_stands_above_its_cloze_text() -> None:
    assert asked(cloze(Deletion(Span(0, 3)), heading="Numbers")) == [
        ("n-0", "Numbers\n[...] two three", "one")
    ]


def test_items_are_asked_together_and_each_beside_the_others() -> None:
    note = EnumerationNote(
        id="n", question="哪两项？", items=("甲", "乙"), items_too=True, source=SOURCE, origin=ORIGIN
    )
    assert asked(note) == [
        ("n-0", "哪两项？", "甲、乙"),
        ("n-1", "哪两项？\n1. [...]\n2. 乙", "甲"),
        ("n-2", "哪两项？\n1. 甲\n2. [...]", "乙"),
    ]


@given(notes())
def test_every_note_has_cards_with_indexes_that_rise(note: Note) -> None:
    indexes = [card.index for card in cards_of(note)]
    assert indexes == sorted(set(indexes))
    assert [card.id for card in cards_of(note)] == [f"{note.id}-{index}" for index in indexes] != []


@given(st.lists(st.text(), max_size=3), st.lists(st.text(), max_size=3))
def test_an_id_tells_where_one_part_ends_and_the_next_begins(one: list[str], other: list[str]) -> None:
    assert (note_id(*one) == note_id(*other)) == (one == other)
    assert len(note_id(*one)) == 24
