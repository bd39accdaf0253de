"""What stands in the paragraphs of a Word file, and what does not."""

from __future__ import annotations

import pytest

from tests.cards.documents.word.files import p, r, told, word

BREAK = "<w:r><w:br/></w:r>"
HIGH, LOW = '<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>'
HIDDEN = "<w:vanish/>"
CONTROL_END = "</w:sdtContent></w:sdt>"
RUBY_END = "</w:rubyBase></w:ruby></w:r>"


def field(code: str, result: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        f"{mark.format('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>{mark.format('separate')}"
        f"{result if result.startswith('<') else r(result)}{mark.format('end')}"
    )


def box(words: str) -> str:
    """Return a text box as Word writes it: a drawing, and the same again for old programs."""
    content = f"<w:txbxContent>{p(words)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData>'
        f"<wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )


@pytest.mark.parametrize(
    ("runs", "said"),
    [
        (("一", "<w:ins>" + r("二") + "</w:ins>", "三"), "一二三"),
        (("一", "<w:del><w:r><w:delText>二</w:delText></w:r></w:del>", "三"), "一三"),
        (("一", "<w:moveFrom>" + r("二") + "</w:moveFrom>", "<w:moveTo>" + r("四") + "</w:moveTo>"), "一四"),
        (("一", "<w:sdt><w:sdtContent>" + r("二") + CONTROL_END), "一二"),
        (("一", "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + r("二") + CONTROL_END), "一"),
        (("一", "<w:hyperlink>" + r("二") + "</w:hyperlink>"), "一二"),
        (("一", "<w:smartTag><w:smartTag>" + r("二") + "</w:smartTag></w:smartTag>"), "一二"),
        (("<w:r><w:ruby><w:rt>" + r("hàn") + "</w:rt><w:rubyBase>" + r("汉") + RUBY_END, "字"), "汉字"),
        (("一", r("二", HIDDEN), "三"), "一三"),
        (("一", r("二", '<w:vanish w:val="0"/>')), "一二"),
        (("a", "<w:r><w:tab/></w:r>", "b"), "a b"),
        (("non", "<w:r><w:noBreakHyphen/></w:r>", "stop", "<w:r><w:softHyphen/></w:r>", "ped"), "non-stopped"),
        (("H", r("2", LOW), "O, 10", r("-3", HIGH), ", 1", r("st", HIGH)), "H₂O, 10⁻³, 1st"),
        (("水是湿的，", " ", "火是热的 (hot) ，", " ", "so"), "水是湿的，火是热的 (hot) ， so"),
        (("angle ", '<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>'), "angle α"),
        (("see ", field(' HYPERLINK "http://localhost" ', "there")), "see there"),
        (("page ", field(" PAGE ", "12"), "!"), "page !"),
        (("a", '<w:fldSimple w:instr=" NUMPAGES ">' + r("9") + "</w:fldSimple>"), "a"),
        (("a", '<w:fldSimple w:instr=" TITLE ">' + r("9") + "</w:fldSimple>"), "a9"),
        (("see ", field(" IF " + "1" + " ", field(" REF x ", "inner"))), "see inner"),
        (("a", "<w:r><w:commentReference/></w:r>", "b"), "ab"),
        (("水是湿的", BREAK, "火是热的"), "水是湿的火是热的"),
        (("water is", BREAK, "wet"), "water is wet"),
    ],
)  # fmt: skip
def test_a_paragraph_says_what_its_reader_sees(runs: tuple[str, ...], said: str) -> None:
    assert told(word(p(*runs)))[0] == f"paragraph: {said}"


def test_lines_that_end_their_sentences_are_paragraphs() -> None:
    assert told(word(p("水是湿的。", BREAK, "火是热的。", BREAK, "土"))) == [
        "paragraph: 水是湿的。",
        "paragraph: 火是热的。",
        "paragraph: 土",
    ]


def test_a_paragraph_whose_end_was_deleted_goes_on_with_the_next() -> None:
    assert told(word(p("水", properties="<w:rPr><w:del/></w:rPr>") + p("是湿的。"))) == [
        "paragraph: 水是湿的。"
    ]


def test_a_table_of_contents_is_passed_over() -> None:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    begin = mark.format("begin") + "<w:r><w:instrText> TOC \\o </w:instrText></w:r>" + mark.format("separate")
    gallery = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    )
    body = (
        p(begin, "第一章 1") + p("第二章 2") + p(mark.format("end")) + p("正文。")
        + gallery + "<w:sdtContent>" + p("目录") + "</w:sdtContent></w:sdt>"
    )  # fmt: skip

    assert told(word(body)) == ["paragraph: 正文。"]


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    inner = p("outer box", box("inner box"))
    body = p("before", box("in the box")) + p("after", box("x").replace(p("x"), inner))

    assert told(word(body)) == [
        "paragraph: before",
        "paragraph: in the box",
        "paragraph: after",
        "paragraph: outer box",
        "paragraph: inner box",
    ]


def test_a_footnote_follows_its_paragraph_and_an_endnote_the_text() -> None:
    notes = (
        '<w:footnote w:type="separator" w:id="0">' + p("line") + "</w:footnote>"
        '<w:footnote w:id="1">' + p("<w:r><w:footnoteRef/></w:r>", " A note.") + "</w:footnote>"
    )
    ends = '<w:endnote w:id="1">' + p("An end.") + "</w:endnote>"
    mark = '<w:r><w:{}Reference w:id="{}"/></w:r>'
    body = p(
        "Water", mark.format("endnote", 1), mark.format("footnote", 1), mark.format("footnote", 7), "."
    ) + p("Fire.")

    assert told(word(body, footnotes=notes, endnotes=ends)) == [
        "paragraph: Water.",
        "paragraph: A note.",
        "paragraph: Fire.",
        "paragraph: An end.",
    ]


def test_pages_begin_where_they_began_when_the_document_was_laid_out() -> None:
    turn = "<w:r><w:lastRenderedPageBreak/></w:r>"
    body = p("one") + p(turn, "two") + p("two ", turn, "three") + p("three") + p(turn, turn) + p("five")

    assert told(word(body)) == [
        "-- page 1",
        "paragraph: one",
        "-- page 2",
        "paragraph: two",
        "paragraph: two three",
        "-- page 3",
        "paragraph: three",
        "-- page 5",
        "paragraph: five",
    ]


def test_a_file_that_was_never_laid_out_has_no_pages() -> None:
    assert told(word(p("one", '<w:r><w:br w:type="page"/></w:r>') + p("two"))) == [
        "paragraph: one",
        "paragraph: two",
    ]


def test_what_was_left_out_is_said() -> None:
    ole = '<w:r><w:object><o:OLEObject ProgID="{}"/></w:object></w:r>'
    body = p(
        "a",
        r("b", HIDDEN),
        "<w:del>" + r("c") + "</w:del>",
        "<w:r><w:commentReference/></w:r>",
        ole.format("Equation.DSMT4"),
        ole.format("Excel.Sheet"),
    )

    assert told(word(body)) == [
        "paragraph: a",
        "remark: hidden text was left out: 1",
        "remark: text that is marked as deleted was left out: 1",
        "remark: comments were left out: 1",
        "remark: formulas of an old formula program were left out; draw them anew as formulas: 1",
        "remark: embedded objects were left out: 1",
    ]


def test_a_block_in_another_language_says_so() -> None:
    french = '<w:lang w:val="fr-FR"/>'
    usual = '<w:rPr><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>'
    base = f"<w:docDefaults><w:rPrDefault>{usual}</w:rPrDefault></w:docDefaults>"
    body = (
        p("The words stand in their places and say something.")
        + p(r("Les mots sont à leur place.", french))
        + p(r("Chinese?", '<w:lang w:val="zh-CN"/>'))
    )

    assert [block.language for block in word(body, styles=base).blocks] == ["", "fr", ""]
