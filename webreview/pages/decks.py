"""A deck's page: its name, which is also its place, and what can be done with it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from cards.errors import CardsError
from webreview.collection import decks
from webreview.desk import AtDesk, Desk
from webreview.errors import NotInCollectionError
from webreview.pages.changing import deck_name
from webreview.pages.interface import interface_of
from webreview.pages.problems import said, status_of
from webreview.pages.rendering import page

router = APIRouter(include_in_schema=False)


@router.get("/decks/{deck}")
def show(request: Request, deck: str, desk: AtDesk) -> HTMLResponse:
    """Show the deck's name as a form, and where its cards are."""
    return _page(request, desk, deck)


@router.post("/decks/{deck}/name")
def rename(request: Request, deck: str, desk: AtDesk, name: Annotated[str, Form()]) -> Response:
    """Give the deck, and with it the decks inside it, another name and place."""
    try:
        decks.rename(desk.collection, desk.learner, deck, deck_name(name))
    except NotInCollectionError:
        raise
    except CardsError as error:
        return _page(request, desk, deck, refusal=error, name=name)
    return RedirectResponse("/", 303)


@router.post("/decks/{deck}/close")
def close(request: Request, deck: str, desk: AtDesk) -> Response:
    """Take the empty deck out of the lists."""
    try:
        decks.close(desk.collection, desk.learner, deck)
    except NotInCollectionError:
        raise
    except CardsError as error:
        return _page(request, desk, deck, refusal=error)
    return RedirectResponse("/", 303)


def _page(
    request: Request, desk: Desk, deck: str, *, refusal: CardsError | None = None, name: str | None = None
) -> HTMLResponse:
    known = decks.all_decks(desk.collection, desk.learner)
    inside = decks.under(known, deck)
    named = next(one.name for one in known if one.id == deck)
    return page(
        request,
        "deck.html",
        status=200 if refusal is None else status_of(refusal),
        refusal="" if refusal is None else said(refusal, interface_of(request).words),
        id=deck,
        named=named,
        name=named if name is None else name,
        search=f'deck:"{_escaped(named)}"',
        others=[one.name for one in known if one.id not in inside],
    )


def _escaped(name: str) -> str:
    return "".join(f"\\{one}" if one in '\\"*_' else one for one in name)
