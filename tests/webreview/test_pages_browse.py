"""The table of cards by forms alone: search, order, columns, changes of many cards and their undo."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from cards.model import cards_of, note_id
from tests.webreview.article import MORNING, article_notes, reviewer
from webreview.collection import ME, decks, finding, notes
from webreview.collection.finding import FoundCard
from webreview.collection.store import Collection
from webreview.search import parse

CORE = note_id("core")


@pytest.fixture
def client(collection: Collection) -> TestClient:
    """A learner at the article's reviewer, all its cards kept."""
    app = reviewer(collection, accepted=True, now=lambda: MORNING)
    return TestClient(app, base_url="http://127.0.0.1")


def found(collection: Collection, search: str) -> tuple[FoundCard, ...]:
    return finding.find(collection, ME, parse(search), now=MORNING).cards


def change(client: TestClient, do: str, search: str = "", **fields: str | list[str]) -> str:
    """Change the cards that are given, or all that the search finds; return the page that follows."""
    chosen = {} if "card" in fields else {"q": search, "everything": "1"}
    data = {"do": do, "gesture": f"gesture of {do}", "back": "/browse?q=x", **chosen, **fields}
    return client.post("/browse/change", data=data).text


def rows(page: str) -> list[str]:
    """Return the ids of the cards in the table, in order."""
    return re.findall(r'name="card" value="([^"]+)"', page)


def test_the_table_shows_every_kept_card(client: TestClient) -> None:
    assert rows(client.get("/browse").text) == [
        card.id
        for note in sorted(article_notes(), key=lambda one: one.source.span)
        for card in cards_of(note)
    ]


def test_a_search_narrows_the_table(client: TestClient) -> None:
    page = client.get("/browse", params={"q": "核心"}).text
    assert rows(page) == [f"{CORE}-0", f"{CORE}-1"]
    assert "2 cards" in page


def test_a_mistake_in_a_search_is_shown_at_its_place(client: TestClient) -> None:
    answer = client.get("/browse", params={"q": "群众 dekc:a"})
    assert answer.status_code == 400
    assert "did you mean deck:?" in answer.text
    assert "群众 <mark>d</mark>ekc:a" in answer.text


@pytest.mark.parametrize("order", [*finding.Order, "nonsense"])
def test_every_order_has_a_page(client: TestClient, order: str) -> None:
    assert len(rows(client.get("/browse", params={"order": order, "down": 1}).text)) == 7


def test_chosen_columns_are_remembered(client: TestClient) -> None:
    client.get("/browse", params={"column": ["question", "writer"]})
    page = client.get("/browse").text
    assert "<td>enumeration</td>" in page
    assert "<td>群众路线</td>" not in page


def test_a_page_beyond_the_last_has_no_rows(client: TestClient) -> None:
    assert rows(client.get("/browse", params={"page": 5}).text) == []


@pytest.mark.parametrize(
    ("do", "fields", "search", "count"),
    [
        ("suspend", {}, "is:suspended", 7),
        ("flag", {"flag": "3"}, "flag:3", 7),
        ("mark", {}, "is:marked", 7),
        ("tag", {"tags": "exam  党史"}, "tag:exam tag:党史", 7),
        ("deck", {"deck": " 考试 :: 一 "}, "deck:考试::一", 7),
        ("due", {"days": "7"}, "prop:due=7", 7),
        ("replace", {"find": "群众", "put": "人民"}, "人民 -群众", 7),
        ("delete", {}, "", 0),
    ],
)
def test_a_change_of_many_is_taken_back_as_one(
    client: TestClient, collection: Collection, do: str, fields: dict[str, str], search: str, count: int
) -> None:
    before = found(collection, "")
    change(client, do, **fields)
    assert len(found(collection, search)) == count
    client.post("/browse/undo", data={"gesture": "an undo 1"})
    after = found(collection, "")
    assert [(one.card, one.deck, one.memory, one.flag, one.suspended) for one in after] == [
        (one.card, one.deck, one.memory, one.flag, one.suspended) for one in before
    ]


def test_only_the_chosen_cards_are_changed(client: TestClient, collection: Collection) -> None:
    page = change(client, "suspend", card=[f"{CORE}-1"])
    assert [one.card.id for one in found(collection, "is:suspended")] == [f"{CORE}-1"]
    assert "1 change" in page


def test_a_form_sent_twice_changes_once(client: TestClient, collection: Collection) -> None:
    change(client, "tag", tags="a")
    change(client, "tag", tags="a")
    client.post("/browse/undo", data={"gesture": "an undo 1"})
    assert found(collection, "tag:a") == ()


def test_suspended_cards_come_back_and_tags_go_again(client: TestClient, collection: Collection) -> None:
    change(client, "suspend")
    change(client, "resume")
    change(client, "tag", tags="a b")
    change(client, "untag", tags="a")
    change(client, "mark")
    change(client, "unmark")
    assert found(collection, "is:suspended or tag:a or is:marked") == ()
    assert len(found(collection, "tag:b")) == 7


def test_a_replaced_gap_is_still_a_gap(client: TestClient, collection: Collection) -> None:
    change(client, "replace", find="群众", put="人民大众")
    asked = next(one for one in found(collection, "联系"))
    assert (asked.card.prompt, asked.card.answer) == (
        "[...]是我们党最大的政治优势",
        "密切联系人民大众",
    )


def test_words_that_would_leave_nothing_are_not_replaced(client: TestClient, collection: Collection) -> None:
    change(client, "replace", find="一切为了群众，一切依靠群众", put=" ")
    assert notes.get(collection, ME, CORE).note in article_notes()


@pytest.mark.parametrize(
    ("do", "fields", "said"),
    [
        ("suspend", {"card": []}, "No card is chosen"),
        ("due", {"days": "soon"}, "“soon” is no number of days"),
        ("due", {"days": "99999"}, "no number of days"),
        ("tag", {"tags": "  "}, "No tag is written"),
        ("tag", {"tags": "x" * 300}, "longer than 200"),
        ("deck", {"deck": "a::"}, "“a::” names no deck"),
        ("replace", {"find": ""}, "nothing to look for"),
        ("dance", {}, "no such button"),
    ],
)
def test_what_cannot_be_done_is_said(client: TestClient, do: str, fields: dict[str, str], said: str) -> None:
    page = change(client, do, **fields)
    assert said in page
    assert 'href="/browse?q=x"' in page


def test_nothing_is_left_of_a_deck_that_could_not_be_made(client: TestClient, collection: Collection) -> None:
    change(client, "deck", search="is:leech", deck="New")
    assert [deck.name for deck in decks.all_decks(collection, ME)] == ["群众路线"]
