"""Cards of the learner's own, from words marked in the text, and cards edited in triage."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from cards.model import ClozeNote
from tests.webreview.article import MORNING, TEXT, article, article_notes, reviewer
from webreview.collection import ME, notes
from webreview.collection.store import Collection
from webreview.review.history import Decision

ADDRESS = f"/documents/{article().id}/notes/new"


def client(collection: Collection) -> TestClient:
    app = reviewer(collection, accepted=False, now=lambda: MORNING)
    return TestClient(app, base_url="http://127.0.0.1:8765", headers={"Accept-Language": "en"})


def asked(words: str, block: int = 3, start: int = 0) -> dict[str, Any]:
    return {"block": block, "start": start, "words": words, "back": f"/documents/{article().id}/triage"}


def own(collection: Collection) -> list[ClozeNote]:
    kept = notes.of_document(collection, ME, article().id)
    return [
        one.note for one in kept if isinstance(one.note, ClozeNote) and one.note.origin.writer == "learner"
    ]


def test_marked_words_become_the_gap_of_their_sentence(collection: Collection) -> None:
    page = client(collection).get(ADDRESS, params=asked("政治优势")).text

    assert "密切联系群众是我们党最大的{{c1::政治优势}}，脱离群众是我们党执政后最大的危险😀。" in page


def test_the_card_is_kept_with_its_place_and_sent_twice_is_one(collection: Collection) -> None:
    visitor = client(collection)
    sent = {
        **asked("政治优势"),
        "entry": "entry-0001",
        "text": "党最大的{{c1::政治优势}}是密切联系群众。",
        "heading": "",
        "tags": "",
    }

    answers = [visitor.post(ADDRESS, data=sent, follow_redirects=False) for _ in range(2)]

    (note,) = own(collection)
    assert [answer.status_code for answer in answers] == [303, 303]
    assert note.text == "党最大的政治优势是密切联系群众。"
    assert note.source.span.of(TEXT).startswith("密切联系群众是我们党最大的政治优势")
    assert note.source.section[-1] == "重要内涵"
    assert notes.get(collection, ME, note.id).decision is Decision.ACCEPTED


def test_of_equal_words_those_that_were_marked_are_taken(collection: Collection) -> None:
    visitor = client(collection)
    first, second = (
        visitor.get(ADDRESS, params=asked("群众", block=2, start=start)).text for start in (5, 12)
    )

    assert "“一切为了{{c1::群众}}" in first
    assert "一切依靠{{c1::群众}}”" in second


@pytest.mark.parametrize("wrong", [asked("不在文中的话"), asked("群众", block=99)])
def test_words_that_are_not_there_are_refused(collection: Collection, wrong: dict[str, Any]) -> None:
    assert client(collection).get(ADDRESS, params=wrong).status_code == 400
    assert own(collection) == []


def test_a_form_without_a_gap_is_shown_again_with_what_is_missing(collection: Collection) -> None:
    sent = {**asked("政治优势"), "entry": "entry-0001", "text": "没有空的话。", "heading": "", "tags": ""}

    answer = client(collection).post(ADDRESS, data=sent)

    assert answer.status_code == 400
    assert "没有空的话。" in answer.text
    assert own(collection) == []


def test_an_edit_in_triage_keeps_the_card_and_one_undo_takes_both_back(collection: Collection) -> None:
    visitor = client(collection)
    before = article_notes()[0]
    sent = {
        "keep": "y",
        "entry": "entry-0001",
        "question": "群众路线的本质？",
        "answer": "代表人民",
        "tags": "",
    }

    visitor.post(f"/notes/{before.id}/edit", data=sent)
    edited = notes.get(collection, ME, before.id)
    visitor.post(f"/documents/{article().id}/triage/undo", data={"entry": "entry-0002"})
    undone = notes.get(collection, ME, before.id)

    assert (edited.decision, undone.decision) == (Decision.ACCEPTED, Decision.OPEN)
    assert undone.note == before != edited.note
