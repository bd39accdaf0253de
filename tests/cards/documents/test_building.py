"""A document built block by block."""

from __future__ import annotations

import pytest

from cards.documents import Kind, Media
from cards.documents.building import DocumentBuilder
from cards.errors import CardsError
from cards.model import Place, Span, Unit

PICTURE = Media("a1.png", "image/png", b"png")


def test_paragraphs_stand_apart_and_items_and_rows_close() -> None:
    builder = DocumentBuilder()
    builder.add(Kind.HEADING, "Cells", 1)
    builder.add(Kind.ITEM, "one\n  cell", 1)
    builder.add(Kind.ITEM, "two", 1)
    builder.row(["part", "", "task"], heading=True)
    builder.row(["wall", "", "holds"])

    document = builder.document(name="cells.docx")

    assert document.text == "Cells\n\none cell\ntwo\n\npart\t\ttask\nwall\t\tholds"
    assert [block.span.of(document.text) for block in document.blocks] == [
        "Cells",
        "one cell",
        "two",
        "part\t\ttask",
        "wall\t\tholds",
    ]


def test_the_lines_of_code_are_kept() -> None:
    builder = DocumentBuilder()
    builder.add(Kind.CODE, "\nif x:\n    y()\n")

    assert builder.document(name="code.html").text == "if x:\n    y()"


def test_what_cannot_be_seen_is_not_added() -> None:
    builder = DocumentBuilder()
    added = [builder.add(Kind.PARAGRAPH, " \x00\ufeff\n"), builder.row(["", " "])]

    assert added == [None, None]
    with pytest.raises(CardsError, match="empty"):
        builder.document(name="empty.docx")


def test_a_place_begins_with_its_first_block() -> None:
    builder = DocumentBuilder()
    builder.begin(Place(Unit.PAGE, "1"))
    builder.begin(Place(Unit.PAGE, "2"))
    builder.add(Kind.PARAGRAPH, "Water is wet.")
    builder.begin(Place(Unit.PAGE, "3"))
    fire = builder.add(Kind.PARAGRAPH, "Fire is hot.")

    document = builder.document(name="facts.pdf")

    assert fire is not None
    assert document.place_at(0) == Place(Unit.PAGE, "2")
    assert document.place_at(fire.start - 1) == Place(Unit.PAGE, "2")
    assert document.place_at(fire.start) == Place(Unit.PAGE, "3")


def test_a_place_begins_with_an_item_that_goes_on_with_a_list() -> None:
    builder = DocumentBuilder()
    builder.add(Kind.ITEM, "one", 1)
    builder.begin(Place(Unit.SLIDE, "2"))
    builder.add(Kind.ITEM, "two", 1)

    document = builder.document(name="list.pptx")

    assert [document.place_at(at) for at in (3, 4)] == [None, Place(Unit.SLIDE, "2")]


def test_a_picture_stands_where_the_text_has_come_to() -> None:
    builder = DocumentBuilder()
    builder.add(Kind.PARAGRAPH, "A cell.")
    builder.picture(PICTURE, "a\ncell")
    builder.picture(PICTURE)

    document = builder.document(name="cells.pptx")

    assert document.media == (PICTURE,)
    assert [(shown.span, shown.caption) for shown in document.pictures] == [
        (Span(7, 7), "a cell"),
        (Span(7, 7), ""),
    ]


def test_numbers_written_by_hand_make_headings() -> None:
    builder = DocumentBuilder()
    builder.add(Kind.PARAGRAPH, "一、水")
    builder.add(Kind.PARAGRAPH, "水是湿的，人人都知道这一点。")
    builder.add(Kind.PARAGRAPH, "二、火")
    builder.add(Kind.PARAGRAPH, "火是热的，人人都知道这一点。")

    kinds = [block.kind for block in builder.document(name="facts.docx").blocks]

    assert kinds == [Kind.HEADING, Kind.PARAGRAPH, Kind.HEADING, Kind.PARAGRAPH]
