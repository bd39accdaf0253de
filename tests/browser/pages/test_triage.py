"""Triage in the browser: keep, reject, undo, by key and by button; nothing is lost on the way."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.pages.learner import Desk, Reviewer, settle
from tests.browser.pages.triaging import open_triage, tally
from webreview.review.history import Decision

PASTED = """光合作用

光合作用是绿色植物利用光能把二氧化碳和水合成有机物并释放氧气的过程。光合作用的场所是叶绿体。
只有在有光的条件下，光合作用才能进行。
"""


def test_a_keeps_and_x_rejects_one_note_after_the_other(page: Page, serve_article: Reviewer) -> None:
    desk = serve_article(accepted=False)
    open_triage(page, desk)
    page.keyboard.press("a")
    expect(page.locator(".note").nth(1)).to_be_focused()
    page.keyboard.press("x")
    expect(page.locator(".note").nth(2)).to_be_focused()
    settle(page)
    assert tally(desk) == {Decision.ACCEPTED: 1, Decision.REJECTED: 1, Decision.OPEN: 4}
    expect(page.locator("#tally dd")).to_have_text(["4", "1", "1"])


def test_decisions_are_there_after_a_reload(page: Page, serve_article: Reviewer) -> None:
    desk = serve_article(accepted=False)
    open_triage(page, desk)
    page.keyboard.press("x")
    settle(page)
    page.reload()
    expect(page.locator(".note").first).to_contain_text("Rejected")
    expect(page.locator("#tally [data-decision=open] dd")).to_have_text("5")


def test_u_takes_decisions_back_one_press_at_a_time(page: Page, serve_article: Reviewer) -> None:
    desk = serve_article(accepted=False)
    open_triage(page, desk)
    page.keyboard.press("a")
    expect(page.locator(".note").nth(1)).to_be_focused()
    page.get_by_role("button", name="Keep the rest").click()
    expect(page.locator("#tally [data-decision=open] dd")).to_have_text("0")
    page.keyboard.press("u")
    expect(page.locator("#tally [data-decision=open] dd")).to_have_text("5")
    page.keyboard.press("u")
    expect(page.locator("#tally [data-decision=open] dd")).to_have_text("6")
    settle(page)
    assert tally(desk) == {Decision.OPEN: 6}


def test_u_takes_decisions_back_after_a_reload(page: Page, serve_article: Reviewer) -> None:
    desk = serve_article(accepted=False)
    open_triage(page, desk)
    page.keyboard.press("x")
    expect(page.locator(".note").nth(1)).to_be_focused()
    page.keyboard.press("a")
    settle(page)
    page.reload()
    expect(page.locator("main[data-ready]")).to_be_visible()
    page.keyboard.press("u")
    expect(page.locator(".note").nth(1)).to_be_focused()
    page.keyboard.press("u")
    expect(page.locator(".note").first).to_be_focused()
    settle(page)
    assert tally(desk) == {Decision.OPEN: 6}


def test_u_on_a_note_decided_earlier_opens_that_one_again(page: Page, serve_article: Reviewer) -> None:
    desk = serve_article(accepted=False)
    open_triage(page, desk)
    page.keyboard.press("a")
    expect(page.locator(".note").nth(1)).to_be_focused()
    page.keyboard.press("x")
    expect(page.locator(".note").nth(2)).to_be_focused()
    page.keyboard.press("k")
    page.keyboard.press("k")
    page.keyboard.press("u")
    expect(page.locator(".note").first).to_have_attribute("data-decision", "open")
    settle(page)
    assert tally(desk) == {Decision.REJECTED: 1, Decision.OPEN: 5}


def test_s_lets_a_card_wait_until_the_others_are_decided(page: Page, serve_article: Reviewer) -> None:
    desk = serve_article(accepted=False)
    open_triage(page, desk)
    page.keyboard.press("s")
    expect(page.locator(".note").nth(1)).to_be_focused()
    for _ in range(5):
        page.keyboard.press("a")
    expect(page.locator(".note").first).to_be_focused()
    settle(page)
    assert tally(desk) == {Decision.ACCEPTED: 5, Decision.OPEN: 1}


def test_shift_a_keeps_the_rest_of_the_section_and_one_undo_takes_it_back(
    page: Page, serve_article: Reviewer
) -> None:
    desk = serve_article(accepted=False)
    open_triage(page, desk)
    page.keyboard.press("x")
    page.keyboard.press("Shift+A")
    expect(page.locator("#tally dd")).to_have_text(["2", "3", "1"])
    page.keyboard.press("u")
    expect(page.locator("#tally dd")).to_have_text(["5", "0", "1"])
    settle(page)
    assert tally(desk) == {Decision.REJECTED: 1, Decision.OPEN: 5}


def test_u_takes_back_what_another_tab_decided(page: Page, serve_article: Reviewer) -> None:
    desk = serve_article(accepted=False)
    open_triage(page, desk)
    page.keyboard.press("a")
    page.keyboard.press("x")
    settle(page)
    other = page.context.new_page()
    open_triage(other, desk)
    other.keyboard.press("u")
    expect(other.locator("#tally dd")).to_have_text(["5", "1", "0"])
    expect(other.locator("main[data-ready]")).to_be_visible()
    other.keyboard.press("u")
    expect(other.locator("#tally dd")).to_have_text(["6", "0", "0"])
    assert tally(desk) == {Decision.OPEN: 6}


def test_a_decision_made_offline_arrives_later(page: Page, serve_article: Reviewer) -> None:
    desk = serve_article(accepted=False)
    open_triage(page, desk)
    page.context.set_offline(True)
    page.keyboard.press("a")
    expect(page.locator("#word")).to_contain_text("No connection")
    assert tally(desk) == {Decision.OPEN: 6}
    page.context.set_offline(False)
    settle(page)
    assert tally(desk) == {Decision.ACCEPTED: 1, Decision.OPEN: 5}


def test_kept_notes_are_reviewed_and_rejected_ones_are_not(page: Page, serve_article: Reviewer) -> None:
    desk = serve_article(accepted=False)
    open_triage(page, desk)
    page.keyboard.press("x")
    page.get_by_role("button", name="Keep the rest").click()
    settle(page)
    page.get_by_role("link", name="Review").click()
    expect(page.locator("#sheet .asked")).to_have_text("群众路线的本质是什么？")


def test_a_pasted_text_becomes_cards_that_are_shown_before_they_are_kept(
    page: Page, serve_article: Reviewer
) -> None:
    desk = serve_article()
    page.goto(f"{desk.address}/add")
    page.get_by_label("Or a text").fill(PASTED)
    page.get_by_role("button", name="Make cards").click()
    page.wait_for_url("**/triage?*")
    expect(page.get_by_role("status").first).to_contain_text("made from this text")
    expect(page.locator(".note blockquote").first).to_contain_text("光合作用")
    expect(page.locator(".note[data-decision=open]").first).to_be_visible()
    page.goto(desk.address)
    expect(page.get_by_role("link", name="光合作用", exact=True).first).to_be_visible()


def test_a_file_is_read_in_its_own_encoding(page: Page, serve_article: Reviewer, tmp_path: Path) -> None:
    desk = serve_article()
    file = tmp_path / "生物.txt"
    file.write_bytes(PASTED.encode("gb18030"))
    page.goto(f"{desk.address}/add")
    page.get_by_label("Files", exact=True).set_input_files(file)
    page.get_by_role("button", name="Make cards").click()
    page.wait_for_url("**/triage?*")
    expect(page.get_by_role("link", name="生物.txt")).to_be_visible()
    expect(page.locator(".note blockquote").first).to_contain_text("光合作用")


def test_the_same_text_again_makes_no_second_cards(page: Page, serve_article: Reviewer) -> None:
    desk = serve_article()
    for _ in range(2):
        page.goto(f"{desk.address}/add")
        page.get_by_label("Or a text").fill(PASTED)
        page.get_by_role("button", name="Make cards").click()
        page.wait_for_url("**/triage?*")
    expect(page.get_by_role("status").first).to_contain_text("already in the collection")


def test_a_text_worth_no_card_is_explained_and_kept_in_the_form(page: Page, desk: Desk) -> None:
    page.goto(f"{desk.address}/add")
    page.get_by_label("Or a text").fill("哦，好的。")
    page.get_by_role("button", name="Make cards").click()
    expect(page.get_by_role("alert")).to_contain_text("worth a card")
    expect(page.get_by_label("Or a text")).to_have_value("哦，好的。")
