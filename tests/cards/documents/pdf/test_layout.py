"""Where letters stand on the pages -> what is read, and in which order."""

from __future__ import annotations

import pytest

from cards.documents import Document, Kind, prose_of, read
from cards.model import Place, Unit
from tests.cards.documents.pdf.made import PARAGRAPH, at, lines, pdf

LEFT = (
    "Rivers are the oldest source of water and",
    "a town on a river drinks from it and",
    "washes in it, and",
)
RIGHT = ("gives back what it does not need,", "and lakes are cleaner, as what sinks", "in them stays below.")


def _read(data: bytes) -> Document:
    return read(data, name="a.pdf")


def _blocks(data: bytes) -> list[tuple[Kind, str]]:
    document = _read(data)
    return [(block.kind, prose_of(document, block).text) for block in document.blocks]


def _words(data: bytes) -> list[str]:
    return [words for _, words in _blocks(data)]


def test_lines_of_a_paragraph_are_one_with_spaces_between() -> None:
    assert _words(pdf(lines(72, 700, *PARAGRAPH))) == [" ".join(PARAGRAPH)]


def test_a_gap_is_a_space_where_none_is_drawn() -> None:
    assert _words(pdf(at(72, 700, "Water") + at(101, 700, "is") + at(111.5, 700, "wet."))) == [
        "Water is wet."
    ]


def test_columns_are_read_one_after_the_other_below_what_spans_them() -> None:
    page = (
        at(72, 760, "Where towns get their water from, and what becomes of it", size=18)
        + lines(72, 700, *LEFT)
        + lines(320, 700, *RIGHT)
    )

    assert _words(pdf(page)) == [
        "Where towns get their water from, and what becomes of it",
        " ".join(LEFT) + " " + " ".join(RIGHT),
    ]


def test_columns_are_known_by_their_shape_when_their_lines_are_drawn_in_turn() -> None:
    left = ("Rivers are the oldest source of water.",) * 6
    right = ("Lakes are cleaner than rivers are all",) * 6
    drawn = "".join(
        at(72, 700 - 12 * n, one) + at(320, 700 - 12 * n, two)
        for n, (one, two) in enumerate(zip(left, right, strict=True))
    )

    assert _words(pdf(drawn)) == [" ".join((*left, *right))]


def test_heads_feet_and_page_numbers_are_left_out_and_said() -> None:
    pages = [
        at(72, 800, f"The Water Book    {n}", size=8)
        + lines(72, 700, f"Page {n} tells of rivers.", *PARAGRAPH)
        + at(290, 40, f"- {n} -", size=8)
        for n in (1, 2, 3, 4)
    ]

    document = _read(pdf(*pages))

    assert "Book" not in document.text
    assert "- 3 -" not in document.text
    assert [str(remark) for remark in document.remarks] == [
        "running heads, feet and page numbers were left out: 8 lines"
    ]


def test_a_paragraph_goes_on_over_the_page_and_begins_where_it_begins() -> None:
    first = lines(72, 700, *PARAGRAPH) + lines(
        72, 200, "The water that the ground holds is drawn from wells by"
    )
    second = lines(72, 700, "pumps, and the deepest of them reach down to the rock.")
    document = _read(pdf(first, second + lines(72, 600, *PARAGRAPH)))
    words = [prose_of(document, block).text for block in document.blocks]

    assert words[1] == (
        "The water that the ground holds is drawn from wells by pumps, and the deepest of them reach down to the rock."
    )
    assert document.place_at(document.blocks[1].span.start) == Place(Unit.PAGE, "1")
    assert document.place_at(document.blocks[2].span.start) == Place(Unit.PAGE, "2")


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        (
            ("The water seeps into under-", "ground caves and stays."),
            "The water seeps into underground caves and stays.",
        ),
        (("A well-known and well-", "loved river."), "A well-known and well-loved river."),
        (("A long-", "term plan, and long-term it is."), "A long-term plan, and long-term it is."),
        (("Between Tokyo-", "Yokohama and the sea."), "Between Tokyo-Yokohama and the sea."),
    ],
    ids=["parted", "compound", "elsewhere", "names"],
)
def test_words_that_a_hyphen_parted_are_joined_but_compounds_keep_it(
    broken: tuple[str, str], whole: str
) -> None:
    assert " ".join(_words(pdf(lines(72, 700, *broken)))) == whole


