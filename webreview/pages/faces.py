"""Note and card index -> what stands on the card's two sides, as values that a template lays out."""

from __future__ import annotations

from dataclasses import dataclass

from cards.model import BasicNote, ClozeNote, EnumerationNote, Note


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a cloze text; `asked` is what this card hides. A hidden stretch may have a `hint`."""

    text: str
    asked: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True)
class QuestionFace:
    """A question and its answer in words."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class ClozeFace:
    """A text with hidden stretches, under the heading that says what it speaks of (may be empty)."""

    heading: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class ListFace:
    """A question and its items; the card hides those that are `asked`."""

    question: str
    items: tuple[Piece, ...]


Face = QuestionFace | ClozeFace | ListFace


def face(note: Note, index: int) -> Face:
    """Return the face of the note's card `index` (the index of `cards.model.cards_of`)."""
    match note:
        case BasicNote(question=question, answer=answer):
            return QuestionFace(answer, question) if index else QuestionFace(question, answer)
        case ClozeNote():
            return ClozeFace(note.heading, _pieces(note, index + 1))
        case EnumerationNote(question=question, items=items):
            return ListFace(question, tuple(Piece(item, index in (0, i)) for i, item in enumerate(items, 1)))


def whole(note: Note) -> Face:
    """Return all that the note knows, as one face: every deletion and every item is asked."""
    if isinstance(note, ClozeNote):
        return ClozeFace(note.heading, _pieces(note, None))
    return face(note, 0)


def _pieces(note: ClozeNote, group: int | None) -> tuple[Piece, ...]:
    pieces, at = [], 0
    for deletion in sorted(note.deletions):
        if group in (None, deletion.group):
            pieces += [
                Piece(note.text[at : deletion.span.start]),
                Piece(deletion.span.of(note.text), True, deletion.hint),
            ]
            at = deletion.span.end
    pieces.append(Piece(note.text[at:]))
    return tuple(piece for piece in pieces if piece.text)
