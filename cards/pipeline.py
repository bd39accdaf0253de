"""All stages in order: Document -> notes."""

from __future__ import annotations

from dataclasses import dataclass

from cards.choosing.choose import Considered, Density, choose
from cards.documents.model import Document
from cards.model import Note
from cards.reading import understand
from cards.writing import WRITERS, write
from cards.writing.draft import Writer

__all__ = ["Considered", "Density", "Options", "consider", "make_notes"]


@dataclass(frozen=True, slots=True)
class Options:
    """How cards are made: how many, and by which ways of asking."""

    density: Density = Density.NORMAL
    writers: tuple[Writer, ...] = WRITERS


def make_notes(document: Document, options: Options | None = None) -> tuple[Note, ...]:
    """Return the document's notes in the order of its text; none when nothing in it is worth a card.

    The same document and options always give the same notes.
    """
    return consider(document, options).chosen


def consider(document: Document, options: Options | None = None) -> Considered:
    """Return the chosen notes together with every draft that was refused and the reason."""
    options = options or Options()
    reading = understand(document)
    return choose(write(reading, options.writers), reading, density=options.density)
