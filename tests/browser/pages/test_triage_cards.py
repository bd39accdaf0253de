"""The cards of triage beside their text: marked, asked in another way, edited, made by hand, reworded."""

from __future__ import annotations

from datetime import UTC, datetime

from playwright.sync_api import Page, expect

from cards.documents import read_text
from cards.model import ClozeNote
from tests.browser.pages.learner import Reviewer, settle
from tests.browser.pages.triaging import open_triage
from tests.webreview.article import NAME, TEXT
from webreview.collection import documents, learners, notes


def test_the_sentence_of_the_card_in_hand_is_marked_in_the_text(page: Page, serve_article: Reviewer) -> None:
    desk = serve_article(accepted=False)
    open_triage(page, desk)
    first = page.locator("#text a.marked.chosen").inner_text()
    page.keyboard.press("j")
    second = page.locator("#text a.marked.chosen").first.inner_text()
    assert first == "“一切为了群众，一切依靠群众”是党的群众路线的核心。"
    assert second == "所以群众路线的本质是代表人民、造福人民，就是执政为民。"
    expect(page.locator("#candidates .note:visible")).to_have_count(1)


def test_a_pressed_sentence_brings_its_card(page: Page, serve_article: Reviewer) -> None:
    desk = serve_article(accepted=False)
    open_triage(page, desk)
    page.locator("#text a.marked", has_text="把握三点").click()
    expect(page.locator("#candidates .note:visible")).to_contain_text("做好群众工作要把握哪三点？")


def test_a_reworded_sentence_is_shown_with_its_change_and_its_new_card_is_taken(
    page: Page, serve_article: Reviewer
) -> None:
    desk = serve_article(accepted=True)
    later = read_text(
        TEXT.replace("密切联系群众是我们党最大的", "密切联系群众，始终是我们党最大的"), name=NAME
    )
    documents.add(desk.collection, learners.ME, later, [], deck="群众路线", now=datetime.now(UTC))
    page.goto(f"{desk.address}/documents/{later.id}/triage")
    expect(page.locator("main[data-ready]")).to_be_visible()
    shown = page.locator(".note:visible")
    expect(shown.locator("ins").first).to_have_text("，始终")
    page.keyboard.press("a")
    page.keyboard.press("l")
    expect(page.locator("#tally [data-decision=open] dd")).to_have_text("0")
    settle(page)
    kept = notes.of_document(desk.collection, learners.ME, later.id)
    assert [one.rewording for one in kept] == [None] * len(kept)
    first = next(one.note.text for one in kept if isinstance(one.note, ClozeNote))
    assert first.startswith("密切联系群众，始终")
    page.keyboard.press("u")
    page.keyboard.press("u")
    settle(page)
    again = notes.of_document(desk.collection, learners.ME, later.id)
    assert sum(one.rewording is not None for one in again) == 2


def test_c_offers_other_ways_of_asking_and_undo_brings_the_first_one_back(
    page: Page, serve_article: Reviewer
) -> None:
    desk = serve_article(accepted=False)
    open_triage(page, desk)
    page.keyboard.press("j")
    before = page.locator(".note:visible .card").first.inner_text()
    page.keyboard.press("c")
    page.get_by_role("button", name="Take this one and keep it").first.click()
    expect(page.locator("main[data-ready]")).to_be_visible()
    expect(page.locator("#tally dd")).to_have_text(["5", "1", "0"])
    page.keyboard.press("u")
    expect(page.locator("#tally dd")).to_have_text(["6", "0", "0"])
    expect(page.locator(".note:visible .card").first).to_have_text(before, use_inner_text=True)


def test_e_edits_the_card_and_keeps_it(page: Page, serve_article: Reviewer) -> None:
    desk = serve_article(accepted=False)
    open_triage(page, desk)
    page.keyboard.press("j")
    page.keyboard.press("e")
    page.get_by_label("Answer").fill("代表人民、造福人民")
    page.get_by_role("button", name="Save and keep").click()
    expect(page.locator("main[data-ready]")).to_be_visible()
    expect(page.locator("#tally dd")).to_have_text(["5", "1", "0"])


def test_n_makes_a_card_of_the_words_that_are_marked(page: Page, serve_article: Reviewer) -> None:
    desk = serve_article(accepted=False)
    open_triage(page, desk)
    page.locator("#text p", has_text="密切联系群众").evaluate(
        """(block) => {
            const words = document.createTreeWalker(block, NodeFilter.SHOW_TEXT).nextNode()
            const at = words.data.indexOf("政治优势")
            getSelection().setBaseAndExtent(words, at, words, at + 4)
        }"""
    )
    page.keyboard.press("n")
    expect(page.get_by_label("Text")).to_have_value(
        "密切联系群众是我们党最大的{{c1::政治优势}}，脱离群众是我们党执政后最大的危险😀。"
    )
    page.get_by_role("button", name="Save and keep").click()
    expect(page.locator("main[data-ready]")).to_be_visible()
    expect(page.locator("#tally dd")).to_have_text(["6", "1", "0"])
    expect(page.locator(".note:visible mark")).to_have_text("政治优势")
