"""Adding a page of the web by its address: only where it is allowed, and with one sentence where it fails."""

from __future__ import annotations

import html
from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from cards.documents import Given, suffixes
from cards.documents.finding import on_web
from tests.cards.documents.web.servers import always, only_here, page, site
from tests.webreview.article import MORNING
from webreview.app import create_app
from webreview.collection import ME, documents
from webreview.collection.store import Collection
from webreview.settings import Settings

PAGE = (
    b"<title>Sinews | The Body</title><h1>Sinews</h1>"
    b"<p>A tendon is a band of connective tissue that ties a muscle to a bone.</p>"
)


def fetch_here(address: str) -> Given:
    return on_web(address, suffixes=suffixes(), allowed=only_here)


def client_of(collection: Collection, fetch: Callable[[str], Given] | None) -> TestClient:
    app = create_app(collection, Settings(time_zone="Asia/Shanghai"), now=lambda: MORNING, fetch=fetch)
    return TestClient(app, base_url="http://127.0.0.1")


def test_a_page_is_added_by_its_address_and_called_by_its_title(collection: Collection) -> None:
    with site(always(page(PAGE))) as there, client_of(collection, fetch_here) as client:
        answer = client.post(
            "/add", data={"address": f" http://127.0.0.1:{there.port}/a "}, follow_redirects=False
        )

    assert answer.status_code == 303
    assert "new=1" in answer.headers["location"]
    assert [one.name for one in documents.all_documents(collection, ME)] == ["Sinews"]


def test_what_cannot_be_fetched_is_said_above_the_address(collection: Collection) -> None:
    with (
        site(always(page(b"", status="404 Not Found"))) as there,
        client_of(collection, fetch_here) as client,
    ):
        address = f"http://127.0.0.1:{there.port}/gone"
        answer = client.post("/add", data={"address": address})
        chinese = client.post("/add", data={"address": address}, headers={"Accept-Language": "zh"})

    assert answer.status_code == 400
    assert f"{address}: there is no such page (404)" in html.unescape(answer.text)
    assert f'value="{address}"' in answer.text
    assert f"{address}：没有这个网页（404）" in html.unescape(chinese.text)
    assert documents.all_documents(collection, ME) == ()


@pytest.mark.parametrize("field", ["address", "url"])
def test_without_leave_to_fetch_there_is_no_field_and_nothing_is_asked(
    collection: Collection, field: str
) -> None:
    with site(always(page(PAGE))) as there, client_of(collection, None) as client:
        form = client.get("/add").text
        answer = client.post("/add", data={field: f"http://127.0.0.1:{there.port}/"})

    assert 'name="address"' not in form
    assert "There is neither a file nor a text" in html.unescape(answer.text)
    assert there.requests == []


def test_a_file_counts_more_than_an_address(collection: Collection) -> None:
    with site(always(page(PAGE))) as there, client_of(collection, fetch_here) as client:
        files = [("file", ("notes.md", b"A tendon is a band of tissue that ties a muscle to a bone.\n"))]
        data = {"address": f"http://127.0.0.1:{there.port}/"}
        answer = client.post("/add", files=files, data=data, follow_redirects=False)

    assert answer.status_code == 303
    assert there.requests == []
