"""Reading -> drafts: one file a way of asking."""

from __future__ import annotations

from collections.abc import Iterator

from cards.reading import Reading
from cards.writing import chinese, english, plain, table
from cards.writing.draft import Draft, Writer

WRITERS: tuple[Writer, ...] = (*chinese.WRITERS, *english.WRITERS, *plain.WRITERS, table.WRITER)


def write(reading: Reading, writers: tuple[Writer, ...] = WRITERS) -> Iterator[Draft]:
    """Yield every draft of every writer that reads the document's language, writer by writer."""
    for writer in writers:
        if writer.language in ("*", reading.language.code):
            yield from writer.write(reading)
