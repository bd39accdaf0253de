"""Custom study: choose some cards and go through them, with or without effect on the schedule."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse, RedirectResponse

from cards.errors import CardsError
from webreview.collection import decks, documents, finding
from webreview.desk import AtDesk
from webreview.pages.place import LONGEST_SEARCH, Place
from webreview.pages.rendering import page
from webreview.search import parse

router = APIRouter(include_in_schema=False)

_Field = Annotated[str, Query(max_length=LONGEST_SEARCH)]


@router.get("/study")
def ask(request: Request, desk: AtDesk) -> HTMLResponse:
    """Ask which cards, and whether their schedule changes."""
    return page(
        request,
        "study.html",
        decks=[deck.name for deck in decks.all_decks(desk.collection, desk.learner)],
        documents=sorted({one.name for one in documents.all_documents(desk.collection, desk.learner)}),
    )


@router.get("/study/begin")
def begin(
    desk: AtDesk,
    which: _Field = "",
    deck: _Field = "",
    document: _Field = "",
    tag: _Field = "",
    search: _Field = "",
    ahead: _Field = "",
    counts: bool = False,
) -> RedirectResponse:
    """Lead to the review of the chosen cards; raise CardsError with a sentence where there are none."""
    wanted = {
        "forgotten": "rated:1:1",
        "ahead": f"-is:new prop:due<={ahead.strip() or 1}",
        "deck": f"deck:{_literally(deck)}",
        "document": f"document:{_literally(document)}",
        "tag": f"tag:{_literally(tag)}",
        "search": search.strip(),
    }.get(which, "")
    if not wanted:
        raise CardsError("Choose which cards to study.")
    now = desk.now()
    if not finding.card_ids(desk.collection, desk.learner, parse(wanted), now=now):
        raise CardsError("No card is like that; choose others.")
    place = Place(search=wanted, since=now, practice=not counts)
    return RedirectResponse(f"/review?{place.query}", 303)


def _literally(words: str) -> str:
    """Return the words as the search language takes them for themselves."""
    escaped = "".join(f"\\{mark}" if mark in '\\*_"' else mark for mark in words)
    return f'"{escaped}"'
