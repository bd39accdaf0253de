"""The download of a deck as an Anki package."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import APIRouter, Request
from starlette.responses import Response

from cards.errors import CardsError
from cards.model import Note
from deckbuilder.package import Deck, build_package
from webreview.collection import decks, media, notes
from webreview.desk import AtDesk
from webreview.errors import NotInCollectionError
from webreview.review.history import Decision

router = APIRouter(include_in_schema=False)


@router.get("/decks/{deck}.apkg")
def download(request: Request, deck: str, desk: AtDesk) -> Response:
    """Send the accepted notes of the deck and of those inside it; their links lead back to this reviewer."""
    names = {one.id: one.name for one in decks.all_decks(desk.collection, desk.learner)}
    if deck not in names:
        raise NotInCollectionError(f"the collection has no deck {deck!r}")
    piles: dict[str, list[Note]] = {}
    for kept in notes.of_deck(desk.collection, desk.learner, deck):
        if kept.decision is Decision.ACCEPTED:
            piles.setdefault(names[kept.deck], []).append(kept.note)
    if not piles:
        raise CardsError("No card of “{deck}” is kept yet; decide on its cards first.", deck=names[deck])
    package = build_package(
        [Deck(name, tuple(pile)) for name, pile in piles.items()],
        media=media.of_notes(
            desk.collection, desk.learner, (note for pile in piles.values() for note in pile)
        ),
        link_base=str(request.base_url).rstrip("/"),
    )
    file = quote(f"{names[deck].replace('::', ' - ')}.apkg", safe="")
    return Response(
        package.content,
        media_type="application/apkg",
        headers={"Content-Disposition": f"attachment; filename=\"deck.apkg\"; filename*=UTF-8''{file}"},
    )
