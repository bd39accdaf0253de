"""The page of custom study: what is chosen there is what is asked."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from cards.progress import Practised
from tests.webreview.article import DECK, MORNING, NAME, article_notes, reviewer
from webreview.collection import learners, log
from webreview.collection.store import Collection


@pytest.fixture
def client(collection: Collection) -> TestClient:
    app = reviewer(collection, accepted=True, now=lambda: MORNING)
    return TestClient(app, base_url="http://127.0.0.1")


@pytest.mark.parametrize(
    ("chosen", "search"),
    [
        ({"which": "deck", "deck": DECK}, f'deck:"{DECK}"'),
        ({"which": "document", "document": NAME}, f'document:"{NAME}"'),
        ({"which": "search", "search": " 核心 "}, "核心"),
        ({"which": "search", "search": "is:new", "counts": "true"}, "is:new"),
    ],
)
def test_what_is_chosen_is_asked(client: TestClient, chosen: dict[str, str], search: str) -> None:
    began = client.get("/study/begin", params=chosen)
    assert began.url.path == "/review"
    assert began.url.params["search"] == search
    assert ("practice" in began.url.params) == ("counts" not in chosen)
    assert ("Practice: " if "counts" not in chosen else "Custom study: ") in began.text


@pytest.mark.parametrize(
    ("chosen", "sentence"),
    [
        ({}, "Choose which cards to study."),
        ({"which": "forgotten"}, "No card is like that"),
        ({"which": "deck", "deck": 'a "b"*'}, "No card is like that"),
        ({"which": "ahead", "ahead": "soon"}, "soon"),
        ({"which": "search", "search": "("}, "parenthesis"),
    ],
)
def test_what_finds_no_card_is_said(client: TestClient, chosen: dict[str, str], sentence: str) -> None:
    reply = client.get("/study/begin", params=chosen)
    assert reply.status_code == 400
    assert sentence in reply.text


def test_practice_by_plain_forms_stays_where_it_is(client: TestClient, collection: Collection) -> None:
    place = {"search": "核心", "since": MORNING.isoformat(), "practice": "true"}
    card = f"{article_notes()[3].id}-0"
    due = {f"due{number}": MORNING.isoformat() for number in range(1, 5)}
    form = {"entry": "entry-0001", "card": card, "rating": "1", "seen": "0", "shown_at": MORNING.isoformat()}
    page = client.post("/review", data=form | due | place)
    assert page.url.params["search"] == "核心"
    (entry,) = log.entries_about(collection, learners.ME, card)
    assert isinstance(entry.what, Practised)
    assert 'name="practice" value="true"' in page.text
