"""The web reviewer as an ASGI application."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from datetime import datetime

from fastapi import FastAPI

from cards.documents.disk import MOST_FILE_BYTES
from webreview import clock
from webreview.api import arrivals as api_arrivals
from webreview.api import cards as api_cards
from webreview.api import decks as api_decks
from webreview.api import documents as api_documents
from webreview.api import entries, queue
from webreview.api import statistics as api_statistics
from webreview.api.refusals import REFUSALS
from webreview.collection import learners
from webreview.collection.store import Collection
from webreview.desk import Desk, Fetch
from webreview.pages import (
    acting,
    add,
    arrivals,
    browse,
    decks,
    documents,
    editing,
    export,
    home,
    info,
    media,
    preferences,
    problems,
    review,
    selecting,
    static_files,
    statistics,
    studying,
    triage,
    wordings,
    writing,
)
from webreview.pages import (
    settings as settings_page,
)
from webreview.security import Guard
from webreview.settings import Settings
from webreview.workshop import Workshop

PAGES = (
    home,
    review,
    acting,
    info,
    writing,
    editing,
    browse,
    add,
    arrivals,
    triage,
    wordings,
    selecting,
    documents,
    statistics,
    export,
    decks,
    media,
    preferences,
    settings_page,
    studying,
)
API = (queue, entries, api_documents, api_arrivals, api_cards, api_decks, api_statistics)

# The largest document, or all that are sent at one time, and room for the rest of their form.
MOST_UPLOAD_BYTES = MOST_FILE_BYTES + 1_000_000


def create_app(
    collection: Collection,
    settings: Settings,
    *,
    learner: str = learners.ME,
    hosts: Iterable[str] = (),
    now: Callable[[], datetime] = clock.now,
    fetch: Fetch | None = None,
) -> FastAPI:
    """Return the reviewer of the learner's cards in an open collection, which stays the caller's to close.

    `settings` are those of a learner whom the collection does not know yet. `hosts` are names, beside those of
    this machine, under which the reviewer is served ("192.168.1.5", "cards.lan"); requests under other names
    are refused. `fetch` gives documents of the web; without it there is no field for their addresses. Work on
    documents that an earlier application left behind goes on; it is left off again when the server that runs the
    application ends.
    """
    learners.join(collection, learner, settings=settings, now=now())
    workshop = Workshop(collection, now=now)
    workshop.resume(learner)

    @asynccontextmanager
    async def open_workshop(_: FastAPI) -> AsyncIterator[None]:
        yield
        workshop.close()

    app = FastAPI(
        title="kapian",
        version="1",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
        lifespan=open_workshop,
    )
    app.state.desk = Desk(collection, learner, now, workshop, fetch)
    for module in PAGES:
        app.include_router(module.router)
    for module in API:
        app.include_router(module.router, prefix="/api/v1", responses=REFUSALS)
    static_files.install(app)
    problems.install(app)
    app.add_middleware(Guard, hosts=hosts, most_bytes=MOST_UPLOAD_BYTES, too_much=problems.too_much)
    return app
