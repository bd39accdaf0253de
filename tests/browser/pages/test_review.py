"""Reviewing in the browser by keyboard and thumb: rate, undo, look up, finish."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect
from starlette.types import ASGIApp

from cards.progress import Rating, Undone
from tests.browser.pages.learner import (
    CARDS_TODAY,
    FIRST,
    SECOND,
    Desk,
    answers,
    counting,
    entries,
    finish,
    open_review,
    prompt,
    ready,
    settle,
)
from tests.webreview.article import reviewer
from webreview.collection.store import Collection


def test_space_shows_the_answer_and_a_digit_rates_it(page: Page, desk: Desk) -> None:
    open_review(page, desk)
    assert prompt(page) == FIRST
    page.keyboard.press(" ")
    expect(page.locator("#sheet .answer")).to_have_text("一切为了群众，一切依靠群众")
    page.keyboard.press("4")
    expect(page.locator("#sheet .asked")).to_have_text(SECOND)
    settle(page)
    assert [answer.rating for answer in answers(desk)] == [Rating.EASY]


def test_the_answer_keeps_what_its_button_promised(page: Page, desk: Desk) -> None:
    open_review(page, desk)
    page.keyboard.press(" ")
    expect(page.locator("#rate button").nth(3)).to_contain_text("10 days")
    page.keyboard.press("4")
    settle(page)
    (entry,) = entries(desk)
    (answer,) = answers(desk)
    # Ten study days on, at four in the morning in Shanghai; the answer fell into the first of them.
    assert answer.due.hour == 20
    assert 9 <= (answer.due - entry.at).days <= 10


def test_enter_shows_and_then_rates_good(page: Page, desk: Desk) -> None:
    page.clock.install()
    open_review(page, desk)
    page.keyboard.press("Enter")
    expect(page.locator("#rate")).to_be_visible()
    # Longer than one press comes twice by accident.
    page.clock.fast_forward(300)
    page.keyboard.press("Enter")
    expect(page.locator("#sheet .asked")).to_have_text(SECOND)
    settle(page)
    assert [answer.rating for answer in answers(desk)] == [Rating.GOOD]


def test_u_takes_the_last_answer_back_and_shows_its_card(page: Page, desk: Desk) -> None:
    open_review(page, desk)
    page.keyboard.press(" ")
    page.keyboard.press("1")
    expect(page.locator("#sheet .asked")).to_have_text(SECOND)
    page.keyboard.press("u")
    expect(page.locator("#sheet .asked")).to_have_text(FIRST)
    page.keyboard.press(" ")
    page.keyboard.press("4")
    expect(page.locator("#sheet .asked")).to_have_text(SECOND)
    settle(page)
    assert [answer.rating for answer in answers(desk)] == [Rating.AGAIN, Rating.EASY]
    assert [answer.rating for answer in counting(desk)] == [Rating.EASY]


def test_ctrl_z_after_a_reload_takes_the_last_answer_back(page: Page, desk: Desk) -> None:
    open_review(page, desk)
    page.keyboard.press(" ")
    page.keyboard.press("4")
    settle(page)
    page.reload()
    ready(page)
    assert prompt(page) == SECOND
    page.keyboard.press("Control+z")
    expect(page.locator("#sheet .asked")).to_have_text(FIRST)
    assert counting(desk) == []


def test_undo_on_the_end_page_brings_the_last_card_back(page: Page, desk: Desk) -> None:
    open_review(page, desk)
    finish(page)
    last = answers(desk)[-1]
    page.keyboard.press("u")
    ready(page)
    expect(page.get_by_role("status")).to_have_text("Taken back.")
    assert [entry.what.subject for entry in entries(desk) if isinstance(entry.what, Undone)] == [last.card]
    assert len(counting(desk)) == CARDS_TODAY - 1
    # The address names no card, or a reload would ask one that was answered since.
    assert page.url == f"{desk.address}/review?deck="


def test_undo_works_after_the_server_was_started_anew(
    page: Page, serve: Callable[[ASGIApp], str], tmp_path: Path
) -> None:
    with Collection.open(tmp_path / "collection.sqlite") as collection:
        before = Desk(serve(reviewer(collection, accepted=True)), collection)
        open_review(page, before)
        page.keyboard.press(" ")
        page.keyboard.press("4")
        settle(page)
    with Collection.open(tmp_path / "collection.sqlite") as collection:
        after = Desk(serve(reviewer(collection, accepted=True)), collection)
        open_review(page, after)
        page.keyboard.press("u")
        expect(page.locator("#sheet .asked")).to_have_text(FIRST)
        assert counting(after) == []


def test_a_card_rated_again_comes_back_in_the_same_sitting(page: Page, desk: Desk) -> None:
    open_review(page, desk)
    page.keyboard.press(" ")
    page.keyboard.press("1")
    for _ in range(CARDS_TODAY - 1):
        settle(page)
        page.keyboard.press(" ")
        page.keyboard.press("4")
    expect(page.locator("#sheet .asked")).to_have_text(FIRST)
    expect(page.locator("[data-state=learning] dd")).to_have_text("1")


def test_the_source_key_leads_to_the_marked_sentence_of_the_document(page: Page, desk: Desk) -> None:
    open_review(page, desk)
    page.keyboard.press("s")
    page.wait_for_url("**/documents/**")
    sentence = page.locator("a.marked.chosen")
    expect(sentence).to_have_text("“一切为了群众，一切依靠群众”是党的群众路线的核心。")
    expect(sentence).to_be_in_viewport()


def test_the_end_page_says_what_was_done(page: Page, desk: Desk) -> None:
    open_review(page, desk)
    finish(page)
    expect(page.get_by_role("heading", name="Done for now")).to_be_visible()
    expect(page.locator("dl.done")).to_contain_text(f"Answers today{CARDS_TODAY}")
    assert len(counting(desk)) == CARDS_TODAY


def test_the_bar_of_ratings_stays_where_it_is(page: Page, desk: Desk) -> None:
    open_review(page, desk)
    asking = page.locator("#ratings").bounding_box()
    page.keyboard.press(" ")
    assert page.locator("#ratings").bounding_box() == asking
    page.keyboard.press("4")
    expect(page.locator("#sheet .asked")).to_have_text(SECOND)
    assert page.locator("#ratings").bounding_box() == asking


def test_the_review_works_where_only_secure_pages_would_have_more(page: Page, desk: Desk) -> None:
    # What a phone misses that opens the reviewer by plain HTTP at an address of the local network.
    page.add_init_script(
        "delete Crypto.prototype.randomUUID; delete Navigator.prototype.locks;"
        "delete Navigator.prototype.serviceWorker; delete window.caches"
    )
    open_review(page, desk)
    page.keyboard.press(" ")
    page.keyboard.press("4")
    settle(page)
    assert len(counting(desk)) == 1


def test_every_button_is_large_enough_for_a_thumb(page: Page, desk: Desk) -> None:
    page.set_viewport_size({"width": 320, "height": 568})
    open_review(page, desk)
    page.keyboard.press(" ")
    boxes = [
        (button.inner_text(), button.bounding_box())
        for button in page.locator("button:visible, a.button:visible, .below a:visible").all()
    ]
    # The four ratings, undo, the sentence, and at least one of the head.
    assert len(boxes) >= 7
    small = [(name, box) for name, box in boxes if not box or box["height"] < 48 or box["width"] < 48]
    assert small == []


def test_nothing_moves_under_the_learners_finger(page: Page, desk: Desk) -> None:
    page.add_init_script(
        """window.moved = 0
        new PerformanceObserver((list) => {
            for (const shift of list.getEntries()) window.moved += shift.value
        }).observe({ type: "layout-shift", buffered: true })"""
    )
    open_review(page, desk)
    page.keyboard.press(" ")
    page.keyboard.press("1")
    expect(page.locator("#sheet .asked")).to_have_text(SECOND)
    page.context.set_offline(True)
    page.keyboard.press(" ")
    page.keyboard.press("3")
    expect(page.get_by_role("status")).to_contain_text("No connection")
    assert page.evaluate("window.moved") == 0
