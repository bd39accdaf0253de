"""HTML -> Document."""

from __future__ import annotations

from cards.documents.model import NO_HINTS, Document, Hints


class HtmlReader:
    """Reads pages that were saved or exported: the article, without what stands around it on its site."""

    suffixes = (".html", ".htm", ".xhtml", ".xht")
    confined = True

    def knows(self, data: bytes) -> bool:
        """See `cards.documents.model.Reader`."""
        return False

    def read(self, data: bytes, *, name: str, hints: Hints = NO_HINTS) -> Document:
        """See `cards.documents.model.Reader`."""
        # Loading the parser takes time that reading a text should not.
        from cards.documents.html.page import read_page

        return read_page(data, name=name, hints=hints)
