"""A picture's bytes become media, or a reason why not."""

from __future__ import annotations

import io
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from cards.documents import Kind, Media
from cards.documents.building import DocumentBuilder
from cards.documents.pictures import MOST_BYTES, Unshown, media_of
from cards.errors import CardsError

SVG = b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' xmlns:x='http://www.w3.org/1999/xlink'>%b</svg>"


def _picture(form: str, size: tuple[int, int] = (30, 20), **options: object) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", size, "teal").save(file, form, **options)
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "kind", "suffix"),
    [
        (_picture("PNG"), "image/png", ".png"),
        (_picture("JPEG"), "image/jpeg", ".jpg"),
        (_picture("JPEG", progressive=True), "image/jpeg", ".jpg"),
        (_picture("GIF"), "image/gif", ".gif"),
        (_picture("WEBP"), "image/webp", ".webp"),
        (_picture("WEBP", lossless=True), "image/webp", ".webp"),
        (SVG % b"<circle r='4'/><use x:href='#a'/>", "image/svg+xml", ".svg"),
    ],
    ids=["png", "jpeg", "progressive jpeg", "gif", "webp", "lossless webp", "svg"],
)
def test_a_picture_that_browsers_show_becomes_media(content: bytes, kind: str, suffix: str) -> None:
    media = media_of(content)

    assert isinstance(media, Media)
    assert (media.type, media.content, media.name[24:]) == (kind, content, suffix)


@pytest.mark.parametrize(
    ("form", "at", "size"),
    [
        ("PNG", 16, struct.pack(">LL", 9_000, 7_000)),
        ("GIF", 6, struct.pack("<HH", 9_000, 7_000)),
        ("WEBP", 26, struct.pack("<HH", 9_000, 7_000)),
        ("JPEG", _picture("JPEG").index(b"\xff\xc0") + 5, struct.pack(">HH", 9_000, 7_000)),
    ],
)
def test_the_pixels_are_counted_before_a_picture_is_taken(form: str, at: int, size: bytes) -> None:
    small = _picture(form)

    assert media_of(small[:at] + size + small[at + len(size) :]) is Unshown.HUGE


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (_picture("BMP"), Unshown.STRANGE),
        (_picture("TIFF"), Unshown.STRANGE),
        (b"", Unshown.STRANGE),
        (b"RIFF\x00\x00\x00\x00WAVE", Unshown.STRANGE),
        (_picture("PNG")[:20], Unshown.DAMAGED),
        (_picture("JPEG")[:40], Unshown.DAMAGED),
        (b"\x89PNG\r\n\x1a\n" + struct.pack(">L4sLL", 13, b"IHDR", 0, 5), Unshown.DAMAGED),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * MOST_BYTES, Unshown.HUGE),
        (SVG[:-7], Unshown.DAMAGED),
        (SVG % b"<script>alert(1)</script>", Unshown.ACTIVE),
        (SVG % b"<g onload='alert(1)'/>", Unshown.ACTIVE),
        (SVG % b"<image x:href='http://localhost/a.png'/>", Unshown.ACTIVE),
    ],
)
def test_a_picture_that_cannot_be_shown_says_why(content: bytes, why: Unshown) -> None:
    assert media_of(content) is why


@given(st.sampled_from([b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF89a", b"RIFF0000WEBPVP8"]), st.binary())
def test_no_bytes_are_too_strange(beginning: bytes, rest: bytes) -> None:
    assert isinstance(media_of(beginning + rest), Media | Unshown)


def test_pictures_that_cannot_be_shown_are_counted_in_a_remark() -> None:
    builder = DocumentBuilder()
    builder.add(Kind.PARAGRAPH, "A cell.")
    for content in (_picture("PNG"), _picture("BMP"), _picture("TIFF")):
        builder.show(content, "a cell")

    document = builder.document(name="cells.docx")

    assert [shown.caption for shown in document.pictures] == ["a cell"]
    assert [str(remark) for remark in document.remarks] == [
        "pictures in formats that browsers do not show were left out: 2"
    ]


def test_pictures_alone_are_no_document() -> None:
    builder = DocumentBuilder()
    builder.show(_picture("PNG"))

    with pytest.raises(CardsError, match="holds pictures, but no text"):
        builder.document(name="cells.docx")
