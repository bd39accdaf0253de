"""A deck's page: another name, another place, away when it is empty."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from tests.webreview.article import MORNING, reviewer
from webreview.collection import ME, decks
from webreview.collection.store import Collection


@pytest.fixture
def client(collection: Collection) -> TestClient:
    """A learner at the article's reviewer, all its cards kept."""
    app = reviewer(collection, accepted=True, now=lambda: MORNING)
    return TestClient(app, base_url="http://127.0.0.1")


def the_deck(collection: Collection) -> str:
    return decks.all_decks(collection, ME)[0].id


def test_a_deck_is_renamed_and_moved(client: TestClient, collection: Collection) -> None:
    deck = the_deck(collection)
    client.post(f"/decks/{deck}/name", data={"name": '党史 :: 群众 "路线"'})
    page = client.get(f"/decks/{deck}").text
    assert "<h1>党史::群众 &#34;路线&#34;</h1>" in page
    found = client.get("/browse", params={"q": 'deck:"党史::群众 \\"路线\\""'}).text
    assert "7 cards" in found


def test_a_name_that_cannot_be_is_asked_for_again(client: TestClient, collection: Collection) -> None:
    answer = client.post(f"/decks/{the_deck(collection)}/name", data={"name": "a::"})
    assert answer.status_code == 400
    assert "names no deck" in answer.text
    assert 'value="a::"' in answer.text


def test_a_deck_with_cards_stays(client: TestClient, collection: Collection) -> None:
    answer = client.post(f"/decks/{the_deck(collection)}/close")
    assert answer.status_code == 400
    assert "not empty" in answer.text


def test_an_unknown_deck_is_not_found(client: TestClient) -> None:
    assert client.get("/decks/none").status_code == 404
    assert client.post("/decks/none/close").status_code == 404
    assert client.post("/decks/none/name", data={"name": "a"}).status_code == 404


def test_the_first_page_shows_the_tree_and_what_is_known(client: TestClient, collection: Collection) -> None:
    decks.named(collection, ME, "群众路线::附录", now=MORNING)
    page = client.get("/").text
    assert '<li data-depth="1">' in page
    assert "<span>附录</span>" in page
    assert "0 % known now" in page
