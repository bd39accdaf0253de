"""The reviewer where scripts are off: forms, posts and redirects do all of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from cards.progress import Rating
from tests.browser.pages.learner import Desk, Reviewer, answers, counting
from tests.webreview.article import TEXT, article
from webreview.collection import learners, notes
from webreview.review.history import Decision


@pytest.fixture
def plain_page(browser: Browser) -> Iterator[Page]:
    """A page of a browser without scripts."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_a_card_is_shown_and_rated(plain_page: Page, desk: Desk) -> None:
    plain_page.goto(f"{desk.address}/review")
    plain_page.get_by_role("link", name="Show the answer").click()
    expect(plain_page.locator("#sheet .answer")).to_have_text("一切为了群众，一切依靠群众")
    plain_page.get_by_role("button", name="Easy").click()
    expect(plain_page.locator("#sheet .asked")).to_have_text("群众路线的本质是什么？")
    assert [answer.rating for answer in answers(desk)] == [Rating.EASY]


def test_a_form_sent_again_from_the_history_counts_once(plain_page: Page, desk: Desk) -> None:
    plain_page.goto(f"{desk.address}/review")
    plain_page.get_by_role("link", name="Show the answer").click()
    shown = plain_page.url
    form = plain_page.content()
    plain_page.get_by_role("button", name="Good").click()
    plain_page.route(shown, lambda route: route.fulfill(body=form, content_type="text/html"))
    plain_page.goto(shown)
    plain_page.get_by_role("button", name="Good").click()
    assert len(answers(desk)) == 1


def test_two_pages_of_one_showing_count_once_and_the_second_is_told(browser: Browser, desk: Desk) -> None:
    context = browser.new_context(java_script_enabled=False)
    one, other = context.new_page(), context.new_page()
    for tab in (one, other):
        tab.goto(f"{desk.address}/review")
        tab.get_by_role("link", name="Show the answer").click()
    for tab in (one, other):
        tab.get_by_role("button", name="Easy").click()
    expect(other.get_by_role("status")).to_contain_text("did not count")
    assert len(answers(desk)) == 2
    assert len(counting(desk)) == 1
    context.close()


def test_undo_shows_the_card_again(plain_page: Page, desk: Desk) -> None:
    plain_page.goto(f"{desk.address}/review")
    asked = plain_page.locator("#sheet .asked").inner_text()
    plain_page.get_by_role("link", name="Show the answer").click()
    plain_page.get_by_role("button", name="Easy").click()
    plain_page.get_by_role("button", name="Undo").click()
    expect(plain_page.locator("#sheet .asked")).to_have_text(asked)
    assert counting(desk) == []


def test_notes_are_kept_and_rejected_in_triage(plain_page: Page, serve_article: Reviewer) -> None:
    desk = serve_article(accepted=False)
    document = article().id
    plain_page.goto(f"{desk.address}/documents/{document}/triage")
    plain_page.get_by_role("button", name="Keep", exact=False).nth(1).click()
    plain_page.locator(".note[data-decision=open]").first.get_by_role("button", name="Reject").click()
    plain_page.get_by_role("button", name="Keep the rest").click()
    kept = notes.of_document(desk.collection, learners.ME, document)
    assert sorted(note.decision for note in kept) == [Decision.ACCEPTED] * 5 + [Decision.REJECTED]
    expect(plain_page.get_by_role("link", name="Review")).to_be_visible()


def test_language_and_theme_are_switched(plain_page: Page, desk: Desk) -> None:
    plain_page.goto(desk.address)
    plain_page.get_by_role("button", name="中文").click()
    expect(plain_page.get_by_role("heading", level=1)).to_have_text("牌组")
    plain_page.get_by_role("button", name="点按改为浅色").click()
    expect(plain_page.locator("html")).to_have_attribute("data-theme", "light")
    expect(plain_page.locator("html")).to_have_attribute("lang", "zh-CN")


def test_the_text_of_a_document_leads_to_its_cards(plain_page: Page, desk: Desk) -> None:
    plain_page.goto(f"{desk.address}/documents/{article().id}")
    plain_page.locator("a.marked").first.click()
    expect(plain_page.locator(".note:target")).to_contain_text("党的群众路线的核心是什么？")
    assert "😀" in TEXT
    expect(plain_page.locator(".text")).to_contain_text("最大的危险😀。")
