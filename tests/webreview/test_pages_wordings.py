"""Another wording of a card, and two notes made one, through the pages."""

from __future__ import annotations

import re
from dataclasses import replace

from fastapi.testclient import TestClient

from cards.documents import read_text
from cards.model import ClozeNote, Deletion, Span, cards_of, note_id
from cards.pipeline import make_notes
from tests.webreview.article import DECK, MORNING, article, article_notes
from webreview.app import create_app
from webreview.collection import ME, documents, notes
from webreview.collection.store import Collection
from webreview.review.history import Decision
from webreview.settings import Settings

TEXT = """群众路线

群众路线的本质是代表人民、造福人民。密切联系群众是我们党最大的政治优势，脱离群众是我们党执政后最大的危险。
只有坚持群众路线，才能保证党同人民群众的血肉联系。
"""


def client(collection: Collection) -> TestClient:
    app = create_app(collection, Settings(time_zone="Asia/Shanghai"), now=lambda: MORNING)
    return TestClient(app, base_url="http://127.0.0.1:8765", headers={"Accept-Language": "en"})


def test_another_wording_takes_the_place_of_the_note_and_keeps_its_id(collection: Collection) -> None:
    reviewer = client(collection)
    document = read_text(TEXT, name="line.txt")
    (note, *_) = made = make_notes(document)
    documents.add(collection, ME, document, made, deck="line", now=MORNING)
    address = f"/notes/{note.id}/wordings?back=/documents/{document.id}/triage"

    offered = re.findall(r'name="chosen" value="([0-9a-f]+)"', reviewer.get(address).text)
    sent = {"chosen": offered[0], "entry": "entry-0001", "back": f"/documents/{document.id}/triage"}
    answer = reviewer.post(f"/notes/{note.id}/wordings", data=sent, follow_redirects=False)

    kept = notes.get(collection, ME, note.id)
    assert answer.headers["Location"] == f"/documents/{document.id}/triage"
    assert kept.decision is Decision.ACCEPTED
    assert cards_of(kept.note)[0].prompt != cards_of(note)[0].prompt
    assert kept.note.source == note.source


def test_a_wording_that_is_not_offered_is_refused(collection: Collection) -> None:
    reviewer = client(collection)
    documents.add(collection, ME, article(), article_notes(), deck=DECK, now=MORNING)
    sent = {"chosen": "nonsense", "entry": "entry-0001"}

    assert reviewer.post(f"/notes/{article_notes()[0].id}/wordings", data=sent).status_code == 404


def test_two_gaps_in_one_text_become_one_note_and_one_undo_parts_them(collection: Collection) -> None:
    reviewer = client(collection)
    first = next(note for note in article_notes() if isinstance(note, ClozeNote))
    at = first.text.index("政治优势")
    second = replace(first, id=note_id("second gap"), deletions=(Deletion(Span(at, at + 4)),))
    documents.add(collection, ME, article(), [first, second], deck=DECK, now=MORNING)

    assert first.id in reviewer.get(f"/notes/{second.id}/merge").text
    reviewer.post(f"/notes/{second.id}/merge", data={"chosen": first.id, "entry": "entry-0001"})

    whole = notes.get(collection, ME, first.id)
    assert [card.answer for card in cards_of(whole.note)] == ["密切联系群众", "政治优势"]
    assert notes.get(collection, ME, second.id).decision is Decision.REJECTED
    reviewer.post(f"/documents/{article().id}/triage/undo", data={"entry": "entry-0002"})
    assert notes.get(collection, ME, first.id).note == first
    assert notes.get(collection, ME, second.id).decision is Decision.OPEN


def test_notes_that_make_no_one_note_are_not_offered(collection: Collection) -> None:
    reviewer = client(collection)
    documents.add(collection, ME, article(), article_notes(), deck=DECK, now=MORNING)

    answer = reviewer.get(f"/notes/{article_notes()[2].id}/merge").text

    assert "No other note of this text makes one with it" in answer
