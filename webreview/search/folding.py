"""Texts as a search compares them: width, case and white space do not matter."""

from __future__ import annotations

import unicodedata

from cards.choosing.checks import squeezed
from cards.model import BasicNote, ClozeNote, EnumerationNote, Note, cards_of

# Stands between the fields of a note, so that no phrase is found across two of them.
BETWEEN = "\n"
LONGEST_ANSWER = 100


def folded(text: str) -> str:
    """Return the text in NFKC and lower case, runs of white space as one space.

    Half a surrogate pair and NUL, which PostgreSQL cannot hold, become question marks.
    """
    plain = text.encode("utf-8", "replace").decode().replace("\0", "?")
    # Small letters of some capitals are two characters that NFKC makes one.
    small = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", plain).lower())
    return " ".join(small.split())


def searchable(note: Note) -> str:
    """Return all that a search for words looks at: what the note asks, its answers and its tags."""
    match note:
        case BasicNote(question=question, answer=answer):
            said = [question, answer]
        case ClozeNote(heading=heading, text=text):
            said = [heading, text, *(deletion.hint for deletion in note.deletions)]
        case EnumerationNote(question=question, items=items):
            said = [question, *items]
    return BETWEEN.join(filter(None, map(folded, (*said, *note.tags))))


def answer_key(note: Note) -> str:
    """Return the letters and digits of the note's first answer, at most `LONGEST_ANSWER`: equal for equal answers."""
    return squeezed(unicodedata.normalize("NFKC", cards_of(note)[0].answer))[:LONGEST_ANSWER]
