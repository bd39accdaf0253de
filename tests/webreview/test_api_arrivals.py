"""Programs give documents and ask what became of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.cards.documents.zips import packed
from tests.webreview.article import MORNING
from webreview.app import create_app
from webreview.collection.store import Collection
from webreview.settings import Settings

TENDON = b"A tendon is a band of connective tissue that ties a muscle to a bone.\n"
LIGAMENT = b"A ligament is a band of connective tissue that ties a bone to another bone.\n"


@pytest.fixture
def client(collection: Collection) -> Iterator[TestClient]:
    app = create_app(collection, Settings(time_zone="Asia/Shanghai"), now=lambda: MORNING)
    with TestClient(app, base_url="http://127.0.0.1") as client:
        yield client


def ended(client: TestClient, arrival: str, language: str = "en") -> dict[str, Any]:
    workshop = client.app.state.desk.workshop  # type: ignore[attr-defined]
    assert workshop.wait_for(arrival, seconds=60)
    told: dict[str, Any] = client.get(
        f"/api/v1/arrivals/{arrival}", headers={"Accept-Language": language}
    ).json()
    return told


def test_given_documents_are_worked_on_and_reported(client: TestClient) -> None:
    book = packed({"ch/1.md": LIGAMENT, "ch/2.md": b""})
    given = client.post("/api/v1/arrivals", files=[("file", ("a.md", TENDON)), ("file", ("book.zip", book))])
    assert given.status_code == 202
    assert given.json()["ended_at"] is None

    told = ended(client, given.json()["id"])

    assert (told["working"], told["documents"]) == (False, 3)
    assert [(one["name"], one["outcome"], one["remarks"]) for one in told["results"]] == [
        ("a.md", "kept", []),
        ("ch/1.md", "kept", []),
        ("ch/2.md", "refused", ["ch/2.md: this document is empty"]),
    ]
    assert told["results"][0]["counts"]["new"] == 1
    notes = client.get(f"/api/v1/documents/{told['results'][0]['document']}/notes").json()
    assert [note["decision"] for note in notes] == ["open"]


def test_remarks_are_in_the_language_of_the_request(client: TestClient) -> None:
    given = client.post("/api/v1/arrivals", files=[("file", ("a.md", TENDON)), ("file", ("b.txt", b""))])
    told = ended(client, given.json()["id"], "zh")
    assert told["results"][1]["remarks"] == ["b.txt：文件是空的"]


def test_an_arrival_is_cancelled(client: TestClient) -> None:
    files = [("file", (f"{number}.md", TENDON + str(number).encode())) for number in range(60)]
    arrival = client.post("/api/v1/arrivals", files=files).json()["id"]
    assert client.post(f"/api/v1/arrivals/{arrival}/cancel").json()["cancelled"]
    assert not client.get(f"/api/v1/arrivals/{arrival}").json()["working"]


def test_what_is_no_arrival_is_refused(client: TestClient) -> None:
    assert client.get("/api/v1/arrivals/none").status_code == 404
    assert client.post("/api/v1/arrivals/none/cancel").status_code == 404
    assert client.post("/api/v1/arrivals", data={"density": "normal"}).status_code == 422
    refused = client.post("/api/v1/arrivals", files={"file": ("a\u202e.md", TENDON)})
    assert refused.status_code == 400
    assert "cannot be seen" in refused.json()["detail"]
