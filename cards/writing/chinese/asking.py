"""Questions and gaps in the script of the document that they ask about."""

from __future__ import annotations

from cards.languages.chinese import wording
from cards.model import Span
from cards.writing import draft
from cards.writing.draft import Claim, Draft


def ask(claim: Claim, question: str, answer: Span) -> Draft:
    """Return a draft that asks a question of the pack's wording; its answer is a stretch of the sentence."""
    return draft.ask(claim, wording.in_script(question, claim.reading.document.language), answer)
