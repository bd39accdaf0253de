"""The deck page: what is left in each deck today, and the documents."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from webreview.collection import arrivals, decks, documents, statistics, study
from webreview.collection.documents import DocumentSummary
from webreview.desk import AtDesk
from webreview.pages.rendering import page
from webreview.review.deck_tree import Place, places
from webreview.review.history import Decision
from webreview.review.queue import Counts

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class DeckRow:
    """A deck with what is left in it today; one that keeps nothing yet can neither be reviewed nor downloaded.

    `place` is where it stands in the tree of decks.
    """

    id: str
    name: str
    place: Place
    counts: Counts
    keeps: bool

    @property
    def left(self) -> int:
        return self.counts.new + self.counts.learning + self.counts.review


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document with the number of its notes that were not rejected, and of those that wait for a decision.

    `known` is the part of its cards that is known today, in percent; None while it has none.
    """

    id: str
    name: str
    version: int
    notes: int
    open: int
    known: int | None


@router.get("/")
def show(request: Request, desk: AtDesk) -> HTMLResponse:
    """Show every deck and every document, or where to begin."""
    now = desk.now()
    left = study.counts(desk.collection, desk.learner, now=now)
    known = {deck.name: deck for deck in decks.shown(desk.collection, desk.learner)}
    keeping = decks.with_kept_notes(desk.collection, desk.learner)
    tallies = statistics.of_documents(desk.collection, desk.learner, now=now)
    part = {one.document: round(100 * one.known / one.cards) for one in tallies}
    return page(
        request,
        "home.html",
        decks=[
            DeckRow(known[name].id, name, place, left[known[name].id], known[name].id in keeping)
            for name, place in places(known).items()
        ],
        arriving=arrivals.unended(desk.collection, desk.learner),
        documents=[_row(one, part) for one in documents.all_documents(desk.collection, desk.learner)],
    )


def _row(document: DocumentSummary, part: dict[str, int]) -> DocumentRow:
    open_ones = document.notes.get(Decision.OPEN, 0)
    accepted = document.notes.get(Decision.ACCEPTED, 0)
    return DocumentRow(
        document.id,
        document.name,
        document.version,
        accepted + open_ones,
        open_ones,
        part.get(document.id),
    )
