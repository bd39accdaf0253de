"""What the keys of the review page do beside rating: flag, mark, put away, edit, look up, go back and forth."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from cards.model import cards_of
from cards.progress import Rating
from tests.browser.pages.learner import (
    CARDS_TODAY,
    FIRST,
    SECOND,
    Desk,
    answers,
    counting,
    open_review,
    prompt,
    ready,
    settle,
)
from tests.webreview.article import article_notes
from webreview import clock
from webreview.collection import learners, notes, study
from webreview.habits import Habits

NOTE = article_notes()[3]
CARD = cards_of(NOTE)[0].id
OFFLINE = "No connection"


def showing(desk: Desk) -> study.Showing:
    return study.showing(desk.collection, learners.ME, CARD, now=clock.now())


def asked(page: Page, words: str) -> None:
    expect(page.locator("#sheet .asked")).to_have_text(words)


def test_f_and_a_digit_flag_the_card_and_u_takes_the_flag_off(page: Page, desk: Desk) -> None:
    open_review(page, desk)
    page.keyboard.press("f")
    expect(page.get_by_role("status")).to_have_text("Flag: press 1 to 7, 0 for none.")
    page.keyboard.press("4")
    expect(page.locator("#marks .flag")).to_have_text("Blue")
    settle(page)
    assert showing(desk).flag == 4
    assert prompt(page) == FIRST
    page.keyboard.press("u")
    expect(page.locator("#marks .flag")).to_be_hidden()
    settle(page)
    assert showing(desk).flag == 0


def test_a_star_marks_the_note(page: Page, desk: Desk) -> None:
    open_review(page, desk)
    page.keyboard.press("*")
    expect(page.locator("#marks .mark")).to_be_visible()
    settle(page)
    assert notes.get(desk.collection, learners.ME, NOTE.id).note.tags == ("marked",)


@pytest.mark.parametrize("key", ["-", "=", "@", "!", "Delete"])
def test_a_card_that_is_put_away_comes_back_with_undo_and_goes_with_redo(
    page: Page, desk: Desk, key: str
) -> None:
    open_review(page, desk)
    page.keyboard.press(key)
    asked(page, SECOND)
    page.keyboard.press("u")
    asked(page, FIRST)
    page.keyboard.press("Shift+U")
    asked(page, SECOND)
    settle(page)
    page.reload()
    ready(page)
    assert prompt(page) == SECOND
    page.keyboard.press("u")
    asked(page, FIRST)


def test_undo_and_redo_go_back_and_forth_over_answers_and_flags(page: Page, desk: Desk) -> None:
    open_review(page, desk)
    for key in ("f", "1", " ", "4"):
        page.keyboard.press(key)
    asked(page, SECOND)
    for key in ("u", "u"):
        page.keyboard.press(key)
    asked(page, FIRST)
    expect(page.locator("#marks .flag")).to_be_hidden()
    page.keyboard.press("Control+Shift+Z")
    expect(page.locator("#marks .flag")).to_have_text("Red")
    page.keyboard.press("Control+y")
    asked(page, SECOND)
    settle(page)
    assert [answer.rating for answer in counting(desk)] == [Rating.EASY]
    assert showing(desk).flag == 1


def test_what_is_done_without_a_connection_arrives_later(page: Page, desk: Desk) -> None:
    open_review(page, desk)
    page.context.set_offline(True)
    page.keyboard.press("f")
    page.keyboard.press("2")
    page.keyboard.press("-")
    asked(page, SECOND)
    expect(page.get_by_role("status")).to_contain_text(OFFLINE)
    page.context.set_offline(False)
    expect(page.get_by_role("status")).to_have_text("Sent what was kept here: 2")
    settle(page)
    assert showing(desk).flag == 2
    assert prompt(page) == SECOND


def test_a_note_is_edited_where_it_stands_and_keeps_its_schedule(page: Page, desk: Desk) -> None:
    open_review(page, desk)
    page.keyboard.press(" ")
    page.keyboard.press("e")
    field = page.get_by_label("Question")
    expect(field).to_be_focused()
    field.fill("核心？")
    page.keyboard.press("Control+Enter")
    asked(page, "核心？")
    expect(page.locator("#rate")).to_be_visible()
    expect(page.get_by_role("status")).to_have_text("Saved. The schedule stays as it was.")
    page.keyboard.press("u")
    asked(page, FIRST)
    settle(page)
    assert notes.get(desk.collection, learners.ME, NOTE.id).note == NOTE
    assert answers(desk) == []


def test_a_refused_edit_stays_open_with_its_words(page: Page, desk: Desk) -> None:
    open_review(page, desk)
    page.keyboard.press("e")
    page.get_by_label("Answer", exact=True).fill("  ")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("The question or the answer is empty")
    page.keyboard.press("Escape")
    expect(page.locator("#dialog")).to_be_hidden()
    assert prompt(page) == FIRST


def test_keys_belong_to_an_open_dialog(page: Page, desk: Desk) -> None:
    open_review(page, desk)
    page.keyboard.press("i")
    expect(page.get_by_role("heading", name="What is known of this card")).to_be_visible()
    page.keyboard.press("-")
    page.keyboard.press("Escape")
    assert prompt(page) == FIRST
    page.keyboard.press("?")
    expect(page.get_by_role("heading", name="Keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#help")).to_be_hidden()


def test_a_typed_answer_is_shown_beside_the_right_one(page: Page, desk: Desk) -> None:
    learners.change_habits(desk.collection, learners.ME, Habits(typing=True))
    open_review(page, desk)
    expect(page.get_by_label("Your answer")).to_be_focused()
    page.keyboard.type("一切为群众啊，一切依靠群众")
    page.keyboard.press("Enter")
    compared = page.locator(".compared")
    expect(compared.locator("del")).to_have_text(["啊"])
    expect(compared.locator("ins")).to_have_text(["了"])
    page.keyboard.press("4")
    asked(page, SECOND)
    settle(page)
    assert [answer.rating for answer in answers(desk)] == [Rating.EASY]


def test_a_chosen_key_does_what_the_usual_one_did(page: Page, desk: Desk) -> None:
    learners.change_habits(desk.collection, learners.ME, Habits(key_of={"bury-card": "b"}))
    open_review(page, desk)
    page.keyboard.press("-")
    assert prompt(page) == FIRST
    page.keyboard.press("b")
    asked(page, SECOND)


def test_no_key_acts_where_keys_are_off(page: Page, desk: Desk) -> None:
    learners.change_habits(desk.collection, learners.ME, Habits(keys=False))
    open_review(page, desk)
    for key in ("-", " ", "4", "Delete"):
        page.keyboard.press(key)
    assert prompt(page) == FIRST
    expect(page.locator("#ask")).to_be_visible()


def test_a_language_without_a_voice_is_said_so(page: Page, desk: Desk) -> None:
    page.add_init_script("speechSynthesis.getVoices = () => []")
    open_review(page, desk)
    page.keyboard.press("r")
    expect(page.get_by_role("status")).to_contain_text("This browser has no voice for the card's language")


def test_r_reads_the_question_and_then_the_answer_in_the_cards_language(page: Page, desk: Desk) -> None:
    page.add_init_script(
        """window.said = []
        SpeechSynthesisUtterance = class { constructor(text) { this.text = text } }
        speechSynthesis.getVoices = () => [{ lang: "en-GB" }, { lang: "zh_TW" }, { lang: "zh_CN" }]
        speechSynthesis.speak = (one) => window.said.push([one.lang, one.text])"""
    )
    open_review(page, desk)
    page.keyboard.press("r")
    page.wait_for_function("window.said.length === 1")
    page.keyboard.press(" ")
    page.keyboard.press("r")
    page.wait_for_function("window.said.length === 2")
    assert page.evaluate("window.said") == [["zh_CN", FIRST], ["zh_CN", "一切为了群众，一切依靠群众"]]


def test_the_end_brings_buried_cards_back_with_one_press(page: Page, desk: Desk) -> None:
    open_review(page, desk)
    page.keyboard.press("=")
    for _ in range(CARDS_TODAY - 1):
        settle(page)
        page.keyboard.press(" ")
        page.keyboard.press("4")
        expect(page.locator("#rate")).to_be_hidden()
    page.get_by_role("button", name="Bring buried cards back").click()
    ready(page)
    assert prompt(page) == FIRST


def test_practice_goes_on_until_each_card_is_known_and_moves_no_date(page: Page, desk: Desk) -> None:
    page.goto(f"{desk.address}/study")
    page.get_by_label("What a search finds:").check()
    page.get_by_role("textbox", name="Search").fill("本质 or 三点")
    page.get_by_role("button", name="Begin").click()
    ready(page)
    first = prompt(page)
    for key in (" ", "1"):
        page.keyboard.press(key)
    expect(page.locator("#sheet .asked")).not_to_have_text(first)
    settle(page)
    for key in (" ", "3"):
        page.keyboard.press(key)
    asked(page, first)
    settle(page)
    for key in (" ", "3"):
        page.keyboard.press(key)
    expect(page.locator("#main[data-next]")).to_be_visible()
    assert answers(desk) == []
    assert showing(desk).memory is None


def test_d_leads_to_the_sentence_and_d_leads_back_to_the_shown_answer(page: Page, desk: Desk) -> None:
    open_review(page, desk)
    page.keyboard.press(" ")
    page.keyboard.press("d")
    page.wait_for_url("**/documents/**")
    expect(page.locator("a.marked.chosen")).to_be_in_viewport()
    page.keyboard.press("d")
    ready(page)
    expect(page.locator("#rate")).to_be_visible()
    assert prompt(page) == FIRST


def test_t_leads_to_the_note_in_triage(page: Page, desk: Desk) -> None:
    open_review(page, desk)
    page.keyboard.press("t")
    page.wait_for_url(f"**/triage#n-{NOTE.id}")


def test_escape_and_a_press_beside_it_close_the_menu(page: Page, desk: Desk) -> None:
    open_review(page, desk)
    menu = page.locator("#more .menu")
    page.locator("#more summary").click()
    expect(menu).to_be_visible()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(page.locator("#more summary")).to_be_focused()
    page.locator("#more summary").click()
    page.locator("#sheet").click(position={"x": 5, "y": 5})
    expect(menu).to_be_hidden()
