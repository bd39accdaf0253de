"""The first page: what each deck offers."""

from __future__ import annotations

from starlette.testclient import TestClient

from tests.webreview.article import MORNING, reviewer
from webreview.collection.store import Collection


def first_page(collection: Collection, *, accepted: bool) -> str:
    app = reviewer(collection, accepted=accepted, now=lambda: MORNING)
    return TestClient(app, base_url="http://127.0.0.1").get("/").text


def test_a_deck_with_kept_cards_can_be_reviewed_and_downloaded(collection: Collection) -> None:
    page = first_page(collection, accepted=True)
    assert "/review?deck=" in page
    assert ".apkg" in page


def test_a_deck_that_keeps_nothing_yet_says_so(collection: Collection) -> None:
    page = first_page(collection, accepted=False)
    assert "No card kept yet" in page
    assert "Done for now" not in page
    assert "/review?deck=" not in page
    assert ".apkg" not in page
