"""Who may ask the reviewer, and what a browser may do with its pages."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from cards.model import cards_of
from tests.webreview.article import answered, article_notes, reviewer
from webreview.app import MOST_UPLOAD_BYTES, create_app
from webreview.collection import learners, log
from webreview.collection.store import Collection
from webreview.settings import Settings

OWN = "http://127.0.0.1:8765"
CARD = cards_of(article_notes()[0])[0].id


@pytest.fixture
def client(collection: Collection) -> TestClient:
    app = reviewer(collection, accepted=True)
    return TestClient(app, base_url=OWN, follow_redirects=False)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8765", "localhost:80", "LOCALHOST", "[::1]:8765"])
def test_the_names_of_this_machine_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "", "localhost.evil.example:8765"]
)
def test_another_name_is_refused_so_that_no_site_can_take_our_address(client: TestClient, host: str) -> None:
    answer = client.get("/", headers={"Host": host})
    assert answer.status_code == 421
    assert "group" not in answer.text


def test_a_further_name_is_answered_where_the_reviewer_is_served_under_it(collection: Collection) -> None:
    client = TestClient(create_app(collection, Settings(), hosts=["Cards.lan"]), base_url="http://cards.lan")
    assert client.get("/").status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": OWN},
    ],
)
def test_a_post_from_another_site_changes_nothing(
    client: TestClient, collection: Collection, headers: dict[str, str]
) -> None:
    answer = client.post("/api/v1/entries", json={"entries": [answered(CARD)]}, headers=headers)
    assert answer.status_code == 403
    assert log.entries_about(collection, learners.ME, CARD) == ()


@pytest.mark.parametrize("headers", [{}, {"Origin": OWN, "Sec-Fetch-Site": "same-origin"}])
def test_our_own_pages_and_programs_may_post(
    client: TestClient, collection: Collection, headers: dict[str, str]
) -> None:
    answer = client.post("/api/v1/entries", json={"entries": [answered(CARD)]}, headers=headers)
    assert answer.json() == {"results": [{"id": "entry-0001", "result": "counts", "known": False}]}
    assert len(log.entries_about(collection, learners.ME, CARD)) == 1


@pytest.mark.parametrize("address", ["/", "/review", "/nowhere", "/api/v1/queue", "/api/v1/nowhere"])
def test_every_answer_forbids_what_no_page_needs(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"


def test_a_refused_answer_has_the_same_headers(client: TestClient) -> None:
    answer = client.get("/", headers={"Host": "evil.example"})
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "That is more than the 128 MB that a document may have; split it and add its parts."),
        ("zh", "超过了一篇文章可有的 128 MB；请拆分后分次添加。"),
    ],
)
def test_a_body_that_says_it_is_too_long_is_not_read(
    client: TestClient, language: str, sentence: str
) -> None:
    headers = {"Content-Length": str(MOST_UPLOAD_BYTES + 1), "Accept-Language": language}
    answer = client.post("/add", content=b"", headers=headers)
    assert answer.status_code == 413
    assert sentence in answer.text
    assert 'href="/add"' in answer.text


def test_a_body_that_does_not_say_its_length_is_cut_off(client: TestClient) -> None:
    begin = b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
    pieces = [begin, *[b"x" * 1_000_000] * (MOST_UPLOAD_BYTES // 1_000_000 + 1)]
    headers = {"Content-Type": "multipart/form-data; boundary=b"}
    assert client.post("/add", content=iter(pieces), headers=headers).status_code == 413
    assert client.get("/").status_code == 200


@pytest.mark.parametrize(
    ("back", "leads_to"),
    [
        ("/review?deck=a", "/review?deck=a"),
        ("https://evil.example/x", "/x"),
        ("//evil.example/x", "/x"),
        ("/\\evil.example", "/evil.example"),
        ("javascript:alert(1)", "/alert(1)"),
        ("", "/"),
        ("http://[", "/"),
    ],
)
def test_a_switch_leads_back_into_the_reviewer_only(client: TestClient, back: str, leads_to: str) -> None:
    answer = client.post("/preferences", data={"back": back, "theme": "dark"})
    assert answer.status_code == 303
    assert answer.headers["Location"] == leads_to
