"""Whatever is written with another program's library is read back; what is damaged is refused in one sentence."""

from __future__ import annotations

import io
import zipfile

import pptx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx.util import Inches

from cards.documents import Kind, prose_of, read_here
from cards.errors import CardsError
from tests.cards.documents.office.packing import package, packed, xml
from tests.cards.documents.slides.files import shape, slides_file

_WORDS = st.lists(
    st.sampled_from(
        "水 火 细胞 是 生命的 基本单位 water fire cells are wet hot α 𠮷 “引” (a) 3.5 e.g.".split()
    ),
    min_size=1,
    max_size=8,
).map("".join)
_BODY = st.lists(st.tuples(st.integers(0, 3), _WORDS), min_size=1, max_size=4)
_TABLE = st.lists(st.lists(_WORDS, min_size=2, max_size=2), min_size=1, max_size=3)
_PAGE = st.tuples(_WORDS, _BODY, _TABLE, _WORDS)
Page = tuple[str, list[tuple[int, str]], list[list[str]], str]


def _saved(pages: list[Page]) -> bytes:
    presentation = pptx.Presentation()
    for title, body, table, notes in pages:
        slide = presentation.slides.add_slide(presentation.slide_layouts[1])
        slide.shapes.title.text = title
        frame = slide.placeholders[1].text_frame
        for at, (level, words) in enumerate(body):
            paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
            paragraph.text, paragraph.level = words, level
        cells = slide.shapes.add_table(len(table), 2, Inches(1), Inches(7), Inches(4), Inches(1)).table
        for row, said in enumerate(table):
            for column, words in enumerate(said):
                cells.cell(row, column).text = words
        slide.notes_slide.notes_text_frame.text = notes
    file = io.BytesIO()
    presentation.save(file)
    return file.getvalue()


def _expected(pages: list[Page]) -> list[tuple[str, Kind, int, str]]:
    blocks: list[tuple[str, Kind, int, str]] = []
    for number, (title, body, table, notes) in enumerate(pages, start=1):
        blocks.append((str(number), Kind.HEADING, 1, title))
        blocks += [(str(number), Kind.ITEM, level + 1, words) for level, words in body]
        blocks += [(str(number), Kind.TABLE, int(at == 0), "\t".join(row)) for at, row in enumerate(table)]
        blocks.append((str(number), Kind.PARAGRAPH, 0, notes))
    return blocks


def _found(data: bytes) -> list[tuple[str, Kind, int, str]]:
    document = read_here(data, name="a.pptx")
    return [
        (place.label, block.kind, block.level, prose_of(document, block).text)
        for block in document.blocks
        if (place := document.place_at(block.span.start)) is not None
    ]


@settings(deadline=None, max_examples=15)
@given(st.lists(_PAGE, min_size=1, max_size=3))
def test_all_that_was_written_is_read_on_its_slide_and_at_its_level(pages: list[Page]) -> None:
    assert _found(_saved(pages)) == _expected(pages)


BOMB = package("ppt/p.xml", {"ppt/p.xml": xml("p:presentation", "") + b" " * 60_000_000})
WHOLE = slides_file(shape("水是湿的。"))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "a.pptx: this document is empty"),
        (b"Just text.", "a.pptx: these are no slides; give the file the ending of what it is, such as .txt or .html"),
        (WHOLE[: len(WHOLE) // 2], "a.pptx: this file is damaged or cut short"),
        (packed({"[Content_Types].xml": b"", "ppt/x.xml": b""}), "a.pptx: the document inside this file is missing"),
        (package("ppt/presentation.xml", {"ppt/presentation.xml": b"<p"}), "a.pptx: ppt/presentation.xml inside this"),
        (slides_file(), "a.pptx: this document is empty"),
        (slides_file(""), "a.pptx: this document is empty"),
        (BOMB, "a.pptx: this archive would grow"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_in_one_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(CardsError) as refused:
        read_here(data, name="a.pptx")
    assert str(refused.value).startswith(sentence)


def test_a_damaged_slide_is_left_out_and_said() -> None:
    whole = slides_file(shape("water"), shape("fire"))
    parts = {name: content for name, content in _unpacked(whole).items() if "slides/slide1" not in name}
    document = read_here(packed({**parts, "ppt/slides/slide1.xml": b"<p:sld"}), name="a.pptx")

    assert document.text == "fire"
    assert [str(remark) for remark in document.remarks] == ["damaged slides were left out: 1"]


def test_a_thousand_slides_and_deep_groups_are_read() -> None:
    deep = shape("water")
    for _ in range(200):
        deep = f"<p:grpSp>{deep}</p:grpSp>"

    assert len(read_here(slides_file(deep, *[shape("fire")] * 999), name="a.pptx").blocks) == 1_000


def _unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
