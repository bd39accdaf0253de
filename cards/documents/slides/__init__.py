"""Slides (.pptx) -> Document."""

from __future__ import annotations

from cards.documents.model import NO_HINTS, Document, Hints


class SlideReader:
    """Reads the presentations that PowerPoint, WPS and LibreOffice write; macros in them are never looked at."""

    suffixes = (".pptx", ".pptm", ".ppsx", ".potx")
    confined = True

    def knows(self, data: bytes) -> bool:
        """See `cards.documents.model.Reader`."""
        from cards.documents.office.package import holds

        return holds(data, "ppt/")

    def read(self, data: bytes, *, name: str, hints: Hints = NO_HINTS) -> Document:
        """See `cards.documents.model.Reader`."""
        from cards.documents.slides.reading import read_slides

        return read_slides(data, name=name)
