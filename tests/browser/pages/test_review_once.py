"""What a learner did once is written once: held keys, two tabs, lost replies, no connection."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, Page, Route, expect

from cards.progress import Rating
from tests.browser.pages.learner import (
    CARDS_TODAY,
    FIRST,
    SECOND,
    Desk,
    answers,
    counting,
    entries,
    open_review,
    prompt,
    settle,
)


def test_a_held_key_shows_one_answer_and_rates_nothing(page: Page, desk: Desk) -> None:
    open_review(page, desk)
    for _ in range(20):
        page.keyboard.down(" ")
    page.keyboard.up(" ")
    expect(page.locator("#rate")).to_be_visible()
    assert prompt(page) == FIRST
    settle(page)
    assert answers(desk) == []


def test_a_held_digit_rates_one_card(page: Page, desk: Desk) -> None:
    open_review(page, desk)
    page.keyboard.press(" ")
    for _ in range(20):
        page.keyboard.down("3")
    page.keyboard.up("3")
    settle(page)
    assert len(answers(desk)) == 1


def test_a_held_enter_on_a_focused_button_rates_one_card(page: Page, desk: Desk) -> None:
    page.clock.install()
    open_review(page, desk)
    page.keyboard.press(" ")
    page.locator("#rate button").nth(2).focus()
    # Longer than one press comes twice by accident.
    page.clock.fast_forward(300)
    for _ in range(20):
        page.keyboard.down("Enter")
    page.keyboard.up("Enter")
    settle(page)
    assert len(answers(desk)) == 1
    expect(page.locator("#sheet .asked")).to_have_text(SECOND)


def test_a_double_press_of_a_digit_rates_one_card(page: Page, desk: Desk) -> None:
    open_review(page, desk)
    page.keyboard.press(" ")
    page.evaluate(
        """() => {
            for (let i = 0; i < 2; i++)
                document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "3", bubbles: true }))
        }"""
    )
    settle(page)
    assert len(answers(desk)) == 1


def test_a_double_tap_shows_the_answer_and_rates_nothing(page: Page, desk: Desk) -> None:
    open_review(page, desk)
    page.locator("#show").dblclick()
    expect(page.locator("#rate")).to_be_visible()
    assert prompt(page) == FIRST
    settle(page)
    assert answers(desk) == []


def test_two_tabs_that_answer_one_showing_count_once(context: BrowserContext, desk: Desk) -> None:
    one, other = context.new_page(), context.new_page()
    open_review(one, desk)
    open_review(other, desk)
    assert prompt(one) == prompt(other)
    for tab, rating in ((one, "4"), (other, "1")):
        tab.keyboard.press(" ")
        tab.keyboard.press(rating)
        settle(tab)
    assert [answer.rating for answer in answers(desk)] == [Rating.EASY, Rating.AGAIN]
    assert [answer.rating for answer in counting(desk)] == [Rating.EASY]
    expect(other.get_by_role("status")).to_contain_text("did not count")


def test_an_answer_whose_reply_was_lost_counts_once(page: Page, desk: Desk) -> None:
    lost: list[int] = []

    def lose_first_reply(route: Route) -> None:
        if lost:
            route.continue_()
        else:
            lost.append(route.fetch().status)
            route.abort()

    page.route("**/api/v1/entries", lose_first_reply)
    open_review(page, desk)
    page.keyboard.press(" ")
    page.keyboard.press("4")
    expect(page.get_by_role("status")).to_contain_text("No connection")
    expect(page.get_by_role("status")).to_have_text("Sent what was kept here: 1", timeout=10_000)
    settle(page)
    assert lost == [200]
    assert len(answers(desk)) == 1


def test_the_review_goes_on_without_the_server_and_sends_all_once_it_is_back(page: Page, desk: Desk) -> None:
    open_review(page, desk)
    page.context.set_offline(True)
    for _ in range(CARDS_TODAY):
        page.keyboard.press(" ")
        page.keyboard.press("4")
        expect(page.locator("#rate")).to_be_hidden()
    expect(page.get_by_role("status")).to_contain_text("when the connection is back")
    assert answers(desk) == []
    page.context.set_offline(False)
    expect(page.get_by_role("heading", name="Done for now")).to_be_visible(timeout=10_000)
    assert len(counting(desk)) == CARDS_TODAY
    assert [entry.at for entry in entries(desk)] == sorted({entry.at for entry in entries(desk)})


def test_answers_of_a_closed_tab_are_sent_by_the_next(context: BrowserContext, desk: Desk) -> None:
    tab = context.new_page()
    open_review(tab, desk)
    tab.route("**/api/v1/entries", lambda route: route.abort())
    tab.keyboard.press(" ")
    tab.keyboard.press("4")
    expect(tab.locator("#sheet .asked")).to_have_text(SECOND)
    tab.close()
    assert answers(desk) == []
    following = context.new_page()
    open_review(following, desk)
    expect(following.locator("#sheet .asked")).to_have_text(SECOND)
    settle(following)
    assert len(counting(desk)) == 1
