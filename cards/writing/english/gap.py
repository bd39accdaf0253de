"""A finding in a sentence -> the draft that hides it, repaired and judged fit to stand alone."""

from __future__ import annotations

from dataclasses import replace

from cards.model import Span
from cards.passages import Passage
from cards.reading import Reading
from cards.writing.draft import Claim, Draft, hide_in
from cards.writing.english.repair import shown_of

# Fewer words than these around a gap never say enough to fill it.
FEWEST_WORDS = 5


def claim_of(
    reading: Reading, passage: Passage, kind: str, pattern: str, strength: float, clause: Span | None = None
) -> Claim:
    """Return the claim of one finding; the whole sentence is its clause unless said otherwise."""
    return Claim(reading, passage, kind, pattern, strength, clause or passage.whole)


def gap(claim: Claim, hidden: Span, *, end: int | None = None) -> Draft | None:
    """Return the draft that shows the sentence (up to `end`) and hides `hidden`; None where too little is left,
    where it cannot stand alone, or where the hidden words stand in it once more."""
    shown = shown_of(claim.reading, claim.passage, keep=hidden, end=end)
    place = shown.place(hidden)
    if place is None:
        return None
    before, answer, after = shown.text[: place.start], place.of(shown.text), shown.text[place.end :]
    rest = f"{before} {after}"
    if len(rest.split()) < FEWEST_WORDS or _repeats(answer, rest):
        return None
    if not before.strip() and claim.reading.language.dangles(answer + after):
        return None
    return hide_in(claim, shown.text, (place,), answers=(hidden,))


def weaker(claim: Claim, by: float) -> Claim:
    return replace(claim, strength=claim.strength * by)


def _repeats(answer: str, rest: str) -> bool:
    inside = answer.lower()
    stem = inside[:-1] if inside.endswith("s") else inside
    return len(stem) > 2 and stem in rest.lower()
