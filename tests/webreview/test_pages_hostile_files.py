"""Files that are broken or made to do harm, given on the add page: nothing of them stays, and others are served."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape

import pytest
from starlette.testclient import TestClient

from tests.cards.documents.hostile import REFUSED
from tests.webreview.article import MORNING
from webreview.app import create_app
from webreview.collection import ME, arrivals, documents
from webreview.collection.store import Collection
from webreview.settings import Settings

SECONDS = 60


@pytest.fixture
def client(collection: Collection) -> Iterator[TestClient]:
    app = create_app(collection, Settings(time_zone="Asia/Shanghai"), now=lambda: MORNING)
    with TestClient(app, base_url="http://127.0.0.1", headers={"Accept-Language": "zh"}) as client:
        yield client


@pytest.mark.parametrize("what", REFUSED)
def test_a_harmful_file_is_refused_in_the_learners_language_and_leaves_nothing(
    what: str, client: TestClient, collection: Collection
) -> None:
    name, content = REFUSED[what]
    answer = client.post("/add", files={"file": (name, content())})
    if "/arrivals/" in answer.url.path:
        arrival = answer.url.path.rpartition("/")[2]
        workshop = client.app.state.desk.workshop  # type: ignore[attr-defined]
        assert workshop.wait_for(arrival, seconds=SECONDS)
        answer = client.get(answer.url.path)
        found = arrivals.get(collection, ME, arrival)
        assert found.files == ()
        assert found.ended_at == MORNING
        assert "什么都没有收入" in answer.text
    else:
        assert answer.status_code == 400
    said = unescape(answer.text)
    assert f"{name}：" in said or "略过 " in said
    assert documents.all_documents(collection, ME) == ()
