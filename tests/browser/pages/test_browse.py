"""The table of cards in the browser: by keyboard alone, with the card beside it."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.pages.learner import Desk


def open_table(page: Page, desk: Desk, search: str = "") -> None:
    """Open the table and wait until its script has taken over."""
    page.goto(f"{desk.address}/browse?q={search}")
    expect(page.locator("main[data-ready]")).to_be_visible()


def test_cards_are_chosen_changed_and_brought_back_by_keyboard(page: Page, desk: Desk) -> None:
    open_table(page, desk)
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("Shift+X")
    expect(page.locator("#chosen")).to_have_text("(3)")
    page.locator(".changes summary").press("Enter")
    page.get_by_role("button", name="Suspend").press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("3 changes")
    expect(page.locator("#cards tr.out")).to_have_count(3)
    page.keyboard.press("u")
    expect(page.get_by_role("status").first).to_contain_text("Taken back.")
    expect(page.locator("#cards tr.out")).to_have_count(0)


def test_a_card_is_shown_beside_the_table_and_follows_the_row(page: Page, desk: Desk) -> None:
    open_table(page, desk, "核心")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator("#preview .answer")).to_have_text("一切为了群众，一切依靠群众")
    page.keyboard.press("j")
    expect(page.locator("#preview .answer")).to_have_text("党的群众路线的核心是什么？")
    page.keyboard.press("Escape")
    expect(page.locator("#preview")).to_be_hidden()


def test_enter_in_a_field_presses_the_button_beside_it(page: Page, desk: Desk) -> None:
    open_table(page, desk)
    page.locator("#page").check()
    page.locator(".changes summary").click()
    page.locator("#tags").fill("考试")
    page.locator("#tags").press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("6 changes")
    open_table(page, desk, "tag:考试")
    expect(page.locator("#cards tbody tr")).to_have_count(7)


def test_a_slash_leads_to_the_search(page: Page, desk: Desk) -> None:
    open_table(page, desk)
    page.keyboard.press("/")
    page.keyboard.type("核心")
    page.keyboard.press("Enter")
    expect(page.locator("#cards tbody tr")).to_have_count(2)


def test_a_note_is_seen_while_it_is_written_and_saved_by_keyboard(page: Page, desk: Desk) -> None:
    page.goto(f"{desk.address}/notes/new?kind=cloze")
    page.locator("#deck").fill("Mine")
    page.locator("#field-text").fill("水是{{c1::生命}}之源")
    expect(page.locator("#preview mark.revealed")).to_have_text("生命")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/browse")
    open_table(page, desk, "deck:Mine")
    expect(page.locator("#cards tbody tr")).to_have_count(1)
