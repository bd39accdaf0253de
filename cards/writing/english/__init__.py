"""Ways of asking about English texts."""

from __future__ import annotations

from cards.writing.draft import Writer

WRITERS: tuple[Writer, ...] = ()
