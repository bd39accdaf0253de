"""Ways of asking about English texts."""

from __future__ import annotations

from cards.writing.draft import Writer
from cards.writing.english.alias import ALIAS
from cards.writing.english.apposition import APPOSITION
from cards.writing.english.definition import DEFINITION
from cards.writing.english.enumeration import ENUMERATION
from cards.writing.english.keyphrase import KEYPHRASE

WRITERS: tuple[Writer, ...] = (DEFINITION, APPOSITION, ALIAS, ENUMERATION, KEYPHRASE)
