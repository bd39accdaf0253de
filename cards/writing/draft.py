"""A draft: a note that a writer proposes, and the facts that speak for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from cards.model import (
    BasicNote,
    Card,
    ClozeNote,
    Deletion,
    EnumerationNote,
    Note,
    Origin,
    Source,
    Span,
    cards_of,
    note_id,
)
from cards.passages import Passage
from cards.reading import Reading

# The doubt about what is said of one study alone.
STUDY = "reports a study"


@dataclass(frozen=True)
class Draft:
    """A proposed note.

    `answers` are the answers' places in the document, `clause` the stretch of the document that carries the
    fact (choosing allows few cards on one clause), `strength` from 0 to 1 how often notes of this pattern are
    worth keeping. `passages` are the numbers of the sentences it was taken from. A `weighed` draft's strength
    has counted the key phrases already, so ranking adds nothing to it. A draft with a `doubt`, what a strict
    reader may find wrong with it, is kept only where cards are wanted densely.
    """

    note: Note
    answers: tuple[Span, ...]
    clause: Span
    passages: tuple[int, ...]
    strength: float
    weighed: bool = False
    doubt: str = ""

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """The note's cards, made once: every check and the ranking read them."""
        return cards_of(self.note)


@dataclass(frozen=True, slots=True)
class Writer:
    """A way of asking.

    `kind` names it on cards ("definition"), `language` is the code of the language whose texts it reads ("*"
    reads all), `write` proposes drafts for a whole reading in the order of the text.
    """

    kind: str
    language: str
    write: Callable[[Reading], Iterator[Draft]]


@dataclass(frozen=True, slots=True)
class Claim:
    """What the drafts of one finding share: who found it, by which pattern, how strong that is, where."""

    reading: Reading
    passage: Passage
    kind: str
    pattern: str
    strength: float
    clause: Span
    weighed: bool = False
    doubt: str = ""

    def source(self) -> Source:
        """The whole sentence is quoted: the learner checks a card against it."""
        place = self.passage.place(self.passage.whole)
        document = self.reading.document
        return Source(
            document.name,
            place,
            place.of(document.text),
            self.passage.section,
            document.place_at(place.start),
        )

    def origin(self) -> Origin:
        return Origin(self.kind, (f"pattern: {self.pattern}",), self.strength)


def ask(claim: Claim, question: str, answer: Span) -> Draft:
    """Return a draft that asks `question`; its answer is the stretch `answer` of the sentence."""
    text = answer.of(claim.passage.text)
    note = BasicNote(
        id=note_id("basic", question, text),
        source=claim.source(),
        origin=claim.origin(),
        language=claim.reading.document.language,
        question=question,
        answer=text,
    )
    return _draft(claim, note, (answer,))


def hide(claim: Claim, stretch: Span, hidden: Sequence[Span], *, heading: str = "", hint: str = "") -> Draft:
    """Return a cloze draft that shows a stretch of the sentence and hides `hidden` together, as one card."""
    return hide_in(
        claim,
        stretch.of(claim.passage.text),
        [span.shifted(-stretch.start) for span in hidden],
        answers=hidden,
        heading=heading,
        hint=hint,
    )


def hide_in(
    claim: Claim,
    text: str,
    hidden: Sequence[Span],
    *,
    answers: Sequence[Span],
    heading: str = "",
    hint: str = "",
) -> Draft:
    """Return a cloze draft over `text`, a repaired wording (pronoun replaced, clause dropped) of the sentence.

    `hidden` are places in `text`, `answers` the same words' places in the sentence.
    """
    note = ClozeNote(
        id=note_id("cloze", heading, text, *(f"{span.start}-{span.end}" for span in hidden)),
        source=claim.source(),
        origin=claim.origin(),
        language=claim.reading.document.language,
        text=text,
        deletions=tuple(Deletion(span, 1, hint) for span in hidden),
        heading=heading,
    )
    return _draft(claim, note, answers)


def enumerate_items(claim: Claim, question: str, items: Sequence[Span]) -> Draft:
    """Return a draft that asks for a list of two to seven items."""
    texts = tuple(item.of(claim.passage.text) for item in items)
    note = EnumerationNote(
        id=note_id("enumeration", question, *texts),
        source=claim.source(),
        origin=claim.origin(),
        language=claim.reading.document.language,
        question=question,
        items=texts,
    )
    return _draft(claim, note, items)


def _draft(claim: Claim, note: Note, answers: Sequence[Span]) -> Draft:
    return Draft(
        note=note,
        answers=tuple(claim.passage.place(span) for span in answers),
        clause=claim.passage.place(claim.clause),
        passages=(claim.passage.number,),
        strength=claim.strength,
        weighed=claim.weighed,
        doubt=claim.doubt,
    )
