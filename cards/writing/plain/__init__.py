"""Ways of asking about texts in a language that has no pack of its own."""

from __future__ import annotations

from cards.writing.draft import Writer
from cards.writing.plain import keyphrase

WRITERS: tuple[Writer, ...] = (keyphrase.WRITER,)
