"""What a PDF has beside its text: pages, pictures with captions, scanned pages."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from cards.documents import prose_of, read, read_file
from cards.errors import CardsError
from cards.model import Place, Unit
from tests.cards.documents.pdf.made import PARAGRAPH, lines, pdf, stream

GOLDEN = Path(__file__).parents[3] / "golden" / "documents"
GREY = stream(
    b"\x80" * 40 * 60,
    "/Type /XObject /Subtype /Image /Width 40 /Height 60 /ColorSpace /DeviceGray /BitsPerComponent 8",
)
SCAN = "q 595 0 0 842 0 0 cm /X Do Q\n"


def test_every_block_knows_its_page() -> None:
    document = read_file(GOLDEN / "cell.zh.pdf")
    places = [document.place_at(block.span.start) for block in document.blocks]

    assert [placed.place.label for placed in document.places] == ["1", "2"]
    assert all(place in (Place(Unit.PAGE, "1"), Place(Unit.PAGE, "2")) for place in places)
    assert all(before.start < after.start for before, after in pairwise(document.places))


def test_pages_are_called_as_the_document_calls_them() -> None:
    labels = "/PageLabels << /Nums [0 << /S /r >> 1 << /S /D /St 1 >>] >>"
    document = read(pdf(*[lines(72, 700, *PARAGRAPH, "So it is.")] * 3, catalogue=labels), name="a.pdf")

    assert [placed.place.label for placed in document.places] == ["i", "1", "2"]


def test_a_picture_stands_where_it_stands_with_its_caption() -> None:
    document = read_file(GOLDEN / "cell.zh.pdf")
    (shown,) = document.pictures
    before = [
        prose_of(document, block).text for block in document.blocks if block.span.end <= shown.span.start
    ]

    assert shown.caption == "图1 ATP与ADP的互相转化"
    assert before[-1].startswith("一个成年人一天要用掉约40千克ATP")
    assert [media.type for media in document.media] == ["image/jpeg"]
    assert document.media[0].name == shown.media


def test_the_same_picture_twice_is_kept_once() -> None:
    page = "q 200 0 0 200 72 300 cm /X Do Q\n" + lines(72, 700, *PARAGRAPH)
    document = read(pdf(page, page, more=[GREY]), name="a.pdf")

    assert len(document.pictures) == 2
    assert len(document.media) == 1


def test_scanned_pages_need_text_recognition() -> None:
    with pytest.raises(
        CardsError, match=r"^a\.pdf: the pages of this PDF are pictures of text; put it through text"
    ):
        read(pdf(SCAN, SCAN, more=[GREY]), name="a.pdf")


def test_scanned_pages_among_others_are_named() -> None:
    document = read(pdf(lines(72, 700, *PARAGRAPH), SCAN, SCAN, more=[GREY]), name="a.pdf")

    assert document.text == " ".join(PARAGRAPH)
    assert [str(remark) for remark in document.remarks] == [
        "pages that are pictures of text were left out; they need text recognition (OCR): 2, 3"
    ]


def test_text_that_was_recognised_behind_a_scan_is_read_without_the_scan() -> None:
    document = read(pdf(SCAN + lines(72, 700, *PARAGRAPH), more=[GREY]), name="a.pdf")

    assert document.text == " ".join(PARAGRAPH)
    assert not document.media


def test_bookmarks_tell_headings_that_look_like_text() -> None:
    page = lines(72, 700, *PARAGRAPH) + lines(72, 640, "Of rivers") + lines(72, 600, *PARAGRAPH)
    outline = [
        b"<< /Type /Outlines /First 7 0 R /Last 7 0 R /Count 1 >>",
        b"<< /Title (Of rivers) /Parent 6 0 R /Dest [8 0 R /Fit] >>",
    ]
    document = read(pdf(page, catalogue="/Outlines 6 0 R", more=outline), name="a.pdf")

    assert [f"{block.kind} {block.level}" for block in document.blocks] == [
        "paragraph 0",
        "heading 1",
        "paragraph 0",
    ]
