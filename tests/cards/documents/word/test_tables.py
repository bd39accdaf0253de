"""Tables of a Word file."""

from __future__ import annotations

from tests.cards.documents.word.files import p, told, word

NOT_FIRST = '<w:tblPr><w:tblLook w:firstRow="0"/></w:tblPr>'


def cell(*paragraphs: str, properties: str = "") -> str:
    inside = "".join(one if one.startswith("<") else p(one) for one in paragraphs)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    inside = "".join(one if one.startswith("<") else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def table(*rows: str, properties: str = "") -> str:
    return f"<w:tbl>{properties}{''.join(rows)}</w:tbl>"


def test_a_table_is_its_rows_and_the_first_one_names_the_columns() -> None:
    assert told(word(table(row("名", "用"), row("水", "饮"), row("", "烧")))) == [
        "table 1: 名	用",
        "table: 水	饮",
        "table: 烧",
    ]


def test_a_first_row_that_is_like_the_others_names_nothing() -> None:
    rows = row("水", "饮"), row("火", "烧")
    long = row("水" * 50, "饮"), row("火", "烧")

    assert told(word(table(*rows, properties=NOT_FIRST)))[0] == "table: 水	饮"
    assert told(word(table(*long)))[0].startswith("table: 水")
    assert told(word(table(rows[0])))[0] == "table: 水	饮"


def test_rows_that_are_repeated_on_every_page_name_the_columns() -> None:
    repeated = row("水", "饮", properties="<w:tblHeader/>")

    assert told(word(table(repeated, row("火", "烧"), properties=NOT_FIRST))) == [
        "table 1: 水	饮",
        "table: 火	烧",
    ]


def test_merged_cells_stand_in_each_of_their_rows_and_in_the_first_of_their_columns() -> None:
    begins, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = (
        row("类", "名", "用"),
        row(cell("物", properties=begins), "水", "饮"),
        row(cell("", properties=goes_on), cell("火", properties='<w:gridSpan w:val="2"/>')),
        row("木", "烧", properties='<w:gridBefore w:val="1"/>'),
    )

    assert told(word(table(*rows))) == [
        "table 1: 类	名	用",
        "table: 物	水	饮",
        "table: 物	火",
        "table: 木	烧",
    ]


def test_rows_in_content_controls_are_read_and_deleted_ones_are_not() -> None:
    kept = "<w:sdt><w:sdtContent>" + row("水", "饮") + "</w:sdtContent></w:sdt>"
    deleted = row("火", "烧", properties="<w:del/>")

    assert told(word(table(row("名", "用"), kept, deleted))) == ["table 1: 名	用", "table: 水	饮"]


def test_paragraphs_in_a_cell_are_one_text() -> None:
    assert (
        told(word(table(row(cell("water", "is wet"), cell("水", "是湿的")))))[0]
        == "table: water is wet	水是湿的"
    )


def test_a_frame_around_paragraphs_is_no_table() -> None:
    assert told(word(table(row(cell("水是湿的。", "火是热的。"))))) == [
        "paragraph: 水是湿的。",
        "paragraph: 火是热的。",
    ]


def test_a_table_in_a_table_is_read_where_it_stands() -> None:
    inner = table(row("名", "用"), row("水", "饮"))

    assert told(word(table(row("before", cell("above", inner, "below")), row("x", "y")))) == [
        "paragraph: before",
        "paragraph: above",
        "table 1: 名	用",
        "table: 水	饮",
        "paragraph: below",
        "paragraph: x",
        "paragraph: y",
    ]


def test_a_footnote_of_a_cell_follows_its_table() -> None:
    note = '<w:footnote w:id="1">' + p("A note.") + "</w:footnote>"
    marked = cell(p("water", '<w:r><w:footnoteReference w:id="1"/></w:r>'))
    rows = row("a", "b"), row(marked, "wet"), row("fire", "hot")

    assert told(word(table(*rows), footnotes=note))[2:] == ["table: fire	hot", "paragraph: A note."]
