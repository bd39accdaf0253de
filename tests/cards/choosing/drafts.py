"""Drafts for the tests of choosing, made by hand over a text of two sentences."""

from __future__ import annotations

from cards.documents import read_text
from cards.model import BasicNote, Origin, Source, Span, note_id
from cards.reading import Reading, understand
from cards.writing.draft import Draft

TEXT = "密切联系群众是最大的政治优势。脱离群众是最大的危险。"


FIRST_WORDS = Span(0, 6)


def reading_of(text: str = TEXT) -> Reading:
    return understand(read_text(text, name="a.txt"))


def draft(
    question: str, answer: str, *, strength: float = 0.5, at: Span = FIRST_WORDS, passage: int = 0
) -> Draft:
    """A question whose answer is taken to stand at `at`, in the clause that begins there."""
    note = BasicNote(
        id=note_id("basic", question, answer),
        source=Source("a.txt", Span(0, 15), TEXT[:15]),
        origin=Origin("definition", ("pattern: X是Y",), strength),
        question=question,
        answer=answer,
    )
    return Draft(note, (at,), at, (passage,), strength)
