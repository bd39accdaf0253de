"""The review page by plain forms: flag, mark, bury, suspend, delete, edit, undo, redo; what is known of a card."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from cards.model import cards_of
from cards.progress import Answered, Entry, Rating
from tests.webreview.article import MORNING, article_notes, reviewer
from webreview.collection import learners, log, notes, study
from webreview.collection.store import Collection
from webreview.review.history import Decision
from webreview.settings import Settings

NOTE = article_notes()[3]
CARD = cards_of(NOTE)[0].id


@pytest.fixture
def client(collection: Collection) -> TestClient:
    app = reviewer(collection, accepted=True, now=lambda: MORNING)
    return TestClient(app, base_url="http://127.0.0.1")


def do(client: TestClient, name: str, entry: str = "gesture-1") -> str:
    """Press the button and return the page that comes then."""
    sent = {"do": name, "card": CARD, "entry": entry}
    return client.post("/review/do", data=sent).text


def first_card(collection: Collection) -> str:
    return study.session(collection, learners.ME, now=MORNING).showings[0].card.id


@pytest.mark.parametrize("name", ["bury-card", "bury-note", "suspend-card", "suspend-note", "delete"])
def test_a_card_that_is_put_away_is_gone_until_undo(
    client: TestClient, collection: Collection, name: str
) -> None:
    assert "Done. Undo takes it back." in do(client, name)
    assert first_card(collection) != CARD
    page = client.post("/review/undo", data={"entry": "undo-0001"}).text
    assert "Taken back." in page
    assert first_card(collection) == CARD
    assert "Done again." in client.post("/review/redo", data={"entry": "redo-0001"}).text
    assert first_card(collection) != CARD


def test_a_button_pressed_twice_acts_once(client: TestClient, collection: Collection) -> None:
    do(client, "mark")
    do(client, "mark")
    assert notes.get(collection, learners.ME, NOTE.id).note.tags == ("marked",)
    do(client, "mark", "gesture-2")
    assert notes.get(collection, learners.ME, NOTE.id).note.tags == ()


def test_a_flag_is_shown_by_name(client: TestClient) -> None:
    assert re.search(r'data-flag="3"><svg.*?<span>Green</span>', do(client, "flag-3"))


def test_a_button_that_is_not_there_is_refused(client: TestClient) -> None:
    sent = {"do": "burn", "card": CARD, "entry": "gesture-1"}
    assert client.post("/review/do", data=sent).status_code == 400


def test_the_end_tells_what_is_buried_and_brings_it_back(client: TestClient, collection: Collection) -> None:
    for number, note in enumerate(article_notes()):
        sent = {"do": "bury-note", "card": cards_of(note)[0].id, "entry": f"gesture-{number}"}
        end = client.post("/review/do", data=sent).text
    assert "7 cards are buried until tomorrow." in end
    client.post("/review/unbury", data={"entry": "unbury-01"})
    assert study.session(collection, learners.ME, now=MORNING).counts.new == 6
    client.post("/review/undo", data={"entry": "undo-0001"})
    assert study.session(collection, learners.ME, now=MORNING).counts.new == 0


def test_an_edit_keeps_the_schedule_and_can_be_taken_back(client: TestClient, collection: Collection) -> None:
    form = {
        "question": "核心？",
        "answer": "一切为了群众",
        "tags": "",
        "entry": "edit-0001",
        "back": "/review",
    }
    assert client.post(f"/notes/{NOTE.id}/edit", data=form).url.path == "/review"
    assert study.showing(collection, learners.ME, CARD, now=MORNING).card.prompt == "核心？"
    client.post("/review/undo", data={"entry": "undo-0001"})
    assert notes.get(collection, learners.ME, NOTE.id).note == NOTE


def test_a_refused_edit_shows_what_was_written_and_why(client: TestClient) -> None:
    form = {"question": "<b>why</b>", "answer": "", "entry": "edit-0001", "back": "//evil.example"}
    reply = client.post(f"/notes/{NOTE.id}/edit", data=form)
    assert reply.status_code == 400
    assert "The question or the answer is empty" in reply.text
    assert "&lt;b&gt;why&lt;/b&gt;" in reply.text
    assert "evil.example" not in reply.text


def test_what_is_known_of_a_card_is_told(client: TestClient, collection: Collection) -> None:
    shown = study.showing(collection, learners.ME, CARD, now=MORNING)
    what = Answered(CARD, Rating.EASY, shown.futures[Rating.EASY].due, 7300, 0)
    log.append(collection, learners.ME, [Entry("entry-0001", MORNING, what)], now=MORNING)
    page = client.get(f"/cards/{CARD}").text
    for told in ("In review", "8.3", "100 %", "7.3", "2026-11-20 09:00", "definition", NOTE.source.document):
        assert told in page


def test_a_deleted_card_says_so(client: TestClient, collection: Collection) -> None:
    do(client, "delete")
    assert "Deleted" in client.get(f"/cards/{CARD}").text
    assert "This note is deleted" in client.get(f"/notes/{NOTE.id}/edit").text
    assert notes.get(collection, learners.ME, NOTE.id).decision is Decision.DELETED
    assert client.get("/api/v1/documents").json()[0]["notes"]["deleted"] == 1


@pytest.mark.parametrize(("suspends", "left"), [(False, True), (True, False)])
def test_a_card_forgotten_too_often_is_a_leech_and_undo_takes_all_of_it_back(
    client: TestClient, collection: Collection, suspends: bool, left: bool
) -> None:
    learners.change_settings(
        collection,
        learners.ME,
        Settings(time_zone="Asia/Shanghai", leech_lapses=1, leech_suspends=suspends, relearning_steps=()),
    )
    easy = study.showing(collection, learners.ME, CARD, now=MORNING).futures[Rating.EASY].due
    log.append(
        collection,
        learners.ME,
        [Entry("entry-0001", MORNING, Answered(CARD, Rating.EASY, easy, 1000, 0))],
        now=MORNING,
    )
    due = {f"due{number}": easy.isoformat() for number in range(1, 5)}
    form = {"entry": "answer-01", "card": CARD, "rating": "1", "seen": "1", "shown_at": MORNING.isoformat()}
    page = client.post("/review", data=form | due).text
    assert "This card is forgotten again and again" in page
    assert notes.get(collection, learners.ME, NOTE.id).note.tags == ("leech",)
    assert study.showing(collection, learners.ME, CARD, now=MORNING).suspended is not left
    client.post("/review", data=form | due)
    client.post("/review/undo", data={"entry": "undo-0001"})
    memory = study.showing(collection, learners.ME, CARD, now=MORNING).memory
    assert (notes.get(collection, learners.ME, NOTE.id).note.tags, memory and memory.lapses) == ((), 0)
