"""A question about a sentence -> the draft that asks it, with what it speaks of in front where it does not say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cards.model import Span
from cards.writing.draft import Claim, Draft, ask, enumerate_items
from cards.writing.english.naming import needs_a_name, title_above
from cards.writing.english.register import reports_study, tells_of_a_study
from cards.writing.english.stories import doubt_of_day

# Of what a study did and found nothing is worth knowing but the terms that it defines.
DEFINING = ("definition", "alias", "meaning")


def doubted(claim: Claim) -> Claim:
    """Return the claim with what speaks against asking about its sentence at all."""
    if claim.doubt:
        return claim
    text = claim.passage.text
    if claim.kind in DEFINING:
        study = "tells what a study did" if tells_of_a_study(text) else ""
    else:
        study = "reports a study" if reports_study(claim.reading, claim.passage) else ""
    doubt = study or doubt_of_day(text)
    return replace(claim, doubt=doubt) if doubt else claim


def wanted(claim: Claim) -> bool:
    """Whether a draft of the claim is of any use to whoever reads."""
    return not claim.doubt or claim.reading.doubtful_too


def titled(claim: Claim, answer: str, hidden: Span | None = None) -> tuple[Claim, str]:
    """Return the title that a prompt needs above it, or "", and the claim, doubted where it needs one and has none."""
    if not needs_a_name(claim.reading, claim.passage, hidden):
        return claim, ""
    title = title_above(claim.passage, answer)
    if title:
        return claim, title
    return replace(claim, doubt=claim.doubt or "does not say which one it speaks of"), ""


def ask_about(claim: Claim, question: str, answer: Span) -> Draft | None:
    """Return the draft that asks the question, below a title where it needs one ("Iceland: What does the interior
    consist of?"); None where nobody wants it."""
    claim, title = titled(doubted(claim), answer.of(claim.passage.text))
    return ask(claim, _below(title, question), answer) if wanted(claim) else None


def ask_for_items(claim: Claim, question: str, items: Sequence[Span]) -> Draft | None:
    """Return the draft that asks for a list in the same way."""
    claim, title = titled(doubted(claim), items[0].of(claim.passage.text))
    return enumerate_items(claim, _below(title, question), items) if wanted(claim) else None


def _below(title: str, question: str) -> str:
    return f"{title}: {question}" if title else question
