"""Documents, notes and entries for the tests of the collection."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cards.documents.model import Block, Document, Kind
from cards.model import BasicNote, Note, Origin, Source, Span, note_id
from cards.progress import Answered, Entry, Rating
from webreview.collection import ME, Collection, learners, log, notes, study
from webreview.collection.study import Showing
from webreview.settings import Settings

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)

TEXT = "水是生命之源。\n火是热的。\n土是黄的。"


@contextmanager
def collection_with(
    location: Path | str, made: list[Note] | None = None, settings: Settings | None = None
) -> Iterator[Collection]:
    """Open a collection whose learner has accepted these notes, in the deck "Deck"."""
    with Collection.open(location) as collection:
        learners.join(collection, ME, settings=settings or Settings(), now=NOW)
        added = notes.add(collection, ME, made or [], deck="Deck", now=NOW)
        notes.accept(collection, ME, added.new, now=NOW)
        yield collection


def document(name: str = "elements.txt", text: str = TEXT) -> Document:
    return Document(note_id(text), name, text, (Block(Kind.PARAGRAPH, Span(0, len(text))),), "zh")


def note(
    name: str, *, reversed_too: bool = False, span: Span | None = None, source: str = "elements.txt"
) -> BasicNote:
    span = span or Span(0, 1)
    return BasicNote(
        id=note_id(name),
        source=Source(source, span, TEXT[span.start : span.end]),
        origin=Origin("definition"),
        question=f"{name}?",
        answer=f"{name}!",
        reversed_too=reversed_too,
    )


def card_of(name: str, place: int = 0) -> str:
    return f"{note_id(name)}-{place}"


def answer(shown: Showing, rating: Rating = Rating.GOOD, *, at: datetime = NOW) -> Entry:
    what = Answered(shown.card.id, rating, shown.futures[rating].due, 1500, shown.seen)
    return Entry(log.new_id(), at, what)


def press(
    collection: Collection, name: str, rating: Rating = Rating.GOOD, *, at: datetime = NOW, place: int = 0
) -> Entry:
    """Answer a card as it would be shown at that time; return the entry."""
    entry = answer(study.showing(collection, ME, card_of(name, place), now=at), rating, at=at)
    log.append(collection, ME, [entry], now=at)
    return entry


def questions(collection: Collection, *, now: datetime = NOW, deck: str | None = None) -> list[str]:
    """Return the prompts of the cards to show, in order."""
    session = study.session(collection, ME, now=now, deck=deck, limit=100)
    return [shown.card.prompt for shown in session.showings]
