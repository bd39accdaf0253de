"""Key phrases -> what `kapian phrases` prints; docs/cards.md describes the lines."""

from __future__ import annotations

from collections.abc import Sequence

from cards.concepts.keyphrases import Keyphrase
from cards.deckfile import json_line
from cards.documents import Document


def write_phrase_lines(document: Document, phrases: Sequence[Keyphrase]) -> bytes:
    """Return a JSON object a phrase, in UTF-8, the best first."""
    return b"".join(
        json_line(
            {
                "document": document.name,
                "rank": rank,
                "phrase": phrase.text,
                "weight": round(phrase.weight, 4),
                "count": phrase.count,
            }
        )
        for rank, phrase in enumerate(phrases, start=1)
    )


def write_phrase_text(document: Document, phrases: Sequence[Keyphrase]) -> bytes:
    """Return the phrases for a reader, in UTF-8: the weight, how often each occurs, and its words."""
    lines = [f"{phrase.weight:.2f}  {f'×{phrase.count}':<5} {phrase.text}" for phrase in phrases]
    return "\n".join([document.name, "", *lines, "", ""]).encode("utf-8", "backslashreplace")
