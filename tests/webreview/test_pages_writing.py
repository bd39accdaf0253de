"""Notes written by hand: each kind, in a deck of their own, seen before they are saved."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from cards.model import note_id
from tests.webreview.article import MORNING, reviewer
from webreview.collection import ME, finding
from webreview.collection.store import Collection
from webreview.search import parse

ENTRY = "a note of mine"


@pytest.fixture
def client(collection: Collection) -> TestClient:
    """A learner at the article's reviewer, all its cards kept."""
    app = reviewer(collection, accepted=True, now=lambda: MORNING)
    return TestClient(app, base_url="http://127.0.0.1")


def write(client: TestClient, **fields: str) -> str:
    return client.post("/notes/new", data={"entry": ENTRY, "deck": "Mine", **fields}).text


@pytest.mark.parametrize(
    ("fields", "prompts"),
    [
        ({"kind": "basic", "question": "Q?", "answer": "A!"}, ["Q?"]),
        ({"kind": "basic", "question": "Q?", "answer": "A!", "reversed": "y"}, ["Q?", "A!"]),
        ({"kind": "cloze", "text": "水是{{c1::生命}}之{{c2::源}}"}, ["水是[...]之源", "水是生命之[...]"]),
        ({"kind": "enumeration", "question": "三个？", "items": "一\r\n二\r\n三"}, ["三个？"]),
    ],
)
def test_a_written_note_is_kept_in_its_deck(
    client: TestClient, collection: Collection, fields: dict[str, str], prompts: list[str]
) -> None:
    write(client, **fields, tags="own")
    write(client, **fields, tags="own")
    found = finding.find(collection, ME, parse("deck:Mine writer:learner tag:own"), now=MORNING)
    assert [one.card.prompt for one in found.cards] == prompts


@pytest.mark.parametrize("kind", ["basic", "cloze", "enumeration", "nonsense"])
def test_a_note_that_says_nothing_is_asked_for_again(client: TestClient, kind: str) -> None:
    page = write(client, kind=kind, tags="kept")
    assert 'role="alert"' in page
    assert 'value="kept"' in page


def test_a_note_needs_a_deck(client: TestClient) -> None:
    assert "names no deck" in write(client, deck=" ", kind="basic", question="Q", answer="A")


def test_the_cards_of_a_form_are_shown(client: TestClient) -> None:
    sent = {"kind": "cloze", "text": "水是{{c1::生命}}之源"}
    page = client.post("/notes/preview", data=sent).text
    assert '<mark class="revealed">生命</mark>' in page
    assert "hidden" in page


def test_the_cards_of_a_changed_note_are_shown_and_not_kept(
    client: TestClient, collection: Collection
) -> None:
    note = note_id("core")
    page = client.post("/notes/preview", data={"note": note, "question": "新的问题？", "answer": "A"}).text
    assert "新的问题？" in page
    assert finding.find(collection, ME, parse("新的问题"), now=MORNING).total == 0


def test_what_cannot_be_a_card_is_said_in_the_preview(client: TestClient) -> None:
    assert "Nothing is hidden" in client.post("/notes/preview", data={"kind": "cloze", "text": "水"}).text
