"""All stages in order: Document -> notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from cards.choosing.choose import Chooser, Considered, Density
from cards.documents.model import Document
from cards.exhibits import with_exhibits
from cards.model import Note
from cards.reading import parts_of, understand
from cards.writing import WRITERS, write
from cards.writing.draft import Writer

__all__ = ["Considered", "Density", "Options", "consider", "make_notes"]


@dataclass(frozen=True, slots=True)
class Options:
    """How cards are made: how many, and by which ways of asking.

    `leanings` are factors for the scores of writers, by name: what the learner kept and rejected so far.
    """

    density: Density = Density.NORMAL
    writers: tuple[Writer, ...] = WRITERS
    leanings: Mapping[str, float] = field(default_factory=dict)


def make_notes(document: Document, options: Options | None = None) -> tuple[Note, ...]:
    """Return the document's notes in the order of its text; none when nothing in it is worth a card.

    The same document and options always give the same notes.
    """
    parts = _consider(document, options or Options(), explaining=False)
    return tuple(note for part in parts for note in part.chosen)


def consider(document: Document, options: Options | None = None) -> Considered:
    """Return the chosen notes together with every draft that was refused and the reason."""
    parts = tuple(_consider(document, options or Options(), explaining=True))
    return Considered(
        tuple(note for part in parts for note in part.chosen),
        tuple(refused for part in parts for refused in part.refused),
    )


def _consider(document: Document, options: Options, *, explaining: bool) -> Iterator[Considered]:
    doubtful_too = explaining or options.density is Density.DENSE
    reading = replace(understand(document), doubtful_too=doubtful_too)
    chooser = Chooser(density=options.density, leanings=options.leanings, explaining=explaining)
    for part in parts_of(reading):
        considered = chooser.choose(write(part, options.writers), part)
        yield replace(considered, chosen=tuple(with_exhibits(considered.chosen, document, reading.language)))
