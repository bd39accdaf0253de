"""Pictures, charts and formulas in a Word file."""

from __future__ import annotations

import io

from PIL import Image

from cards.documents import Document
from tests.cards.documents.office.packing import xml
from tests.cards.documents.word.files import p, r, style, told, word


def _png() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (4, 3), "teal").save(file, "PNG")
    return file.getvalue()


def _drawing(inside: str, said: str = "") -> str:
    described = f'<wp:docPr id="1" name="x" descr="{said}"/>'
    return (
        f"<w:r><w:drawing><wp:inline>{described}<a:graphic><a:graphicData>{inside}</a:graphicData></a:graphic>"
        "</wp:inline></w:drawing></w:r>"
    )


PICTURE = '<pic:pic><pic:blipFill><a:blip r:embed="rId9"/></pic:blipFill></pic:pic>'
OLD = '<w:r><w:pict><v:shape alt="old leaf"><v:imagedata r:id="rId9"/></v:shape></w:pict></w:r>'


def _read(body: str, **styles: str) -> Document:
    return word(body, more={"rId9": ("image", _png())}, **styles)


def test_a_picture_stands_after_its_paragraph_with_what_is_said_about_it() -> None:
    assert told(_read(p("A leaf.", _drawing(PICTURE, "a green leaf")) + p("A root.", OLD))) == [
        "paragraph: A leaf.",
        "picture image/png: a green leaf",
        "paragraph: A root.",
        "picture image/png: old leaf",
    ]


def test_a_picture_is_shown_with_the_caption_below_it() -> None:
    body = (
        p(_drawing(PICTURE, "x"))
        + p("叶片", style="c")
        + p(_drawing(PICTURE))
        + p("Figure 2. A root.")
        + p("End.")
    )
    document = _read(body, styles=style("c", "caption"))

    assert told(document) == [
        "picture image/png: 叶片",
        "paragraph: 叶片",
        "picture image/png: Figure 2. A root.",
        "paragraph: Figure 2. A root.",
        "paragraph: End.",
    ]
    assert [shown.span.of(document.text) for shown in document.pictures] == ["叶片", "Figure 2. A root."]
    assert len(document.media) == 1


def test_pictures_that_are_missing_or_linked_are_counted() -> None:
    linked = _drawing(PICTURE.replace("embed", "link"))

    assert told(word(p("A leaf.", _drawing(PICTURE), linked))) == [
        "paragraph: A leaf.",
        "remark: pictures that are not inside the file were left out: 2",
    ]


def test_a_chart_is_a_table_and_a_diagram_says_its_words() -> None:
    chart = xml(
        "c:chartSpace",
        "<c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>雨量</a:t></a:r></a:p></c:rich></c:tx></c:title>"
        "<c:ser><c:tx><c:strRef><c:strCache><c:pt><c:v>北京</c:v></c:pt></c:strCache></c:strRef></c:tx><c:cat><c:strRef><c:strCache><c:pt><c:v>一月</c:v></c:pt></c:strCache></c:strRef></c:cat>"
        "<c:val><c:numRef><c:numCache><c:pt><c:v>12</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser></c:chart>",
    )
    diagram = xml("dgm:dataModel", "<dgm:pt><dgm:t><a:p><a:r><a:t>蒸发</a:t></a:r></a:p></dgm:t></dgm:pt>")
    body = p("水。", _drawing('<c:chart r:id="rId1"/>'), _drawing('<dgm:relIds r:dm="rId2"/>'))
    more = {"rId1": ("chart", chart), "rId2": ("diagramData", diagram)}

    assert told(word(body, more=more)) == [
        "paragraph: 水。",
        "table: 雨量	一月",
        "table: 北京	12",
        "item 1: 蒸发",
    ]


def test_a_formula_stands_in_its_sentence_or_alone() -> None:
    half = "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"
    body = p(r("一半是 "), half, r("。")) + p(f"<m:oMathPara>{half}</m:oMathPara>") + p(half)

    assert told(word(body)) == [
        "paragraph: 一半是 \\(\\frac{1}{2}\\)。",
        "formula: \\frac{1}{2}",
        "formula: \\frac{1}{2}",
    ]
