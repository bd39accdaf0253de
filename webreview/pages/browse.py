"""The table of cards: search, sort, choose columns and cards, change many at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Request
from fastapi import Query as Asked
from starlette.datastructures import QueryParams
from starlette.responses import HTMLResponse, RedirectResponse, Response

from cards.errors import CardsError
from webreview.collection import decks, finding, gestures, learners, log, selecting
from webreview.collection.finding import Found, FoundCard, Order
from webreview.desk import AtDesk, Desk
from webreview.errors import NotInCollectionError
from webreview.pages import changing, columns
from webreview.pages.changing import Change
from webreview.pages.columns import Column
from webreview.pages.faces import face
from webreview.pages.interface import interface_of
from webreview.pages.preferences import own_address
from webreview.pages.problems import said, status_of
from webreview.pages.rendering import page
from webreview.search import parse
from webreview.search.errors import SearchError
from webreview.search.query import OfIds
from webreview.sent import GestureId

router = APIRouter(include_in_schema=False)

ROWS = 50
COLUMNS_COOKIE = "kapian_columns"
_YEAR_SECONDS = 365 * 86_400
# A page number beyond this is no page, and larger offsets overflow in databases.
_MOST_PAGES = 1_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """A card as a row: its cells as texts, in the order of the columns."""

    found: FoundCard
    cells: tuple[str, ...]
    state: str


@dataclass(frozen=True, slots=True)
class Wish:
    """What the page was asked for: the search, the order, the page."""

    search: str
    order: Order
    descending: bool
    number: int

    def address(self, **changed: object) -> str:
        """Return the address of the page with some of it changed."""
        now = {"q": self.search, "order": self.order.value, "down": int(self.descending), "page": self.number}
        return f"/browse?{urlencode({**now, **changed})}"


@dataclass(frozen=True, slots=True)
class Faulty:
    """A search with a mistake: the sentence, and the search around its place."""

    sentence: str
    before: str
    after: str


@router.get("/browse")
def show(
    request: Request,
    desk: AtDesk,
    q: str = "",
    order: str = Order.ADDED.value,
    down: bool = False,
    number: Annotated[int, Asked(alias="page", ge=1, le=_MOST_PAGES)] = 1,
    column: Annotated[list[str] | None, Asked()] = None,
    changed: int = -1,
    word: str = "",
) -> HTMLResponse:
    """Show the cards that the search finds; `changed` tells how many entries the last change took."""
    words = interface_of(request).words
    wish = Wish(q.strip(), Order(order) if order in set(Order) else Order.ADDED, down, number)
    names = column if column is not None else request.cookies.get(COLUMNS_COOKIE, "").split("-")
    shown = columns.chosen(names, words)
    fault: Faulty | None = None
    found = Found(0, ())
    status = 200
    try:
        found = finding.find(
            desk.collection,
            desk.learner,
            parse(wish.search),
            now=desk.now(),
            order=wish.order,
            descending=wish.descending,
            first=(number - 1) * ROWS,
            most=ROWS,
        )
    except CardsError as error:
        at = error.at if isinstance(error, SearchError) else len(wish.search)
        fault = Faulty(said(error, words), wish.search[:at], wish.search[at:])
        status = status_of(error)
    response = page(
        request,
        "browse.html",
        status=status,
        wish=wish,
        fault=fault,
        columns=shown,
        every_column=columns.all_columns(words),
        rows=_rows(request, desk, found, shown),
        total=found.total,
        pages=max(1, -(-found.total // ROWS)),
        first=(number - 1) * ROWS + 1,
        decks=decks.all_decks(desk.collection, desk.learner),
        tags=selecting.tags(desk.collection, desk.learner),
        gesture=log.new_id(),
        changed=changed,
        word=word,
        most=changing.MOST_CARDS,
        examples=_examples(request),
    )
    if column is not None:
        kept = "-".join(one.name for one in shown)
        response.set_cookie(COLUMNS_COOKIE, kept, max_age=_YEAR_SECONDS, httponly=True, samesite="lax")
    return response


@router.get("/browse/cards/{card}")
def preview(request: Request, card: str, desk: AtDesk, back: str = "/browse") -> HTMLResponse:
    """Show both sides of the card, and where to go from it."""
    found = finding.find(desk.collection, desk.learner, OfIds((card,)), now=desk.now())
    if not found.cards:
        raise NotInCollectionError(f"the collection has no card {card!r}")
    (one,) = found.cards
    return page(
        request,
        "preview.html",
        found=one,
        face=face(one.note, one.card.index),
        back=own_address(back),
    )


@router.post("/browse/change")
def change(
    request: Request,
    desk: AtDesk,
    do: Annotated[str, Form()],
    gesture: Annotated[GestureId, Form()],
    back: Annotated[str, Form()] = "/browse",
    q: Annotated[str, Form()] = "",
    everything: Annotated[bool, Form()] = False,
    card: Annotated[list[str] | None, Form()] = None,
    flag: Annotated[int, Form(ge=0, le=7)] = 0,
    tags: Annotated[str, Form()] = "",
    deck: Annotated[str, Form()] = "",
    days: Annotated[str, Form()] = "",
    find: Annotated[str, Form()] = "",
    put: Annotated[str, Form()] = "",
) -> Response:
    """Change the chosen cards, or with `everything` all that the search finds, as one gesture."""
    wanted = Change(do, flag, tags, deck, days, find, put)
    try:
        asked = parse(q) if everything else OfIds(tuple(card or ()))
        selection = selecting.select(desk.collection, desk.learner, asked, now=desk.now())
        return _back(back, changed=changing.make(desk, gesture, wanted, selection))
    except CardsError as error:
        words = interface_of(request).words
        heading, sentence = words.gettext("That did not work"), said(error, words)
        return page(
            request,
            "problem.html",
            status=status_of(error),
            heading=heading,
            sentence=sentence,
            back=own_address(back),
        )


@router.post("/browse/undo")
def undo(
    desk: AtDesk, gesture: Annotated[GestureId, Form()], back: Annotated[str, Form()] = "/browse"
) -> RedirectResponse:
    """Take back the last thing that was done."""
    taken = gestures.undo(desk.collection, desk.learner, gesture, now=desk.now())
    return _back(back, word="undone" if taken else "nothing-to-undo")


def _rows(request: Request, desk: Desk, found: Found, shown: tuple[Column, ...]) -> list[Row]:
    context = columns.Context(
        {deck.id: deck.name for deck in decks.all_decks(desk.collection, desk.learner)},
        learners.settings(desk.collection, desk.learner),
        desk.now(),
        interface_of(request).words,
    )
    return [
        Row(
            card,
            tuple(columns.cell(column.name, card, context) for column in shown),
            columns.state_text(card, context),
        )
        for card in found.cards
    ]


def _examples(request: Request) -> tuple[tuple[str, str], ...]:
    gettext = interface_of(request).words.gettext
    return (
        (gettext("Due"), "is:due"),
        (gettext("New"), "is:new"),
        (gettext("Suspended"), "is:suspended"),
        (gettext("Flagged"), "-flag:0"),
        (gettext("Leeches"), "is:leech"),
        (gettext("Added this week"), "added:7"),
        (gettext("Forgotten today"), "rated:1:1"),
    )


def _back(back: str, **word: object) -> RedirectResponse:
    path, _, query = own_address(back).partition("?")
    left = [(key, value) for key, value in QueryParams(query).multi_items() if key not in ("changed", "word")]
    return RedirectResponse(f"{path}?{urlencode([*left, *word.items()])}", 303)
