"""Questions in the script of the document, about a stretch where it stands: 由[王竹泉]创立 -> 由谁创立？"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from cards.languages.chinese import wording
from cards.model import Span
from cards.writing import draft
from cards.writing.chinese.core import core
from cards.writing.chinese.genre import reports_a_study
from cards.writing.draft import STUDY, Claim, Draft

# 古称什么？ could be asked of anything.
LEAST_SHOWN = 5
# Another name beside the one that is asked for.
_GOING_ON = re.compile(r"[、或和与及]")


def ask(claim: Claim, question: str, answer: Span) -> Draft:
    """Return a draft that asks a question of the pack's wording; its answer is a stretch of the sentence."""
    return draft.ask(claim, wording.in_script(question, claim.reading.document.language), answer)


def ask_in_place(
    claim: Claim, answer: Span, words: str, *, verb: int | None = None, within: Span | None = None
) -> Draft | None:
    """Return a draft that asks for a stretch with `words` in its place, or None where nobody would know of whom.

    Where the answer stands in longer words, `within`, they give way to the question's: 由[时任市长的[江泽民]]担任.
    """
    found = core(claim.reading, claim.passage, within or answer, verb=verb)
    if found is None or found.ahead or shares(found.before + found.after, answer.of(claim.passage.text)):
        return None
    before, after = found.before.rstrip("“「『《"), found.after.lstrip("”」』》")
    if len(before + after) < LEAST_SHOWN or _GOING_ON.match(after):
        return None
    return ask(sure(claim), f"{before}{words}{after}？", answer)


def ask_for_items(
    claim: Claim, items: Sequence[Span], words: str, *, until: int, verb: int | None
) -> Draft | None:
    """Return a draft that asks for the items of a list with `words` in their place, or None likewise.

    What stands after the items up to `until` (等三大类) is left out.
    """
    whole = Span(items[0].start, until)
    found = core(claim.reading, claim.passage, whole, verb=verb)
    if found is None or found.ahead:
        return None
    question = wording.in_script(f"{found.before}{words}{found.after}？", claim.reading.document.language)
    return draft.enumerate_items(sure(claim), question, items)


def sure(claim: Claim) -> Claim:
    """Return the claim, doubted where its sentence reports a study: nobody learns what one study did."""
    if claim.doubt or not reports_a_study(claim.reading, claim.passage):
        return claim
    return replace(claim, doubt=STUDY)


def shares(shown: str, said: str) -> bool:
    """Whether most characters of an answer stand in the question, as those of short names do in long ones."""
    return sum(character in shown for character in said) >= 0.75 * len(said)
