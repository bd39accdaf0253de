"""PDF -> Document: what is written on the pages, put together from the places of its letters."""

from __future__ import annotations

from cards.documents.model import NO_HINTS, Document, Hints
from cards.errors import CardsError

__all__ = ["PdfReader"]


class PdfReader:
    """Reads PDF files that have text."""

    suffixes = (".pdf",)
    confined = True

    def knows(self, data: bytes) -> bool:
        """See `cards.documents.model.Reader`."""
        return data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"%PDF-")

    def read(self, data: bytes, *, name: str, hints: Hints = NO_HINTS) -> Document:
        """See `cards.documents.model.Reader`."""
        if not self.knows(data):
            raise CardsError("{name}: this is no PDF; give the file the ending of what it is", name=name)
        # pdfium takes 30 ms to load, which nobody should wait for who reads a text file.
        from cards.documents.pdf.reader import read

        return read(data, name=name, password=hints.password)
