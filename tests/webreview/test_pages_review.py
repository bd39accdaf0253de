"""The review page's forms, and the download of a deck: what they write and give."""

from __future__ import annotations

import io
import sqlite3
import zipfile
from datetime import datetime, timedelta

import pytest
from starlette.testclient import TestClient

from cards.model import cards_of
from cards.progress import Answered, Entry, Rejected
from tests.webreview.article import MORNING, article_notes, reviewer
from webreview.collection import decks, learners, log
from webreview.collection.store import Collection

CARD = cards_of(article_notes()[0])[0].id


@pytest.fixture
def client(collection: Collection) -> TestClient:
    return TestClient(reviewer(collection, accepted=True, now=lambda: MORNING), base_url="http://127.0.0.1")


def answer_by_form(client: TestClient, collection: Collection, *, shown_at: datetime) -> Answered:
    dues = {f"due{rating}": (MORNING + timedelta(minutes=rating)).isoformat() for rating in (1, 2, 3, 4)}
    form = {"entry": "entry-0001", "card": CARD, "rating": "2", "seen": "0", "shown_at": shown_at.isoformat()}
    answered = client.post("/review", data={**form, **dues}, follow_redirects=False)
    assert answered.status_code == 303
    (entry,) = log.entries_about(collection, learners.ME, CARD)
    assert isinstance(entry.what, Answered)
    return entry.what


def test_the_pressed_buttons_promise_is_kept(client: TestClient, collection: Collection) -> None:
    what = answer_by_form(client, collection, shown_at=MORNING)
    assert (what.rating, what.due) == (2, MORNING + timedelta(minutes=2))


@pytest.mark.parametrize(("shown", "took_ms"), [(-7, 7_000), (-3_600, 60_000), (5, 0)])
def test_an_answer_took_a_minute_at_most_and_never_less_than_nothing(
    client: TestClient, collection: Collection, shown: int, took_ms: int
) -> None:
    what = answer_by_form(client, collection, shown_at=MORNING + timedelta(seconds=shown))
    assert what.took_ms == took_ms


def test_a_downloaded_deck_holds_accepted_notes_only(client: TestClient, collection: Collection) -> None:
    rejected = article_notes()[0].id
    log.append(collection, learners.ME, [Entry("reject-0001", MORNING, Rejected(rejected))], now=MORNING)
    (deck,) = decks.all_decks(collection, learners.ME)
    given = guids(client.get(f"/decks/{deck.id}.apkg").content)
    assert given == {note.id for note in article_notes()} - {rejected}


def guids(package: bytes) -> set[str]:
    """Return the ids of the notes in a package."""
    database = sqlite3.connect(":memory:")
    database.deserialize(zipfile.ZipFile(io.BytesIO(package)).read("collection.anki2"))
    return {guid for (guid,) in database.execute("SELECT guid FROM notes")}
