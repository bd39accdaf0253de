"""Cards, changes, decks and statistics as a program sees them."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from cards.model import note_id
from tests.webreview.article import MORNING, answered, reviewer
from webreview.collection.store import Collection

CORE = note_id("core")


@pytest.fixture
def client(collection: Collection) -> TestClient:
    """A program at the article's reviewer, all its cards kept."""
    app = reviewer(collection, accepted=True, now=lambda: MORNING)
    return TestClient(app, base_url="http://127.0.0.1")


def found(client: TestClient, search: str) -> list[str]:
    page = client.get("/api/v1/cards", params={"q": search}).json()
    assert page["total"] == len(page["cards"])
    return [card["card"] for card in page["cards"]]


def test_a_search_gives_cards_with_their_schedule(client: TestClient) -> None:
    client.post("/api/v1/entries", json={"entries": [answered(f"{CORE}-0")]})
    page: dict[str, Any] = client.get("/api/v1/cards", params={"q": "核心", "limit": 1}).json()
    assert page["total"] == 2
    (card,) = page["cards"]
    assert (card["prompt"], card["state"], card["reps"]) == ("党的群众路线的核心是什么？", "learning", 1)
    assert 0.9 < card["retrievability"] <= 1


def test_a_mistake_in_a_search_is_one_sentence(client: TestClient) -> None:
    answer = client.get("/api/v1/cards", params={"q": "is:du"})
    assert answer.status_code == 400
    assert answer.json() == {"detail": "Character 4: there is no “is:du”; did you mean is:due?"}


def test_cards_are_changed_together_and_undo_takes_it_back(client: TestClient) -> None:
    sent = {"id": "a change 1", "do": "tag", "q": "核心", "tags": "exam"}
    assert client.post("/api/v1/changes", json=sent).json() == {"changes": 1}
    assert found(client, "tag:exam") == [f"{CORE}-0", f"{CORE}-1"]
    assert client.get("/api/v1/tags").json() == ["exam"]
    client.post("/api/v1/undo", json={"id": "an undo 1"})
    assert found(client, "tag:exam") == []


def test_a_change_sent_again_changes_nothing(client: TestClient) -> None:
    sent = {"id": "a change 1", "do": "flag", "cards": [f"{CORE}-0"], "flag": 2}
    client.post("/api/v1/changes", json=sent)
    client.post("/api/v1/changes", json={**sent, "flag": 3})
    assert found(client, "flag:2") == [f"{CORE}-0"]


def test_decks_are_renamed_and_closed(client: TestClient) -> None:
    (deck,) = client.get("/api/v1/decks").json()
    address = f"/api/v1/decks/{deck['id']}"
    assert client.put(address, json={"name": "党史::路线"}).json()["name"] == "党史::路线"
    assert client.delete(address).status_code == 400
    client.post("/api/v1/changes", json={"id": "a change 1", "do": "delete", "q": ""})
    assert client.delete(address).status_code == 200


def test_statistics_are_of_a_search(client: TestClient) -> None:
    client.post("/api/v1/entries", json={"entries": [answered(f"{CORE}-0")]})
    told = client.get("/api/v1/statistics", params={"q": "核心", "days": 6}).json()
    assert told["cards"]["states"] == {"new": 1, "learning": 1, "young": 0, "mature": 0, "suspended": 0}
    assert [(one["before"], one["rating"], one["answers"]) for one in told["answers"]] == [("new", 3, 1)]
    assert told["streak"] == {"now": 1, "longest": 1}
    (document,) = client.get("/api/v1/statistics/documents").json()
    assert (document["name"], document["cards"]) == ("群众路线.txt", 7)
    writers = client.get("/api/v1/statistics/writers").json()
    assert {one["writer"]: one["accepted"] for one in writers}["cloze"] == 3
