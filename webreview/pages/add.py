"""Add documents: pasted texts, files and folders become notes that wait in triage.

A text is done while the learner waits a moment; everything else is kept and worked on in the workshop, and the page of
the arrival tells how far it is.
"""

from __future__ import annotations

from urllib.parse import urlencode

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, RedirectResponse, Response

from cards.documents import MOST_BYTES, Document, Given, Hints, is_confined, read, suffixes
from cards.documents.disk import MOST_FILE_BYTES
from cards.documents.finding import ZIP
from cards.errors import CardsError
from cards.pipeline import Density, Options, make_notes
from deckbuilder.fields import deck_name
from webreview.collection import arrivals, documents, writers
from webreview.collection.arrivals import Sent, Wish
from webreview.collection.notes import Added
from webreview.desk import AtDesk, Desk
from webreview.making import NOTHING_IN_IT, counts_of
from webreview.pages.interface import interface_of
from webreview.pages.problems import said, status_of
from webreview.pages.rendering import page
from webreview.pages.sending import ENCODINGS, MOST_FILES, sent_in, text_field, text_in, wish_of
from webreview.review.leanings import leanings_of

router = APIRouter(include_in_schema=False)

# A text of this size takes a second or two; the pages of others wait for it a little.
_MOST_AT_ONCE = 400_000
# Most of a page of the web is not its text.
_PAGE = ".html"


@router.get("/add")
def ask(request: Request, desk: AtDesk) -> HTMLResponse:
    """Ask for files, an address or a text."""
    return _form(request, desk)


@router.post("/add")
async def add(request: Request, desk: AtDesk) -> Response:
    """Make notes of a text and show them in triage; keep anything larger and show the page of its arrival."""
    try:
        # Starlette's own limit for a text field is 1 MB; a pasted book is longer.
        form = await request.form(max_files=MOST_FILES, max_fields=20, max_part_size=MOST_BYTES)
    except HTTPException as error:
        return _form(request, desk, refusal=error.detail, status=error.status_code)
    try:
        return await _taken(form, desk)
    except CardsError as error:
        return _form(
            request,
            desk,
            refusal=said(error, interface_of(request).words),
            status=status_of(error),
            text=text_field(form, "text"),
            name=text_field(form, "name"),
            address=text_field(form, "address"),
        )
    finally:
        await form.close()


async def _taken(form: FormData, desk: Desk) -> Response:
    wish, sent = wish_of(form), await sent_in(form)
    address = text_field(form, "address").strip()
    if address and desk.fetch and not sent:
        given = await run_in_threadpool(desk.fetch, address)
        sent = (Sent(given.name, given.content()),)
        if _is_done_at_once(sent[0]) or given.name.endswith(_PAGE):
            return await _shown(desk, given, wish)
    if not sent:
        sent, wish = (text_in(form),), Wish(wish.density, "utf-8")
    if len(sent) == 1 and _is_done_at_once(sent[0]):
        (one,) = sent
        return await _shown(desk, Given(one.name, one.name, len(one.content), lambda: one.content), wish)
    arrival = await run_in_threadpool(
        arrivals.receive, desk.collection, desk.learner, sent, wish, now=desk.now()
    )
    desk.workshop.take(desk.learner, arrival, password=text_field(form, "password") or None)
    return RedirectResponse(f"/arrivals/{arrival}", 303)


async def _shown(desk: Desk, given: Given, wish: Wish) -> Response:
    """Make and keep the notes of a document while the learner waits, and lead to them."""
    document, added = await run_in_threadpool(_make_and_keep, desk, given, wish)
    return RedirectResponse(f"/documents/{document.id}/triage?{urlencode(counts_of(added))}", 303)


def _is_done_at_once(sent: Sent) -> bool:
    if sent.name.lower().endswith(ZIP):
        return False
    confined = is_confined(sent.content, name=sent.name)
    return not confined and len(sent.content) <= _MOST_AT_ONCE


def _make_and_keep(desk: Desk, given: Given, wish: Wish) -> tuple[Document, Added]:
    hints = given.hinted(Hints(encoding=wish.encoding))
    document = read(given.content(), name=given.name, hints=hints)
    leanings = leanings_of(writers.tallies(desk.collection, desk.learner))
    made = make_notes(document, Options(density=Density(wish.density), leanings=leanings))
    if not made:
        raise CardsError(NOTHING_IN_IT, name=document.name)
    deck = deck_name(document.name)
    return document, documents.add(desk.collection, desk.learner, document, made, deck=deck, now=desk.now())


def _form(
    request: Request,
    desk: Desk,
    *,
    refusal: str = "",
    status: int = 200,
    text: str = "",
    name: str = "",
    address: str = "",
) -> HTMLResponse:
    return page(
        request,
        "add.html",
        status=status,
        refusal=refusal,
        text=text,
        name=name,
        web_address=address,
        takes_addresses=desk.fetch is not None,
        suffixes=(*suffixes(), ZIP),
        encodings=ENCODINGS,
        most_megabytes=MOST_FILE_BYTES // 2**20,
    )
