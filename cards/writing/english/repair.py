"""A sentence -> the sentence as a card can show it, with the way from the one to the other."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cards.languages.english.openings import opening_of, references_of
from cards.languages.english.tagging import FINITE
from cards.languages.language import Word
from cards.model import Span
from cards.passages import Passage
from cards.reading import Reading
from cards.writing.english.clause import noun_phrase_at, past_aside

_ABBREVIATION = re.compile(r"\s\((?:or |also )?[A-Z][\w-]{0,8}\)")
_PLURALS = frozenset(
    "people children men women bacteria data criteria phenomena feet teeth mice media nuclei "
    "stimuli villi alveoli foci loci rami bronchi thrombi".split()
)
# Subjects with these in front are themselves in need of a sentence before, or are no single thing.
_UNSURE = frozenset("this these that those such its their his her no every each any".split())
_PRONOUN = re.compile(r"(It|They|He|She)\b(?=\s)")


@dataclass(frozen=True, slots=True)
class Shown:
    """What a card shows of a sentence: `front`, put before it, and its stretch from `start` to `end` without `cuts`.

    `front` stands for a pronoun: "The liver" for "It".
    """

    text: str
    front: str
    start: int
    end: int
    cuts: tuple[Span, ...]

    def place(self, span: Span) -> Span | None:
        """Return where a stretch of the sentence stands in `text`, or None where it is not shown whole."""
        if span.start < self.start or span.end > self.end or any(cut.meets(span) for cut in self.cuts):
            return None
        gone = sum(cut.end - cut.start for cut in self.cuts if cut.end <= span.start)
        return span.shifted(len(self.front) - self.start - gone)


def shown_of(
    reading: Reading, passage: Passage, *, keep: Span, start: int | None = None, end: int | None = None
) -> Shown:
    """Return the sentence, or its stretch from `start` to `end`, without connectives and references.

    A pronoun in front gives way to the subject of the sentence before, where there is no doubt about it. `keep` is
    never rewritten: it will be hidden.
    """
    text = passage.text
    start = opening_of(text) if start is None else start
    last = len(text) if end is None else end
    front = ""
    pronoun = _PRONOUN.match(text, start)
    if pronoun and not passage.first:
        front = _subject_before(reading, passage, pronoun.group())
        start = pronoun.end() if front else start
    gone = [*references_of(text), *_abbreviation_after(text, keep.end)]
    cuts = tuple(cut for cut in sorted(gone) if start <= cut.start and cut.end <= last)
    # "(2) The tribunal ...": what is cut in front is not there at all.
    if cuts and cuts[0].start == start:
        start = cuts[0].end + len(text[cuts[0].end :]) - len(text[cuts[0].end :].lstrip())
        cuts = cuts[1:]
    said, at = [], start
    for cut in cuts:
        said.append(text[at : cut.start])
        at = cut.end
    said.append(text[at:last])
    body = "".join(said)
    if not front and start and keep.start != start:
        body = body[:1].upper() + body[1:]
    if end is not None and not body.rstrip().endswith("."):
        body = body.rstrip(" ,;:—–") + "."
    return Shown(front + body, front, start, last, cuts)


def _abbreviation_after(text: str, at: int) -> list[Span]:
    """The letters of "magnetic resonance imaging (MRI)" would give away what is hidden before them."""
    found = _ABBREVIATION.match(text, at)
    return [Span(found.start(), found.end())] if found and at else []


def linked(reading: Reading, passage: Passage, shown: Shown, longest: int) -> Shown | None:
    """Return the same with the sentence before in front, for one that begins with "This process ..."; None where
    that sentence is in another block or itself not able to stand alone, or where both have more than `longest`
    characters."""
    before = reading.passages[passage.number - 1] if passage.number and not passage.first else None
    if before is None or shown.front or len(before.text) + len(shown.text) > longest:
        return None
    said = before.text[opening_of(before.text) :]
    if references_of(said) or not said.endswith(".") or reading.language.unsound(before.text):
        return None
    front = said[:1].upper() + said[1:] + " "
    if reading.language.dangles(front):
        return None
    return Shown(front + shown.text, front, shown.start, shown.end, shown.cuts)


def _subject_before(reading: Reading, passage: Passage, pronoun: str) -> str:
    """Return "The liver" where the sentence before says "The liver is ..." and is a pronoun's only candidate."""
    before = reading.passages[passage.number - 1]
    if before.block_number != passage.block_number:
        return ""
    words = before.words
    found = noun_phrase_at(words, 0)
    if found is None or words[0].tag in ("pron", "which", "prep", "sub", "adv"):
        return ""
    at = past_aside(words, found.end)
    following = words[at] if at < len(words) else None
    if following is None or following.tag not in FINITE:
        return ""
    head = words[found.end - 1]
    if words[0].text.lower() in _UNSURE:
        return ""
    if is_plural(head) != (pronoun == "They") or (pronoun in ("He", "She")) != (head.tag == "name"):
        return ""
    return before.text[: head.span.end]


def is_plural(word: Word) -> bool:
    """Whether a noun looks like a plural ("cells", "bacteria"; not "glass", "axis")."""
    lower = word.text.lower()
    return (lower.endswith("s") and not lower.endswith(("ss", "us", "is"))) or lower in _PLURALS
