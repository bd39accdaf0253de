"""The download of a deck as an Anki package."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import APIRouter, Request
from starlette.responses import Response

from cards.errors import CardsError
from deckbuilder.package import Deck, build_package
from webreview.collection import decks, notes
from webreview.desk import AtDesk
from webreview.errors import NotInCollectionError
from webreview.pages.interface import interface_of
from webreview.review.history import Decision

router = APIRouter(include_in_schema=False)


@router.get("/decks/{deck}.apkg")
def download(request: Request, deck: str, desk: AtDesk) -> Response:
    """Send the deck's accepted notes; their links lead back to this reviewer."""
    name = next((one.name for one in decks.all_decks(desk.collection, desk.learner) if one.id == deck), None)
    if name is None:
        raise NotInCollectionError(f"the collection has no deck {deck!r}")
    accepted = tuple(
        kept.note
        for kept in notes.of_deck(desk.collection, desk.learner, deck)
        if kept.decision is Decision.ACCEPTED
    )
    if not accepted:
        words = interface_of(request).words
        raise CardsError(words.gettext("No card of “%s” is kept yet; decide on its cards first.") % name)
    package = build_package([Deck(name, accepted)], link_base=str(request.base_url).rstrip("/"))
    file = quote(f"{name.replace('::', ' - ')}.apkg", safe="")
    return Response(
        package.content,
        media_type="application/apkg",
        headers={"Content-Disposition": f"attachment; filename=\"deck.apkg\"; filename*=UTF-8''{file}"},
    )
