"""How much of a document is asked about and known, section by section."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from cards.documents import read_text
from tests.webreview.article import MORNING, answered, article, article_notes, reviewer
from tests.webreview.collection.made import note
from webreview.collection import ME, knowing
from webreview.collection.knowing import Known, Stage
from webreview.collection.store import Collection
from webreview.pages.coverage import sections


def all_known(chances: float) -> dict[str, Known]:
    return {one.id: Known(Stage.NEW, 1, chances) for one in article_notes()}


def test_each_section_says_what_is_asked_and_known() -> None:
    found = sections(article(), article_notes(), all_known(0.5))
    assert [(one.heading, one.cards, one.known) for one in found] == [
        ("如何坚持群众路线", 0, None),
        ("一、重要内涵", 4, 50),
        ("二、工作方法", 2, 50),
    ]
    assert found[0].covered == 0
    assert 90 <= found[1].covered <= 100


def test_overlapping_sentences_cover_a_text_once() -> None:
    assert all(one.covered <= 100 for one in sections(article(), [*article_notes()] * 3, all_known(1)))


def test_a_text_without_headings_is_one_section() -> None:
    document = read_text("水是生命之源。火是热的。", name="a.txt")
    made = note("water")
    (found,) = sections(document, [made], {made.id: Known(Stage.MATURE, 2, 1.8)})
    assert (found.heading, found.cards, found.known) == ("", 2, 90)


def test_notes_that_are_not_kept_cover_nothing() -> None:
    assert {one.covered for one in sections(article(), article_notes(), {})} == {0}


@pytest.mark.parametrize(
    "part", ['data-stage="learning"', 'data-stage="new"', "Section by section", "% known now"]
)
def test_the_documents_page_marks_sentences_by_their_stage(collection: Collection, part: str) -> None:
    app = reviewer(collection, accepted=True, now=lambda: MORNING)
    client = TestClient(app, base_url="http://127.0.0.1")
    card = f"{article_notes()[0].id}-0"
    client.post("/api/v1/entries", json={"entries": [answered(card)]})
    assert part in client.get(f"/documents/{article().id}").text


def test_a_note_is_as_far_as_its_least_card(collection: Collection) -> None:
    app = reviewer(collection, accepted=True, now=lambda: MORNING)
    core = article_notes()[3].id
    client = TestClient(app, base_url="http://127.0.0.1")
    client.post("/api/v1/entries", json={"entries": [answered(f"{core}-0")]})
    found = knowing.of_document(collection, ME, article().id, now=MORNING)[core]
    assert (found.stage, found.cards) == (Stage.NEW, 2)
    assert 0.9 < found.chances <= 1
