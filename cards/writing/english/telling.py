"""Sentences that tell one thing of one subject, which the writers of questions begin with."""

from __future__ import annotations

import re
from itertools import pairwise

from cards.languages.english.openings import opening_of
from cards.languages.english.tagging import FINITE
from cards.languages.english.termhood import DESCRIBING
from cards.languages.language import Word
from cards.model import Span
from cards.passages import Passage
from cards.reading import Reading
from cards.writing.draft import Claim, Draft
from cards.writing.english.asking import ask_about
from cards.writing.english.cause import answer_after
from cards.writing.english.inversion import Clause, clause_at
from cards.writing.english.register import names_in

# In characters: what longer sentences tell is more than one thing.
LONGEST = 260
# A subject that begins so is not named by a question: "What are most of?", "What is the resulting signal used for?".
VAGUE = DESCRIBING | frozenset(
    "this these that those such its their his her our your other another some many most several few each every all "
    "both any no one two three four five first second third last next same".split()
)
# "The differences between the two systems", "what it needs": which, the sentence does not say.
UNNAMED = frozenset(("pron", "which", "number"))
# An answer with one of these is not understood alone.
_BACK = re.compile(
    r"\b(?:this|these|those|such|it|they|them|he|she|here|there|above|below|following|another|others?)\b",
    re.IGNORECASE,
)


def clause_of(reading: Reading, passage: Passage, *, vague: frozenset[str] = VAGUE) -> Clause | None:
    """Return the clause that a sentence begins with where its subject names what it is about and does not begin with
    one of the words `vague`; else None."""
    text = passage.text
    if len(text) > LONGEST or reading.language.dangles(text) or reading.language.unsound(text):
        return None
    clause = clause_at(text, passage.words, opening_of(text), names_in(reading))
    if clause is None:
        return None
    subject = clause.words[clause.subject.start : clause.subject.end]
    named = [word for word in subject if word.text.lower() not in ("the", "a", "an")]
    if not named or named[0].text.lower() in vague or any(word.tag in UNNAMED for word in subject):
        return None
    return clause


def ask_rest(claim: Claim, question: str, start: int) -> Draft | None:
    """Return the draft that asks for the rest of the sentence from the place `start`, where that is 2 to 12 words
    that are understood alone."""
    text = claim.passage.text
    while start < len(text) and text[start].isspace():
        start += 1
    answer = answer_after(text, start)
    answer = _without_another_verb(claim.passage.words, answer) if answer else None
    if answer is None or _BACK.search(answer.of(text)) or _cut_within(text, answer):
        return None
    return ask_about(claim, question, answer)


def _cut_within(text: str, answer: Span) -> bool:
    """Whether the answer ends in the midst of a list or of a clause: "attitudes, beliefs[, and behaviors]"."""
    following = text[answer.end :]
    return following.startswith((", such", ", incl", ", esp")) or (
        "," in answer.of(text) and following.startswith(",")
    )


def _without_another_verb(words: tuple[Word, ...], answer: Span) -> Span:
    """Leave out what else the sentence says of its subject: "between epithelial cells and prevent leaks"."""
    said = [word for word in words if word.tag != "adv"]
    for word, following in pairwise(said):
        if answer.start < word.span.start < answer.end and word.tag == "and" and following.tag in FINITE:
            return Span(answer.start, word.span.start - 1)
    return answer
