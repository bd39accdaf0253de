"""Text of documents and notes reaches the pages as text: no element, attribute or script comes of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from cards.documents import Document, read_text
from cards.model import BasicNote, ClozeNote, Deletion, EnumerationNote, Note, Origin, Source, Span, cards_of
from tests.webreview.article import MORNING
from webreview.app import create_app
from webreview.collection import documents, learners, notes
from webreview.collection.store import Collection
from webreview.settings import Settings

HOSTILE = (
    """</script></p><script>alert(1)</script><img src=x onerror='alert(2)'>" autofocus x="&lt;b>{{ 7 * 7 }}"""
)


def hostile_document() -> Document:
    return read_text(f"{HOSTILE}\n\n{HOSTILE} is said here.\n", name=f"{HOSTILE}.txt")


def hostile_notes(document: Document) -> tuple[Note, ...]:
    """A note of each type, hostile in every text that it has."""
    source = Source(document.name, Span(0, len(HOSTILE)), HOSTILE, (HOSTILE,))
    origin = Origin("definition", (HOSTILE,))
    deletion = Deletion(Span(0, len(HOSTILE)), hint=HOSTILE)
    return (
        BasicNote(
            id="basic", question=HOSTILE, answer=HOSTILE, source=source, origin=origin, tags=(HOSTILE,)
        ),
        ClozeNote(
            id="cloze", text=HOSTILE * 2, heading=HOSTILE, deletions=(deletion,), source=source, origin=origin
        ),
        EnumerationNote(
            id="list",
            question=HOSTILE,
            items=(HOSTILE, HOSTILE),
            items_too=True,
            source=source,
            origin=origin,
            language=HOSTILE,
        ),
    )


DOCUMENT = hostile_document()
CARDS = [card.id for note in hostile_notes(DOCUMENT) for card in cards_of(note)]
ADDRESSES = [
    "/",
    "/review",
    f"/documents/{DOCUMENT.id}",
    f"/documents/{DOCUMENT.id}/triage",
    *(f"/review?card={card}" for card in CARDS),
    *(f"/review?show={card}" for card in CARDS),
]


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    with Collection.open(tmp_path / "collection.sqlite") as collection:
        app = create_app(collection, Settings(), now=lambda: MORNING)
        made = hostile_notes(DOCUMENT)
        added = documents.add(collection, learners.ME, DOCUMENT, made, deck=HOSTILE, now=MORNING)
        notes.accept(collection, learners.ME, added.new, now=MORNING)
        yield TestClient(app, base_url="http://127.0.0.1")


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_shows_hostile_text_and_runs_none_of_it(client: TestClient, address: str) -> None:
    page = Elements(client.get(address).text)
    assert page.strange == []
    assert HOSTILE in page.text


@pytest.mark.parametrize("side", ["front", "back"])
def test_the_sides_that_scripts_put_into_the_page_run_none_of_it(client: TestClient, side: str) -> None:
    shown = [Elements(card[side]) for card in client.get("/api/v1/queue").json()["cards"]]
    assert [element for one in shown for element in one.strange] == []
    assert "".join(one.text for one in shown).count(HOSTILE) >= len(shown) > 0


def test_the_queue_within_the_page_is_read_back_as_it_was(client: TestClient) -> None:
    queue = client.get("/review").text.partition('id="queue">')[2].partition("</script>")[0]
    assert HOSTILE in [card["prompt"] for card in json.loads(queue)["cards"]]


class Elements(HTMLParser):
    """A page's text, and whatever in it could run or was made by a text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.strange: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        runs = tag == "script" and "src" not in named and named.get("type") != "application/json"
        # Our own pages focus a heading, too; but none has an attribute x there.
        broken_out = {"autofocus", "x"} <= named.keys()
        if runs or tag == "img" or broken_out or any(name.startswith("on") for name in named):
            self.strange.append(self.get_starttag_text() or tag)

    def handle_data(self, data: str) -> None:
        self.text += data
