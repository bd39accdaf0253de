"""Word files (.docx) -> Document."""

from __future__ import annotations

from cards.documents.model import NO_HINTS, Document, Hints


class WordReader:
    """Reads the files that Word, WPS and LibreOffice write; macros in them are never looked at."""

    suffixes = (".docx", ".docm", ".dotx")
    confined = True

    def knows(self, data: bytes) -> bool:
        """See `cards.documents.model.Reader`."""
        from cards.documents.office.package import holds

        return holds(data, "word/")

    def read(self, data: bytes, *, name: str, hints: Hints = NO_HINTS) -> Document:
        """See `cards.documents.model.Reader`."""
        from cards.documents.word.reading import read_word

        return read_word(data, name=name)
