"""A finding in a sentence -> the draft that hides it, repaired and judged fit to stand alone."""

from __future__ import annotations

from dataclasses import replace

from cards.languages.english import ENGLISH
from cards.languages.english.wording import singular
from cards.model import Span
from cards.passages import Passage
from cards.reading import Reading
from cards.writing.draft import Claim, Draft, hide_in
from cards.writing.english.asking import doubted, titled, wanted
from cards.writing.english.repair import linked, shown_of
from cards.writing.english.rims import cut

# Fewer words than these around a gap never say enough to fill it.
FEWEST_WORDS = 5
# What a prompt is worth that shows a rare word of its answer: "the [...] of the vertebral column", vertebral cavity.
SHARED = 0.93
RARE = 4.5
# What a prompt of two sentences is worth beside one of one.
LINKED = 0.85
# In characters: two sentences that take longer to read than to answer are no prompt.
LONGEST_PAIR = 330


def claim_of(
    reading: Reading,
    passage: Passage,
    kind: str,
    pattern: str,
    strength: float,
    clause: Span | None = None,
    doubt: str = "",
) -> Claim:
    """Return the claim of one finding; the whole sentence is its clause unless said otherwise."""
    return Claim(reading, passage, kind, pattern, strength, clause or passage.whole, doubt=doubt)


def gap(
    claim: Claim,
    hidden: Span,
    *,
    start: int | None = None,
    end: int | None = None,
    pair_up_to: int = LONGEST_PAIR,
) -> Draft | None:
    """Return the draft that shows the sentence (or its stretch from `start` to `end`) and hides `hidden`.

    None where too little is left, where it cannot stand alone, or where the hidden words stand in it once more.
    A sentence that points back ("This process is called X") is shown after the one before it where the two have no
    more than `pair_up_to` characters.
    """
    claim = doubted(claim)
    if not wanted(claim):
        return None
    shown = shown_of(claim.reading, claim.passage, keep=hidden, start=start, end=end)
    if claim.reading.language.dangles(shown.text):
        pair = linked(claim.reading, claim.passage, shown, pair_up_to)
        if pair is None:
            return None
        claim, shown = replace(claim, strength=round(claim.strength * LINKED, 4)), pair
    place = shown.place(hidden)
    if place is None:
        return None
    if cut(claim.passage.text, hidden):
        return None
    rest = f"{shown.text[: place.start]} {shown.text[place.end :]}"
    if len(rest.split()) < FEWEST_WORDS or repeats(hidden.of(claim.passage.text), rest):
        return None
    if _shares_a_telling_word(hidden.of(claim.passage.text), rest):
        claim = replace(claim, strength=round(claim.strength * SHARED, 4))
    title = ""
    if not shown.front:
        claim, title = titled(claim, hidden.of(claim.passage.text), hidden)
        if not wanted(claim):
            return None
    return hide_in(claim, shown.text, (place,), answers=(hidden,), heading=title)


def _shares_a_telling_word(answer: str, rest: str) -> bool:
    around = rest.lower()
    return any(
        len(word) > 3 and ENGLISH.commonness(word) < RARE and singular(word) in around
        for word in answer.lower().split()
    )


def repeats(answer: str, rest: str) -> bool:
    """Whether the answer, or its singular or plural, stands in the rest of the prompt."""
    stem = singular(answer.lower())
    at = rest.lower().find(stem)
    while at >= 0:
        # "ion" does not stand in "reaction"; a stem of two letters would be found everywhere.
        if (at == 0 or not rest[at - 1].isalnum()) and len(stem) > 1:
            return True
        at = rest.lower().find(stem, at + 1)
    return False
