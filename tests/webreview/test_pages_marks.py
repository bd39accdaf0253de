"""Documents with their notes' sentences marked: nothing of the text is lost, nothing marked that is not a note's."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from cards.documents import Block, Document, Kind, Markup, read_text
from cards.model import BasicNote, Note, Origin, Source, Span
from webreview.pages.marks import Stretch, marked

TEXT = "甲乙丙丁戊己庚辛😀壬癸子丑"


def test_a_sentence_is_marked_where_it_stands() -> None:
    (block,) = marked(document(TEXT), [note("a", 2, 4)])
    assert block.stretches == (
        Stretch("甲乙"),
        Stretch("丙丁", ("a",), ("a",)),
        Stretch("戊己庚辛😀壬癸子丑"),
    )


def test_overlapping_sentences_are_cut_where_one_begins_or_ends() -> None:
    (block,) = marked(document(TEXT), [note("a", 0, 4), note("b", 2, 6)])
    assert block.stretches == (
        Stretch("甲乙", ("a",), ("a",)),
        Stretch("丙丁", ("a", "b"), ("b",)),
        Stretch("戊己", ("b",)),
        Stretch("庚辛😀壬癸子丑"),
    )


def test_a_sentence_over_two_blocks_is_marked_in_both_and_begins_once() -> None:
    text = "甲乙丙\n\n丁戊己"
    first, second = marked(document(text, (0, 3), (5, 8)), [note("a", 1, 7)])
    assert first.stretches == (Stretch("甲"), Stretch("乙丙", ("a",), ("a",)))
    assert second.stretches == (Stretch("丁戊", ("a",)), Stretch("己"))


def test_markup_inside_a_sentence_is_read_past() -> None:
    bold = (Markup(Span(2, 4)), Markup(Span(6, 8)))
    whole = document("甲乙**丙丁**戊己")
    blocks = (replace(whole.blocks[0], markup=bold),)
    (block,) = marked(replace(whole, blocks=blocks), [note("a", 1, 9)])
    assert block.stretches == (Stretch("甲"), Stretch("乙丙丁戊", ("a",), ("a",)), Stretch("己"))


def test_what_markup_says_stands_once_in_its_place() -> None:
    whole = document("R&amp;D")
    blocks = (replace(whole.blocks[0], markup=(Markup(Span(1, 6), "&"),)),)
    (block,) = marked(replace(whole, blocks=blocks), [])
    assert block.stretches == (Stretch("R&D"),)


def test_headings_never_leave_out_a_level() -> None:
    text = "# 一\n\n### 二\n\n正文在此。\n\n###### 三\n\n# 四\n"
    blocks = marked(read_text(text, name="x.md"), [])
    assert [block.tag for block in blocks] == ["h2", "h3", "p", "h4", "h2"]


@given(st.lists(st.tuples(st.integers(0, 13), st.integers(0, 13)), max_size=6))
def test_every_character_stands_once_and_belongs_to_the_notes_that_hold_it(
    places: list[tuple[int, int]],
) -> None:
    notes = [note(str(i), min(place), max(place)) for i, place in enumerate(places) if place[0] != place[1]]
    (block,) = marked(document(TEXT), notes)
    assert "".join(stretch.text for stretch in block.stretches) == TEXT
    owners = [stretch.notes for stretch in block.stretches for _ in stretch.text]
    expected = [
        tuple(one.id for one in notes if one.source.span.start <= i < one.source.span.end)
        for i in range(len(TEXT))
    ]
    assert owners == expected
    begun = [name for stretch in block.stretches for name in stretch.first_of]
    assert sorted(begun) == sorted(one.id for one in notes)


def document(text: str, *blocks: tuple[int, int]) -> Document:
    """Return a document with these paragraphs, one over the whole text by default."""
    spans = blocks or ((0, len(text)),)
    return Document("d", "d", text, tuple(Block(Kind.PARAGRAPH, Span(*span)) for span in spans), "zh")


def note(name: str, start: int, end: int) -> Note:
    return BasicNote(
        id=name, source=Source("d", Span(start, end), ""), origin=Origin("x"), question="?", answer="!"
    )
