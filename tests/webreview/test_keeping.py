"""Notes into a collection and decks out of it, as the command line does."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from cards.documents import read_text
from cards.intake import FromDeckFile, FromDocument
from cards.model import BasicNote, Origin, Source, Span
from cards.progress import Entry, Rejected
from webreview.collection import decks, learners, log
from webreview.collection.store import Collection
from webreview.keeping import Kept, accepted_decks, keep
from webreview.settings import Settings

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def learner(collection: Collection) -> None:
    learners.join(collection, learners.ME, settings=Settings(), now=NOW)


def basic(identity: str, document: str = "cell.txt") -> BasicNote:
    source = Source(document, Span(0, 4), "Cell")
    return BasicNote(
        id=identity, question=f"Q {identity}", answer="A", source=source, origin=Origin("learner")
    )


def deck_file(*notes: BasicNote) -> FromDeckFile:
    return FromDeckFile(Path("deck.jsonl"), notes)


def exported(collection: Collection) -> dict[str, list[str]]:
    return {deck.name: [note.id for note in deck.notes] for deck in accepted_decks(collection)}


def test_a_document_comes_with_its_notes_into_the_deck_of_its_name(collection: Collection) -> None:
    intake = FromDocument(read_text("Cells divide.", name="cell.txt"), (basic("a"),))
    assert keep(collection, intake, accepted=True, now=NOW) == (Kept("cell", (basic("a"),), 0),)
    assert exported(collection) == {"cell": ["a"]}


def test_a_deck_file_is_shared_out_to_the_decks_of_its_documents(collection: Collection) -> None:
    keep(collection, deck_file(basic("a"), basic("b", "dna.txt")), accepted=True, now=NOW)
    assert exported(collection) == {"cell": ["a"], "dna": ["b"]}


def test_only_what_is_new_is_told(collection: Collection) -> None:
    keep(collection, deck_file(basic("a")), accepted=True, now=NOW)
    again = keep(collection, deck_file(basic("a"), basic("b")), accepted=True, now=NOW)
    assert again == (Kept("cell", (basic("b"),), 1),)


def test_rejected_notes_stay_rejected(collection: Collection) -> None:
    keep(collection, deck_file(basic("a"), basic("b")), accepted=False, now=NOW)
    log.append(collection, learners.ME, [Entry("rejection-1", NOW, Rejected("a"))], now=NOW)
    keep(collection, deck_file(basic("a"), basic("b")), accepted=True, now=NOW)
    assert exported(collection) == {"cell": ["b"]}


def test_a_note_of_a_deck_inside_another_is_exported_once(collection: Collection) -> None:
    keep(collection, deck_file(basic("a", "bio.txt"), basic("b", "cell.txt")), accepted=True, now=NOW)
    cell = next(deck for deck in decks.all_decks(collection, learners.ME) if deck.name == "cell")
    decks.rename(collection, learners.ME, cell.id, "bio::cell")
    assert exported(collection) == {"bio": ["a"], "bio::cell": ["b"]}


def test_only_the_named_decks_are_exported(collection: Collection) -> None:
    keep(collection, deck_file(basic("a"), basic("b", "dna.txt")), accepted=True, now=NOW)
    assert [deck.name for deck in accepted_decks(collection, names=["dna", "rna"])] == ["dna"]
