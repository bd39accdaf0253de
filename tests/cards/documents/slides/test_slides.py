"""What stands on the slides of a presentation."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from tests.cards.documents.office.packing import xml
from tests.cards.documents.slides.files import BODY, TITLE, Page, frame, p, shape, slides

NONE = "<a:buNone/>"


def numbered(form: str, start: str = "") -> str:
    return f'<a:buAutoNum type="{form}" {start}/>'


def test_the_title_comes_first_and_the_body_is_items() -> None:
    body = shape("fire", p("smoke", attributes='lvl="1"'), p("Prose.", NONE), holds=BODY)

    assert slides(body + shape("Elements", holds=TITLE)) == [
        "-- slide 1",
        "heading 1: Elements",
        "item 1: fire",
        "item 2: smoke",
        "paragraph: Prose.",
    ]


def test_slides_stand_below_the_first_title_and_the_titles_of_their_sections() -> None:
    def titled(words: str, layout: str) -> Page:
        return Page(shape(words, holds=TITLE), layout=layout)

    pages = [
        ("Nature", "title"),
        ("a", "obj"),
        ("I", "secHead"),
        ("b", "obj"),
        ("II", "secHead"),
        ("c", "obj"),
    ]

    assert [line for line in slides(*(titled(*page) for page in pages)) if line.startswith("heading")] == [
        "heading 1: Nature",
        "heading 2: a",
        "heading 2: I",
        "heading 3: b",
        "heading 2: II",
        "heading 3: c",
    ]


def test_sections_without_a_first_title_are_at_the_top() -> None:
    pages = [Page(shape(words, holds=TITLE), layout=kind) for words, kind in
             [("I", "secHead"), ("a", "obj"), ("II", "secHead"), ("b", "obj")]]  # fmt: skip

    assert [line for line in slides(*pages) if line.startswith("heading")] == [
        "heading 1: I",
        "heading 2: a",
        "heading 1: II",
        "heading 2: b",
    ]


def test_numbers_count_on_at_their_level() -> None:
    body = shape(
        p("water", numbered("arabicPeriod")),
        p("ice", numbered("alphaLcParenR"), attributes='lvl="1"'),
        p("fire", numbered("arabicPeriod")),
        p("steam", numbered("alphaLcParenR"), attributes='lvl="1"'),
        p("air", '<a:buChar char="•"/>'),
        p("earth", numbered("arabicPeriod", 'startAt="7"')),
    )

    assert slides(body)[1:] == [
        "item 1: 1. water",
        "item 2: a) ice",
        "item 1: 2. fire",
        "item 2: a) steam",
        "item 1: air",
        "item 1: 7. earth",
    ]


@pytest.mark.parametrize(
    ("form", "label"),
    [
        ("romanUcPeriod", "I. "),
        ("arabicParenBoth", "(1) "),
        ("ea1ChsPeriod", "一、"),
        ("circleNumDbPlain", "① "),
        ("arabicPlain", "1 "),
        ("unheardOf", "1. "),
    ],
)
def test_numbers_are_written_as_the_slide_shows_them(form: str, label: str) -> None:
    assert slides(shape(p("water", numbered(form))))[1] == f"item 1: {label}water"


def test_a_placeholder_is_what_its_layout_says() -> None:
    layout = shape("", holds='type="body" idx="13"').replace(
        "<a:lstStyle/>", f"<a:lstStyle><a:lvl1pPr>{NONE}</a:lvl1pPr></a:lstStyle>"
    )
    dated = shape("", holds='type="dt" idx="10"')
    on_slide = shape("Prose.", holds='idx="13"') + shape("2026", holds='idx="10"') + shape("x", holds="")

    assert slides(Page(on_slide, layout_shapes=layout + dated))[1:] == ["paragraph: Prose.", "paragraph: x"]


def test_dates_footers_and_slide_numbers_are_passed_over() -> None:
    passed = "".join(shape("x", holds=f'type="{kind}"') for kind in ("dt", "ftr", "sldNum"))
    number = p('<a:r><a:t>Water </a:t></a:r><a:fld type="slidenum"><a:t>7</a:t></a:fld>')

    assert slides(passed + shape(number))[1:] == ["paragraph: Water"]


def test_notes_follow_their_slide_and_hidden_slides_are_said() -> None:
    notes = shape("", holds='type="sldImg"') + shape("Ask them.", holds='type="body" idx="1"')
    hidden = Page(shape("secret"), attributes='show="0"')

    assert slides(Page(shape("Water"), notes=notes), hidden, shape("Fire")) == [
        "-- slide 1",
        "paragraph: Water",
        "paragraph: Ask them.",
        "-- slide 3",
        "paragraph: Fire",
        "remark: hidden slides were left out: 1",
    ]


def test_slides_are_counted_from_where_the_presentation_counts() -> None:
    assert slides(shape("Water"), attributes='firstSlideNum="5"')[0] == "-- slide 5"


def test_shapes_are_read_by_rows_and_groups_as_one() -> None:
    group = (
        f"<p:grpSp><p:grpSpPr>{frame((0, 500, 400, 200))}</p:grpSpPr>"
        + shape("third", at=(200, 0, 100, 100))
        + shape("second", at=(0, 0, 100, 100))
        + "</p:grpSp>"
    )
    on_slide = shape("fourth", at=(500, 510, 100, 100)) + group + shape("first", at=(0, 0, 900, 100))

    assert slides(on_slide)[1:] == [f"paragraph: {word}" for word in ("first", "second", "third", "fourth")]


def test_a_large_line_above_the_others_is_the_title_where_there_is_none() -> None:
    large = shape(p("水循环", run='sz="4000"'), at=(0, 0, 100, 10))
    small = shape(p("水在循环。", run='sz="1800"'), at=(0, 50, 100, 10))

    assert slides(small + large)[1:] == ["heading 1: 水循环", "paragraph: 水在循环。"]
    assert slides(small + shape(p("注", run='sz="1200"'), at=(0, 90, 100, 10)))[1:] == [
        "heading 1: 水在循环。",
        "paragraph: 注",
    ]
    assert slides(large)[1:] == ["paragraph: 水循环"]


def test_hidden_shapes_are_passed_over() -> None:
    assert slides(shape("x", named='hidden="1"') + shape("Water"))[1:] == ["paragraph: Water"]


def test_lines_breaks_and_raised_signs_are_said_as_they_are_read() -> None:
    broken = p("<a:r><a:t>水</a:t></a:r><a:br/><a:r><a:t>火</a:t></a:r>")
    formula = p(
        '<a:r><a:t>H</a:t></a:r><a:r><a:rPr baseline="-25000"/><a:t>2</a:t></a:r><a:r><a:t>O</a:t></a:r>'
    )

    assert slides(shape(broken, formula, p("a_x000B_b")))[1:] == [
        "paragraph: 水火",
        "paragraph: H₂O",
        "paragraph: a b",
    ]


def test_formulas_and_code_are_told_apart_from_prose() -> None:
    half = '<mc:AlternateContent><mc:Choice Requires="a14"><a14:m><m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath></a14:m>'
    math = half + "</mc:Choice><mc:Fallback><a:r><a:t>?</a:t></a:r></mc:Fallback></mc:AlternateContent>"
    code = '<a:r><a:rPr><a:latin typeface="Courier"/></a:rPr><a:t>{}</a:t></a:r>'
    body = shape(
        p("<a:r><a:t>sum: </a:t></a:r>" + math),
        p(math),
        p(code.format("f(x)")),
        p(code.format("  g(x)")),
        "End.",
    )

    assert slides(body)[1:] == [
        "paragraph: sum: \\(x+1\\)",
        "formula: x+1",
        "code: f(x)⏎  g(x)",
        "paragraph: End.",
    ]


def test_a_table_is_its_rows_with_merged_cells() -> None:
    def cell(words: str, attributes: str = "") -> str:
        return f"<a:tc {attributes}><a:txBody>{p(words)}</a:txBody></a:tc>"

    rows = (
        cell("part") + cell("task"),
        cell("wall", 'rowSpan="2"') + cell("holds"),
        cell("", 'vMerge="1"') + cell("keeps"),
        cell("all", 'gridSpan="2"') + cell("", 'hMerge="1"'),
    )
    table = '<a:tbl><a:tblPr firstRow="1"/>' + "".join(f"<a:tr>{row}</a:tr>" for row in rows) + "</a:tbl>"
    frame = f"<p:graphicFrame><a:graphic><a:graphicData>{table}</a:graphicData></a:graphic></p:graphicFrame>"

    assert slides(frame)[1:] == [
        "table 1: part	task",
        "table: wall	holds",
        "table: wall	keeps",
        "table: all",
    ]


def _png() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (4, 3), "teal").save(file, "PNG")
    return file.getvalue()


def picture(said: str = "", relation: str = "rId9") -> str:
    described = f'<p:nvPicPr><p:cNvPr id="3" name="x" descr="{said}"/></p:nvPicPr>'
    return f'<p:pic>{described}<p:blipFill><a:blip r:embed="{relation}"/></p:blipFill></p:pic>'


def test_pictures_have_what_is_said_about_them_or_stands_below() -> None:
    shapes = (
        shape("Water.", "Ice.")
        + picture("a river")
        + picture("leaf.png")
        + shape("A leaf")
        + picture()
        + shape("Much more.", "And more.")
        + picture(relation="rId7")
    )

    assert slides(Page(shapes, more={"rId9": ("image", _png())}))[1:] == [
        "paragraph: Water.",
        "paragraph: Ice.",
        "picture image/png: a river",
        "picture image/png: A leaf",
        "paragraph: A leaf",
        "picture image/png:",
        "paragraph: Much more.",
        "paragraph: And more.",
        "remark: pictures that are not inside the file were left out: 1",
    ]


def test_charts_and_diagrams_say_their_words() -> None:
    diagram = xml("dgm:dataModel", "<dgm:pt><dgm:t><a:p><a:r><a:t>蒸发</a:t></a:r></a:p></dgm:t></dgm:pt>")
    frame = '<p:graphicFrame><a:graphic><a:graphicData><dgm:relIds r:dm="rId1"/></a:graphicData></a:graphic>'
    page = Page(shape("水") + frame + "</p:graphicFrame>", more={"rId1": ("diagramData", diagram)})

    assert slides(page)[1:] == ["paragraph: 水", "item 1: 蒸发"]