def test_text_that_is_askew_is_left_out_and_said() -> None:
    watermark = at(200, 300, "CONFIDENTIAL", size=60, turn="0.7 0.7 -0.7 0.7")
    document = _read(pdf(watermark + lines(72, 700, *PARAGRAPH)))

    assert document.text == " ".join(PARAGRAPH)
    assert [str(remark) for remark in document.remarks] == [
        "text that does not stand upright was left out: 12 characters"
    ]


@pytest.mark.parametrize("page", ["/Rotate 90", ""])
def test_a_page_that_lies_on_its_side_is_read(page: str) -> None:
    turned = "".join(at(100 + 12 * n, 72, line, turn="0 1 -1 0") for n, line in enumerate(PARAGRAPH))

    assert _words(pdf(turned, page=page)) == [" ".join(PARAGRAPH)]


def test_headings_are_larger_or_bold_and_their_sizes_are_their_levels() -> None:
    page = (
        at(72, 780, "The Water Book", size=24)
        + at(72, 740, "Rivers", size=16)
        + lines(72, 710, *PARAGRAPH)
        + at(72, 640, "Their sources", font="F2")
        + lines(72, 620, *PARAGRAPH)
        + at(72, 560, "Lakes", size=16)
        + lines(72, 530, *PARAGRAPH)
    )
    document = _read(pdf(page))
    headings = [(b.level, prose_of(document, b).text) for b in document.blocks if b.kind is Kind.HEADING]

    assert headings == [(1, "The Water Book"), (2, "Rivers"), (3, "Their sources"), (2, "Lakes")]


def test_raised_numbers_are_powers_or_marks_of_notes() -> None:
    page = (
        at(72, 700, "A lake holds 10")
        + at(140.5, 704, "9", size=6)
        + at(143.9, 700, " litres")
        + at(168.2, 704, "1", size=6)
        + at(171.6, 700, " of water.")
        + lines(72, 670, *PARAGRAPH)
        + lines(72, 90, "1 A small one does.", size=8)
    )

    assert _words(pdf(page)) == [
        "A lake holds 10⁹ litres of water.",
        " ".join(PARAGRAPH),
        "1 A small one does.",
    ]


def test_letters_of_one_width_are_code_with_its_indentation() -> None:
    page = (
        lines(72, 700, *PARAGRAPH) + lines(72, 650, "if dry:", font="F3") + at(96, 638, "water()", font="F3")
    )

    assert _blocks(pdf(page)) == [
        (Kind.PARAGRAPH, " ".join(PARAGRAPH)),
        (Kind.CODE, "if dry:\n    water()"),
    ]


def test_a_table_of_contents_is_left_out_and_said() -> None:
    contents = "".join(
        at(72, 700 - 14 * n, f"{n} Rivers and lakes . . . . . . . . . . . {n}") for n in range(1, 8)
    )
    document = _read(pdf(contents, lines(72, 700, *PARAGRAPH)))

    assert document.text == " ".join(PARAGRAPH)
    assert "the table of contents was left out: 7 lines" in [str(remark) for remark in document.remarks]


def test_words_below_each_other_are_a_table_and_wrapped_cells_go_on() -> None:
    rows = (("Source", "Share"), ("Rivers", "60 %"), ("Lakes and", "15 %"), ("Wells", "25 %"))
    table = "".join(
        at(72, 700 - 12 * n, one) + at(200, 700 - 12 * n, two) for n, (one, two) in enumerate(rows)
    )
    wrapped = at(200, 652, "and more in summer")

    assert _blocks(pdf(table + wrapped + lines(72, 600, *PARAGRAPH))) == [
        (Kind.TABLE, "Source\tShare"),
        (Kind.TABLE, "Rivers\t60 %"),
        (Kind.TABLE, "Lakes and\t15 %"),
        (Kind.TABLE, "Wells\t25 % and more in summer"),
        (Kind.PARAGRAPH, " ".join(PARAGRAPH)),
    ]


def test_marks_before_items_are_no_column() -> None:
    rows = "".join(
        at(72, 700 - 12 * n, "-") + at(100, 700 - 12 * n, f"{one} are wet.") for n, one in enumerate(LEFT)
    )

    assert {kind for kind, _ in _blocks(pdf(rows))} == {Kind.ITEM}


def test_three_dots_do_not_make_a_table_of_contents() -> None:
    waiting = ("It rains ...", "It still rains ...", "And then it stops ...")

    assert "It still rains ..." in " ".join(_words(pdf(lines(72, 700, *waiting))))
