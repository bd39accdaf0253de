"""What the command line does with a collection: puts notes in, takes decks out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from cards.intake import FromDocument, Intake
from cards.model import Note
from deckbuilder.fields import LINK_BASE, deck_name
from deckbuilder.package import Deck, Package, build_package, decks_of
from webreview.collection import decks, documents, learners, media, notes
from webreview.collection.notes import Added
from webreview.collection.store import Collection
from webreview.review.history import Decision


@dataclass(frozen=True, slots=True)
class Kept:
    """What came of adding to one deck: the notes that were new, and how many the collection had already.

    For a later version of a document, `stayed`, `reworded` and `gone` count its notes by what became of their
    sentence.
    """

    deck: str
    new: tuple[Note, ...]
    known: int
    stayed: int = 0
    reworded: int = 0
    gone: int = 0


def keep(collection: Collection, intake: Intake, *, accepted: bool, now: datetime) -> tuple[Kept, ...]:
    """Add the notes, and their document if it is there, a deck a document; the same again adds nothing.

    Accepted notes can be reviewed at once, the others wait in triage. Rejected notes stay rejected.
    """
    kept: list[Kept] = []
    if isinstance(intake, FromDocument):
        name = deck_name(intake.document.name)
        added = documents.add(collection, learners.ME, intake.document, intake.notes, deck=name, now=now)
        kept.append(_kept(name, intake.notes, added))
    else:
        for deck in decks_of(intake.notes):
            added = notes.add(collection, learners.ME, deck.notes, deck=deck.name, now=now)
            kept.append(_kept(deck.name, deck.notes, added))
    if accepted:
        notes.accept(collection, learners.ME, [note.id for note in intake.notes], now=now)
    return tuple(kept)


def accepted_decks(collection: Collection, *, names: Sequence[str] | None = None) -> tuple[Deck, ...]:
    """Return the learner's decks with their accepted notes, all of them or those of the names; no empty ones."""
    found = []
    for deck in decks.all_decks(collection, learners.ME):
        if names is None or deck.name in names:
            kept = notes.of_deck(collection, learners.ME, deck.id)
            # of_deck gives the decks inside it too, which stand for themselves here.
            own = [one.note for one in kept if one.decision is Decision.ACCEPTED and one.deck == deck.id]
            found.append(Deck(deck.name, tuple(own)))
    return tuple(deck for deck in found if deck.notes)


def package_of(
    collection: Collection, found: Sequence[Deck], *, link_base: str = LINK_BASE, speak: bool = False
) -> Package:
    """Return the decks of the collection as a package, with the pictures that their notes show."""
    shown = media.of_notes(collection, learners.ME, (note for deck in found for note in deck.notes))
    return build_package(found, media=shown, link_base=link_base, speak=speak)


def _kept(deck: str, given: Sequence[Note], added: Added) -> Kept:
    new = set(added.new)
    return Kept(
        deck=deck,
        new=tuple(note for note in given if note.id in new),
        known=len(added.known) + len(added.elsewhere) + added.repeats,
        stayed=len(added.stayed),
        reworded=len(added.reworded),
        gone=len(added.gone),
    )
