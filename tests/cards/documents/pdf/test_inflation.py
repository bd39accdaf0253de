"""PDF files whose streams unpack to more than any page needs."""

from __future__ import annotations

import zlib

import pytest

from cards.documents.pdf.inflation import check_inflation
from cards.errors import CardsError
from tests.cards.documents.hostile import inflating_pdf, pdf

MEGABYTE = b" " * 2**20


def stream(content: bytes, dictionary: bytes = b"/Filter /FlateDecode") -> bytes:
    return b"<<%s /Length %d>>\nstream\n%s\nendstream" % (dictionary, len(content), content)


def refusal(data: bytes) -> str:
    with pytest.raises(CardsError) as refused:
        check_inflation(data, name="a.pdf")
    return str(refused.value)


def test_a_page_of_usual_size_is_let_through() -> None:
    check_inflation(inflating_pdf(20), name="a.pdf")


def test_a_stream_that_unpacks_to_too_much_is_refused() -> None:
    assert refusal(inflating_pdf(50)) == (
        "a.pdf: a part of this PDF unpacks to more than 48 MB; it was made to fill memories"
    )


def test_a_stream_that_is_packed_twice_is_unpacked_twice() -> None:
    data = pdf([stream(zlib.compress(zlib.compress(MEGABYTE * 50)), b"/Filter [/Fl /Fl]")])
    assert "unpacks to more than 48 MB" in refusal(data)


def test_many_streams_that_unpack_to_too_much_together_are_refused() -> None:
    data = pdf([stream(zlib.compress(MEGABYTE * 40))] * 13)
    assert "unpacks to more than 48 MB" in refusal(data)


def test_pictures_and_streams_that_are_packed_otherwise_are_passed_over() -> None:
    picture = stream(zlib.compress(MEGABYTE * 50), b"/Subtype /Image /Filter /FlateDecode")
    check_inflation(pdf([picture, stream(b"\xff\xd8", b"/Filter /DCTDecode")]), name="a.pdf")


def test_a_damaged_stream_is_left_to_pdfium() -> None:
    check_inflation(pdf([stream(zlib.compress(MEGABYTE)[:500]), stream(b"no deflate")]), name="a.pdf")
