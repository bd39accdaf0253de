"""The web reviewer as an ASGI application."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from fastapi import FastAPI

from cards.documents import MOST_BYTES
from webreview import clock
from webreview.api import documents as api_documents
from webreview.api import entries, queue
from webreview.collection import learners
from webreview.collection.store import Collection
from webreview.desk import Desk
from webreview.pages import (
    acting,
    add,
    browse,
    documents,
    editing,
    export,
    home,
    info,
    media,
    preferences,
    problems,
    review,
    static_files,
    triage,
    wordings,
)
from webreview.security import Guard
from webreview.settings import Settings

PAGES = (
    home,
    review,
    acting,
    info,
    editing,
    browse,
    add,
    triage,
    wordings,
    documents,
    export,
    media,
    preferences,
)
API = (queue, entries, api_documents)

# The largest document, and room for the rest of its form.
MOST_UPLOAD_BYTES = MOST_BYTES + 1_000_000


def create_app(
    collection: Collection,
    settings: Settings,
    *,
    learner: str = learners.ME,
    hosts: Iterable[str] = (),
    now: Callable[[], datetime] = clock.now,
) -> FastAPI:
    """Return the reviewer of the learner's cards in an open collection, which stays the caller's to close.

    `settings` are those of a learner whom the collection does not know yet. `hosts` are names, beside those of
    this machine, under which the reviewer is served ("192.168.1.5", "cards.lan"); requests under other names
    are refused.
    """
    learners.join(collection, learner, settings=settings, now=now())
    app = FastAPI(
        title="kapian", version="1", docs_url=None, redoc_url=None, openapi_url="/api/v1/openapi.json"
    )
    app.state.desk = Desk(collection, learner, now)
    for module in PAGES:
        app.include_router(module.router)
    for module in API:
        app.include_router(module.router, prefix="/api/v1")
    static_files.install(app)
    problems.install(app)
    app.add_middleware(Guard, hosts=hosts, most_bytes=MOST_UPLOAD_BYTES, too_much=problems.too_much)
    return app
