"""The pictures on a page of pdfium -> bytes of PNG or JPEG, within bounds."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from cards.documents.pdf.drawings import Box, Image
from cards.documents.pdf.pages import Picture

# Smaller ones are rules, bullets and logos, in points.
_LEAST_SIDE = 36.0
_LEAST_PIXELS = 32
_MOST_PIXELS = 25_000_000
# Of one page; a page of many is a mosaic, which makes no sense in pieces.
_MOST_ON_PAGE = 12


class Gallery:
    """Takes the pictures of a document until they are too many; `left_out` counts the rest."""

    most_bytes = 24 * 2**20
    most_pictures = 300

    def __init__(self) -> None:
        self.left_out = 0
        self._bytes = 0
        self._count = 0

    def pictures(self, images: Sequence[Image], page: Box, words: int) -> tuple[Picture, ...]:
        """Return the pictures among the images of a page; a picture behind a page's text is its background."""
        shown = [image for image in images if _is_shown(image.box, page, words)]
        if len(shown) > _MOST_ON_PAGE:
            self.left_out += len(shown)
            return ()
        found = []
        for image in shown:
            content = self._content(image.drawn)
            if content is None:
                self.left_out += 1
            else:
                found.append(Picture(image.box, content))
        return tuple(found)

    def _content(self, drawn: Any) -> bytes | None:
        if self._count >= self.most_pictures or self._bytes >= self.most_bytes:
            return None
        width, height = ctypes.c_uint(), ctypes.c_uint()
        if not pdfium.FPDFImageObj_GetImagePixelSize(drawn, width, height):
            return None
        if min(width.value, height.value) < _LEAST_PIXELS or width.value * height.value > _MOST_PIXELS:
            return None
        content = _jpeg(drawn) or _png(drawn)
        if content is not None:
            self._count += 1
            self._bytes += len(content)
        return content


def _is_shown(box: Box, page: Box, words: int) -> bool:
    if min(box.width, box.height) < _LEAST_SIDE or box.x1 < page.x0 or box.x0 > page.x1:
        return False
    covers = box.width * box.height / max(1.0, page.width * page.height)
    return not (covers > 0.8 and words > 40)


def _jpeg(drawn: Any) -> bytes | None:
    """Return the file that the picture was made from, where it is a plain JPEG of grey or red, green and blue."""
    if pdfium.FPDFImageObj_GetImageFilterCount(drawn) != 1:
        return None
    name = ctypes.create_string_buffer(32)
    pdfium.FPDFImageObj_GetImageFilter(drawn, 0, name, 32)
    if name.value != b"DCTDecode":
        return None
    length = pdfium.FPDFImageObj_GetImageDataRaw(drawn, None, 0)
    if not 0 < length <= Gallery.most_bytes:
        return None
    data = ctypes.create_string_buffer(length)
    pdfium.FPDFImageObj_GetImageDataRaw(drawn, data, length)
    # Four colours are meant for printing; browsers show them wrongly.
    return data.raw if _colours(data.raw) in (1, 3) else None


def _colours(jpeg: bytes) -> int:
    at = 2
    while at + 9 < len(jpeg) and jpeg[at] == 0xFF:
        if 0xC0 <= jpeg[at + 1] <= 0xCF and jpeg[at + 1] not in (0xC4, 0xC8, 0xCC):
            return jpeg[at + 9]
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4])
    return 0


def _png(drawn: Any) -> bytes | None:
    bitmap = pdfium.FPDFImageObj_GetBitmap(drawn)
    if not bitmap:
        return None
    with suppress(pypdfium2.PdfiumError, ValueError, OSError):
        picture = pypdfium2.PdfBitmap.from_raw(bitmap).to_pil()
        kept = io.BytesIO()
        picture.convert("RGB" if picture.mode not in ("L", "RGB", "RGBA") else picture.mode).save(kept, "PNG")
        return kept.getvalue()
    return None
