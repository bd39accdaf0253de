"""EPUB -> Document."""

from __future__ import annotations

from cards.documents.model import NO_HINTS, Document, Hints

_ZIP = b"PK\x03\x04"
# The first member of the archive is called "mimetype" and holds this, unpacked; not all programs keep to it.
_TYPE = b"application/epub+zip"
# Every book has this one, which the list of members at the end names, behind a mark and so many bytes.
_CONTAINER = b"META-INF/container.xml"
_LISTED, _BEFORE_NAME = b"PK\x01\x02", 46


class EpubReader:
    """Reads e-books without a lock: chapters in reading order, headings by the table of contents."""

    suffixes = (".epub",)
    confined = True

    def knows(self, data: bytes) -> bool:
        """See `cards.documents.model.Reader`."""
        if not data.startswith(_ZIP):
            return False
        at = data.rfind(_CONTAINER)
        return _TYPE in data[30:120] or (at >= 0 and data[at - _BEFORE_NAME :].startswith(_LISTED))

    def read(self, data: bytes, *, name: str, hints: Hints = NO_HINTS) -> Document:
        """See `cards.documents.model.Reader`."""
        # Loading the parser takes time that reading a text should not.
        from cards.documents.epub.book import read_book

        return read_book(data, name=name)
