"""The document page in the browser: sentences marked, cards beside them."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.pages.learner import Desk
from tests.webreview.article import article, article_notes

ADDRESS = f"/documents/{article().id}"


def test_a_pressed_sentence_shows_all_its_cards(page: Page, desk: Desk) -> None:
    page.goto(desk.address + ADDRESS)
    page.get_by_role("link", name="密切联系群众是我们党最大的政治优势", exact=True).click()
    chosen = page.locator(".note.chosen")
    expect(chosen).to_have_count(2)
    expect(chosen.nth(0)).to_contain_text("密切联系群众")
    expect(chosen.nth(1)).to_contain_text("脱离群众")


def test_overlapping_sentences_lose_no_character_of_the_text(page: Page, desk: Desk) -> None:
    page.goto(desk.address + ADDRESS)
    paragraphs = page.locator(".text p").all_inner_texts()
    assert paragraphs == [
        block.span.of(article().text) for block in article().blocks if block.kind == "paragraph"
    ]


def test_the_link_of_a_card_leads_to_its_sentence(page: Page, desk: Desk) -> None:
    note = article_notes()[1]
    page.goto(f"{desk.address}/notes/{note.id}/source")
    expect(page.locator("a.marked.chosen").first).to_have_text("密切联系群众是我们党最大的政治优势")
    expect(page.locator("a.marked.chosen").first).to_be_in_viewport()


def test_on_a_phone_the_cards_come_up_over_the_text_and_go_again(page: Page, desk: Desk) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(desk.address + ADDRESS)
    page.get_by_role("link", name="变“上访”为“下访”，主动到群众中去", exact=True).click()
    expect(page.locator(".note.chosen")).to_be_in_viewport()
    page.get_by_role("button", name="Close").click()
    expect(page.locator(".note.chosen")).to_have_count(0)


def test_a_deck_is_downloaded_as_a_package_with_its_name(page: Page, desk: Desk) -> None:
    page.goto(desk.address)
    with page.expect_download() as download:
        page.get_by_role("link", name="Download for Anki").click()
    assert download.value.suggested_filename == "群众路线.apkg"
    assert download.value.path().read_bytes().startswith(b"PK")
