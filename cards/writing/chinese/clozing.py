"""A stretch of a sentence hidden within a wording that can be read alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cards.languages.chinese import wording
from cards.languages.chinese.stretches import Sort
from cards.model import Span
from cards.passages import Passage
from cards.reading import Reading
from cards.writing.chinese.doubts import doubt_about
from cards.writing.chinese.genre import about_particulars, is_scrap, reports_a_study
from cards.writing.chinese.standing import stand
from cards.writing.draft import STUDY, Claim, Draft, hide_in

# 国家支持[...]。 could be completed by anything.
LEAST_SHOWN = 7


def unsure(reading: Reading, passage: Passage) -> str:
    """Say why gaps in such a text have several answers: its sentences tell one thing of many, or what a study did."""
    if reports_a_study(reading, passage):
        return STUDY
    if about_particulars(reading, passage) or is_scrap(reading):
        return "no question is sure to fit it"
    return ""


def cloze(claim: Claim, hidden: Sequence[Span], *, hint: str = "", sort: Sort = Sort.LIST) -> Draft | None:
    """Return a draft that hides the stretches of the claim's sentence, or None where the rest would dangle
    or nobody wants what the claim doubts.

    A stretch that the rest of the wording shows once more is not hidden: the learner would read it off. `sort`
    is what the first stretch names; what a strict reader may find wrong with it becomes the draft's doubt.
    """
    study = STUDY if reports_a_study(claim.reading, claim.passage) else ""
    doubt = study or claim.doubt or unsure(claim.reading, claim.passage)
    if doubt and not claim.reading.doubtful_too:
        return None
    needed = Span(min(claim.clause.start, hidden[0].start), max(claim.clause.end, hidden[-1].end))
    standing = stand(claim.reading, claim.passage, needed, gap=hidden[0].start)
    if standing is None:
        return None
    if any(edit.span.meets(span) for edit in standing.edits for span in hidden):
        return None
    if len(standing.heading + standing.text) - sum(span.end - span.start for span in hidden) < LEAST_SHOWN:
        return None
    for span in hidden:
        words = span.of(claim.passage.text)
        if standing.text.count(words) > 1 or words in standing.heading:
            return None
    doubt = doubt or doubt_about(
        claim.reading,
        claim.passage,
        hidden[0],
        sort,
        shown=standing.text,
        start=standing.start,
        heading=standing.heading,
    )
    if doubt and not claim.reading.doubtful_too:
        return None
    return hide_in(
        replace(claim, doubt=doubt) if doubt else claim,
        standing.text,
        [standing.at(span) for span in hidden],
        answers=hidden,
        heading=standing.heading,
        hint=wording.in_script(hint, claim.reading.document.language),
    )
