"""Headings, titles, code, quotes and captions by the styles of their paragraphs."""

from __future__ import annotations

import pytest

from tests.cards.documents.word.files import p, r, style, told, word

OUTLINE = '<w:pPr><w:outlineLvl w:val="{}"/></w:pPr>'
MONO = '<w:rFonts w:ascii="Consolas"/>'


@pytest.mark.parametrize(
    ("called", "inside", "line"),
    [
        ("heading 2", OUTLINE.format(1), "heading 2: 细胞"),
        ("heading 2", "", "heading 2: 细胞"),
        ("标题 3", "", "heading 3: 细胞"),
        ("標題 3", "", "heading 3: 细胞"),
        ("Überschrift 3", "", "heading 3: 细胞"),
        ("二级标题", "", "heading 2: 细胞"),
        ("章标题", "", "heading 1: 细胞"),
        ("论文小节", OUTLINE.format(2), "heading 3: 细胞"),
        ("Body", OUTLINE.format(9), "paragraph: 细胞"),
        ("Title", "", "heading 1: 细胞"),
        ("Quote", "", "quote 1: 细胞"),
        ("明显引用", "", "quote 1: 细胞"),
        ("Source Code", "", "code: 细胞"),
        ("HTML Preformatted", "", "code: 细胞"),
    ],
)
def test_a_style_says_what_a_paragraph_is(called: str, inside: str, line: str) -> None:
    assert told(word(p("细胞", style="x") + p("正文。"), styles=style("x", called, inside)))[0] == line


@pytest.mark.parametrize("called", ["toc 1", "目录 2", "TOC Heading", "table of figures", "Contents 1"])
def test_lists_of_contents_are_passed_over(called: str) -> None:
    assert told(word(p("细胞……1", style="x") + p("正文。"), styles=style("x", called))) == [
        "paragraph: 正文。"
    ]


def test_a_style_inherits_what_it_is_based_on() -> None:
    styles = (
        style("1", "heading 1", OUTLINE.format(0))
        + style("a", "章", based_on="1")
        + style("b", "b", based_on="a")
    )

    assert told(word(p("细胞", style="b") + p("正文。"), styles=styles))[0] == "heading 1: 细胞"


def test_styles_that_are_based_on_each_other_end_somewhere() -> None:
    styles = style("a", "a", based_on="b") + style("b", "b", OUTLINE.format(1), based_on="a")

    assert told(word(p("细胞", style="a") + p("正文。"), styles=styles))[0] == "heading 2: 细胞"


def test_a_paragraph_may_say_itself_that_it_is_a_heading_or_none() -> None:
    level = '<w:outlineLvl w:val="{}"/>'
    body = p("细胞", properties=level.format(1)) + p("正文。", style="h", properties=level.format(9))

    assert told(word(body, styles=style("h", "heading 1"))) == ["heading 2: 细胞", "paragraph: 正文。"]


def test_sections_stand_below_the_title() -> None:
    styles = style("t", "Title") + style("h", "heading 1") + style("s", "Subtitle", based_on="h0")
    body = p("生物学", style="t") + p("细胞", style="h") + p("正文。", style="s")

    assert told(word(body, styles=styles)) == ["heading 1: 生物学", "heading 2: 细胞", "paragraph: 正文。"]


def test_lines_of_code_are_one_block() -> None:
    body = (
        p("Before.")
        + p(r("def f():", MONO))
        + p(r("    return 1", MONO))
        + p()
        + p(r("f()", MONO), "<w:r><w:br/></w:r>", r("g()", MONO))
        + p("After.")
    )

    assert told(word(body)) == [
        "paragraph: Before.",
        "code: def f():⏎    return 1⏎⏎f()⏎g()",
        "paragraph: After.",
    ]


def test_letters_of_one_width_are_no_code_in_a_typewritten_document() -> None:
    defaults = f"<w:docDefaults><w:rPrDefault><w:rPr>{MONO}</w:rPr></w:rPrDefault></w:docDefaults>"

    assert told(word(p("A letter."), styles=defaults)) == ["paragraph: A letter."]


def test_chinese_prose_is_no_code_in_any_font() -> None:
    assert told(word(p(r("细胞是生命的基本单位。", MONO)))) == ["paragraph: 细胞是生命的基本单位。"]


def test_bullets_typed_by_hand_are_items() -> None:
    assert told(word(p("• 水") + p("● 火"))) == ["item 1: 水", "item 1: 火"]


def test_numbers_typed_by_hand_make_headings() -> None:
    body = p("一、水") + p("水是湿的，人人都知道这一点。") + p("二、火") + p("火是热的，人人都知道这一点。")

    assert [line[:9] for line in told(word(body))] == ["heading 1", "paragraph", "heading 1", "paragraph"]
