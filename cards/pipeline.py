"""All stages in order: Document -> notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from cards.choosing.choose import Chooser, Considered, Density
from cards.documents.model import Document
from cards.exhibits import with_exhibits
from cards.languages import language_named
from cards.model import Note
from cards.reading import parts_of, readings_of
from cards.writing import WRITERS, write
from cards.writing.draft import STUDY, Writer

__all__ = ["Considered", "Density", "Options", "consider", "make_notes"]


# Somebody who pastes two or three sentences wants a card of them; a text for this many units is no longer such a note.
SHORT_TEXT = 60


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

    A text of few sentences of which every possible card is doubtful gets the best of them. The same document and
    options always give the same notes.
    """
    options = options or Options()
    parts = _consider(document, options, explaining=False)
    return tuple(note for part in parts for note in part.chosen) or _best_of(document, options)


def consider(document: Document, options: Options | None = None) -> Considered:
    """Return the chosen notes together with every draft that was refused and the reason."""
    options = options or Options()
    parts = tuple(_consider(document, options, explaining=True))
    chosen = tuple(note for part in parts for note in part.chosen) or _best_of(document, options)
    taken = {note.id for note in chosen}
    refused = (one for part in parts for one in part.refused)
    return Considered(chosen, tuple(one for one in refused if one.note.id not in taken))


def _best_of(document: Document, options: Options) -> tuple[Note, ...]:
    """Return the best note of a short text that had none without a doubt.

    None where no draft passes the checks, or where so long a text should have had better ones.
    """
    size = language_named(document.language).size(document.text[: 10 * SHORT_TEXT])
    if options.density is Density.DENSE or size >= SHORT_TEXT:
        return ()
    # Nobody learns what one study did, be its abstract ever so short.
    doubted = [one for part in _consider(document, options, explaining=True) for one in part.refused]
    studies = {one.note.id for one in doubted if one.reason.endswith(STUDY)}
    parts = _consider(document, replace(options, density=Density.DENSE), explaining=False)
    notes = [note for part in parts for note in part.chosen if note.id not in studies]
    return (max(notes, key=lambda note: note.origin.score),) if notes else ()


def _consider(document: Document, options: Options, *, explaining: bool) -> Iterator[Considered]:
    doubtful_too = explaining or options.density is Density.DENSE
    chooser = Chooser(density=options.density, leanings=options.leanings, explaining=explaining)
    for understood in readings_of(document):
        reading = replace(understood, doubtful_too=doubtful_too)
        for part in parts_of(reading):
            considered = chooser.choose(write(part, options.writers), part)
            chosen = with_exhibits(considered.chosen, document, reading.language)
            yield replace(considered, chosen=tuple(chosen))
