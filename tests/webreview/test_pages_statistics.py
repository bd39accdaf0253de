"""The statistics page: charts with tables behind them, of everything or of a search."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from starlette.testclient import TestClient

from cards.model import note_id
from tests.webreview.article import MORNING, answered, reviewer
from webreview.collection.store import Collection
from webreview.pages.charts import HEIGHT, LEFT, RIGHT, TOP, Bar, Chart, drawing


@pytest.fixture
def client(collection: Collection) -> TestClient:
    """A learner who has answered one card of the article this morning."""
    app = reviewer(collection, accepted=True, now=lambda: MORNING + timedelta(minutes=5))
    opened = TestClient(app, base_url="http://127.0.0.1")
    opened.post("/api/v1/entries", json={"entries": [answered(f"{note_id('core')}-0")]})
    return opened


def test_today_is_told(client: TestClient) -> None:
    page = client.get("/statistics").text
    assert re.search(r"<dt>Answers</dt><dd>1</dd>", page)
    assert re.search(r"<dt>Days in a row</dt><dd>1</dd>", page)
    assert "2026-11-20: 1" in page


@pytest.mark.parametrize("period", ["month", "year", "all", "nonsense"])
def test_every_period_has_its_charts(client: TestClient, period: str) -> None:
    page = client.get("/statistics", params={"period": period}).text
    assert page.count('<section class="chart"') == 11


def test_a_search_is_a_scope(client: TestClient) -> None:
    page = client.get("/statistics", params={"q": "核心"}).text
    assert "2 cards" in page
    assert "Ways of asking" not in page


def test_everything_tells_documents_and_writers(client: TestClient) -> None:
    page = client.get("/statistics").text
    assert "群众路线.txt" in page
    assert re.search(r"list</th><td>1</td><td>0</td>", page)


def test_a_mistake_in_the_scope_is_said(client: TestClient) -> None:
    answer = client.get("/statistics", params={"q": "dekc:a"})
    assert answer.status_code == 400
    assert "did you mean deck:?" in answer.text


def test_without_cards_the_page_says_where_to_begin(collection: Collection) -> None:
    app = reviewer(collection, accepted=False, now=lambda: MORNING)
    page = TestClient(app, base_url="http://127.0.0.1").get("/statistics").text
    assert 'href="/add"' in page
    assert "<section" not in page


def test_bars_stay_inside_the_drawing() -> None:
    bars = tuple(Bar(str(number), (number, 1_000_000 - number)) for number in range(100))
    drawn = drawing(Chart("a", "A", "cards", ("x", "y"), bars))
    assert min(part.x for part in drawn.rectangles) >= LEFT
    assert max(part.x + part.width for part in drawn.rectangles) <= RIGHT
    assert min(part.y for part in drawn.rectangles) >= TOP - 1
    assert max(part.y + part.height for part in drawn.rectangles) <= HEIGHT
    assert len(drawn.lines) <= 6
    assert len(drawn.ticks) <= 6


def test_a_chart_without_bars_is_a_drawing_too() -> None:
    assert drawing(Chart("a", "A", "cards", ("x",), ())).rectangles == ()
