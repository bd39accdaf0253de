"""Ways of asking about English texts."""

from __future__ import annotations

from cards.writing.draft import Writer
from cards.writing.english.abbreviation import ABBREVIATION
from cards.writing.english.agent import AGENT
from cards.writing.english.alias import ALIAS
from cards.writing.english.apposition import APPOSITION
from cards.writing.english.cause import CAUSE
from cards.writing.english.comparison import COMPARISON
from cards.writing.english.definition import DEFINITION
from cards.writing.english.enumeration import ENUMERATION
from cards.writing.english.example import EXAMPLE
from cards.writing.english.figure import FIGURE
from cards.writing.english.keyphrase import KEYPHRASE
from cards.writing.english.purpose import PURPOSE

WRITERS: tuple[Writer, ...] = (
    DEFINITION,
    APPOSITION,
    ALIAS,
    ABBREVIATION,
    ENUMERATION,
    EXAMPLE,
    CAUSE,
    PURPOSE,
    COMPARISON,
    AGENT,
    FIGURE,
    KEYPHRASE,
)
