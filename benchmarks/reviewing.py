"""A served reviewer of many cards, for the benchmarks that answer them."""

from __future__ import annotations

import contextlib
import socket
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp

from cards.model import BasicNote, Note, Origin, Source, Span, note_id
from webreview import clock
from webreview.app import create_app
from webreview.collection import learners, notes
from webreview.collection.store import Collection
from webreview.settings import Settings


@contextlib.contextmanager
def reviewer_of(cards: int) -> Iterator[ASGIApp]:
    """Give the reviewer of a new collection with so many new cards, all of them to be learned today."""
    made = [_note(number) for number in range(cards)]
    everything_today = Settings(new_a_day=9999, reviews_a_day=9999)
    with tempfile.TemporaryDirectory() as folder, Collection.open(Path(folder, "c.sqlite")) as collection:
        app = create_app(collection, everything_today)
        added = notes.add(collection, learners.ME, made, deck="bench", now=clock.now())
        notes.accept(collection, learners.ME, added.new, now=clock.now())
        yield app


@contextlib.contextmanager
def served(app: ASGIApp) -> Iterator[str]:
    """Serve the application on a free port of this machine and give its address."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


def card_of(number: int) -> str:
    """Return the id of the card with the number, counted from 0."""
    return f"{_id(number)}-0"


def _id(number: int) -> str:
    return note_id("bench", str(number))


def _note(number: int) -> Note:
    sentence = f"群众路线的第{number}个要点是深入基层、调查研究。"
    return BasicNote(
        id=_id(number),
        source=Source("bench.txt", Span(number * 40, number * 40 + len(sentence)), sentence, ("一、要点",)),
        origin=Origin("definition", ("pattern: X是Y",)),
        question=f"群众路线的第{number}个要点是什么？",
        answer="深入基层、调查研究",
    )
