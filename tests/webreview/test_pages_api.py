"""The API as a program sees it: the queue, entries, undo, documents; and what it says to nonsense."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from cards.model import cards_of
from tests.webreview.article import MORNING, TEXT, answered, article, article_notes, reviewer
from webreview.collection import learners, log
from webreview.collection.store import Collection

NOTE = article_notes()[3].id
CARD = cards_of(article_notes()[3])[0].id


@pytest.fixture
def client(collection: Collection) -> TestClient:
    app = reviewer(collection, accepted=True, now=lambda: MORNING)
    return TestClient(app, base_url="http://127.0.0.1")


def test_the_queue_has_cards_with_what_their_buttons_promise(client: TestClient) -> None:
    queue = client.get("/api/v1/queue", params={"limit": 2}, headers={"Accept-Language": "zh"}).json()
    assert queue["counts"] == {"new": 6, "learning": 0, "review": 0}
    first = queue["cards"][0]
    assert len(queue["cards"]) == 2
    assert (first["card"], first["prompt"]) == (CARD, "党的群众路线的核心是什么？")
    assert [button["interval"] for button in first["buttons"]][:3] == ["1 分钟", "6 分钟", "10 分钟"]
    assert first["buttons"][2]["wait_ms"] == 600_000
    assert first["buttons"][3]["wait_ms"] is None


def test_decks_are_named_with_what_is_left(client: TestClient) -> None:
    (deck,) = client.get("/api/v1/decks").json()
    assert (deck["name"], deck["counts"]) == ("群众路线", {"new": 6, "learning": 0, "review": 0})
    assert client.get("/api/v1/queue", params={"deck": deck["id"]}).json()["counts"]["new"] == 6


def test_an_answer_given_twice_is_stored_once(client: TestClient, collection: Collection) -> None:
    sent = {"entries": [answered(CARD, "entry-0001")]}
    first, second = (client.post("/api/v1/entries", json=sent).json()["results"] for _ in range(2))
    assert first == [{"id": "entry-0001", "result": "counts", "known": False}]
    assert second == [{"id": "entry-0001", "result": "counts", "known": True}]
    assert len(log.entries_about(collection, learners.ME, CARD)) == 1


def test_a_second_answer_to_one_showing_does_not_count(client: TestClient) -> None:
    sent = {"entries": [answered(CARD, "entry-0001"), answered(CARD, "entry-0002")]}
    results = client.post("/api/v1/entries", json=sent).json()["results"]
    assert [one["result"] for one in results] == ["counts", "second answer"]


def test_an_answer_about_no_card_of_ours_is_unknown(client: TestClient) -> None:
    sent = {"entries": [{**answered(CARD, "entry-0001"), "card": "nobody-0"}]}
    assert client.post("/api/v1/entries", json=sent).json()["results"][0]["result"] == "unknown"


def test_undo_takes_the_last_answer_back_once(client: TestClient, collection: Collection) -> None:
    client.post("/api/v1/entries", json={"entries": [answered(CARD, "entry-0001")]})
    back = client.post("/api/v1/undo", json={"id": "undo-0001"}).json()
    assert back["card"]["card"] == CARD
    assert back["card"]["seen"] == 2
    assert back["counts"]["new"] == 6
    assert client.post("/api/v1/undo", json={"id": "undo-0002"}).json()["card"] is None


def test_the_same_undo_sent_again_takes_back_no_other_answer(client: TestClient) -> None:
    other = {**answered(CARD, "entry-0002"), "card": cards_of(article_notes()[0])[0].id}
    client.post("/api/v1/entries", json={"entries": [answered(CARD, "entry-0001"), other]})
    first, again = (client.post("/api/v1/undo", json={"id": "undo-0001"}).json() for _ in range(2))
    assert first["card"]["card"] == other["card"]
    assert (again["card"]["card"], again["done"]) == (other["card"], 1)


def test_documents_and_notes_are_read(client: TestClient) -> None:
    (summary,) = client.get("/api/v1/documents").json()
    assert summary["notes"] == {"accepted": 6}
    address = f"/api/v1/documents/{article().id}"
    assert client.get(address).json()["text"] == TEXT
    found = client.get(f"{address}/notes").json()
    note = client.get(f"/api/v1/notes/{found[0]['note']['id']}").json()
    assert note == found[0]
    source = note["note"]["source"]
    assert TEXT[source["start"] : source["end"]] == source["text"]


def test_decisions_are_entries(client: TestClient) -> None:
    rejected = {
        "kind": "rejected",
        "id": "entry-0001",
        "at": MORNING.isoformat(),
        "note": article_notes()[0].id,
    }
    client.post("/api/v1/entries", json={"entries": [rejected]})
    assert client.get("/api/v1/documents").json()[0]["notes"] == {"accepted": 5, "rejected": 1}


@pytest.mark.parametrize(
    "address",
    ["/api/v1/documents/nobody", "/api/v1/documents/nobody/notes", "/api/v1/notes/nobody", "/api/v1/nowhere"],
)
def test_what_is_not_there_is_404_with_a_sentence(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert answer.json()["detail"]


@pytest.mark.parametrize(
    "change",
    [
        {"id": "short"},
        {"id": "x" * 65},
        {"id": "nul\0nul\0"},
        {"rating": 5},
        {"seen": -1},
        {"took_ms": -1},
        {"at": "yesterday"},
        {"at": "2026-11-20T02:00:00"},
        {"at": "0001-01-01T00:00:00Z"},
        {"due": "9999-12-31T23:59:59Z"},
        {"kind": "invented"},
        {"extra": 1},
    ],
)
def test_an_entry_that_cannot_be_is_refused_with_the_place(
    client: TestClient, collection: Collection, change: dict[str, Any]
) -> None:
    sent = {"entries": [answered(CARD, "entry-0001") | change]}
    answer = client.post("/api/v1/entries", json=sent)
    assert answer.status_code == 422
    assert "entries" in answer.json()["detail"]
    assert log.entries_about(collection, learners.ME, CARD) == ()


_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(field=st.sampled_from(["id", "at", "card", "rating", "due", "took_ms", "seen", "kind"]), value=_JSON)
def test_nonsense_in_a_field_is_never_our_mistake(client: TestClient, field: str, value: object) -> None:
    sent = {"entries": [answered(CARD, "entry-0001") | {field: value}]}
    assert client.post("/api/v1/entries", json=sent).status_code in (200, 422)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(address=st.sampled_from(["/review", "/api/v1/queue"]), value=st.text(max_size=30))
def test_nonsense_in_an_address_is_never_our_mistake(client: TestClient, address: str, value: str) -> None:
    answer = client.get(address, params={"deck": value, "show": value, "limit": value})
    assert answer.status_code in (200, 404, 422)


@pytest.mark.parametrize(
    ("entry", "result"),
    [
        ({"kind": "flagged", "card": CARD, "flag": 3}, "counts"),
        ({"kind": "suspended", "card": CARD}, "counts"),
        ({"kind": "resumed", "card": CARD}, "counts"),
        ({"kind": "forgotten", "card": CARD}, "counts"),
        ({"kind": "buried", "card": CARD, "until": "2026-11-21T04:00:00Z"}, "counts"),
        ({"kind": "rescheduled", "card": CARD, "due": "2026-11-21T04:00:00Z"}, "counts"),
        ({"kind": "practised", "card": CARD, "rating": 3, "took_ms": 900}, "counts"),
        ({"kind": "retagged", "note": NOTE, "added": ["party"], "removed": []}, "counts"),
        ({"kind": "moved", "note": NOTE, "deck": "nowhere"}, "unknown"),
        ({"kind": "deleted", "note": NOTE}, "counts"),
    ],
)
def test_whatever_is_done_to_a_card_or_note_is_an_entry(
    client: TestClient, entry: dict[str, object], result: str
) -> None:
    sent = entry | {"id": "entry-0001", "at": "2026-11-20T01:00:00Z"}
    reply = client.post("/api/v1/entries", json={"entries": [sent]})
    assert reply.json() == {"results": [{"id": "entry-0001", "result": result, "known": False}]}


def test_an_edit_is_an_entry_and_undo_and_redo_go_back_and_forth(client: TestClient) -> None:
    before = client.get(f"/api/v1/notes/{NOTE}").json()["note"]
    after = before | {"tags": ["changed"]}
    edit = {"kind": "edited", "note": NOTE, "after": after, "id": "edit-0001", "at": "2026-11-20T01:00:00Z"}
    client.post("/api/v1/entries", json={"entries": [edit]})
    assert client.get(f"/api/v1/notes/{NOTE}").json()["note"]["tags"] == ["changed"]
    assert client.post("/api/v1/undo", json={"id": "undo-0001"}).json()["entries"] == ["edit-0001"]
    assert client.get(f"/api/v1/notes/{NOTE}").json()["note"] == before
    assert client.post("/api/v1/redo", json={"id": "redo-0001"}).json()["entries"] == ["edit-0001"]
    assert client.get(f"/api/v1/notes/{NOTE}").json()["note"]["tags"] == ["changed"]


@pytest.mark.parametrize(
    ("after", "status"),
    [({"type": "basic"}, 400), ({"type": "basic", "answer": "x" * 100_001}, 400), ([], 422)],
)
def test_an_edit_to_what_is_no_note_is_refused(client: TestClient, after: object, status: int) -> None:
    edit = {"kind": "edited", "note": NOTE, "after": after, "id": "edit-0001", "at": "2026-11-20T01:00:00Z"}
    assert client.post("/api/v1/entries", json={"entries": [edit]}).status_code == status


def test_the_openapi_document_names_every_operation(client: TestClient) -> None:
    described = client.get("/api/v1/openapi.json").json()
    assert sorted(described["paths"]) == [
        "/api/v1/arrivals",
        "/api/v1/arrivals/{arrival}",
        "/api/v1/arrivals/{arrival}/cancel",
        "/api/v1/cards",
        "/api/v1/changes",
        "/api/v1/decks",
        "/api/v1/decks/{deck}",
        "/api/v1/documents",
        "/api/v1/documents/{document}",
        "/api/v1/documents/{document}/notes",
        "/api/v1/entries",
        "/api/v1/notes/{note}",
        "/api/v1/queue",
        "/api/v1/redo",
        "/api/v1/statistics",
        "/api/v1/statistics/documents",
        "/api/v1/statistics/writers",
        "/api/v1/tags",
        "/api/v1/undo",
    ]
