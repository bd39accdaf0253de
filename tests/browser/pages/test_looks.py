"""Every page in both themes and languages and three widths: nothing axe finds, nothing sideways, a picture of each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from cards.model import note_id
from tests.browser.conftest import Violation
from tests.browser.pages.learner import Reviewer, finish, open_review
from tests.webreview.article import article
from webreview.pages.interface import LANGUAGE_COOKIE, THEME_COOKIE

DOCUMENT = f"/documents/{article().id}"
PAGES = {
    "decks": "/",
    "deck": "/",
    "add": "/add",
    "browse": "/browse",
    "write-note": "/notes/new?kind=cloze",
    "browse-mistake": "/browse?q=dekc:a",
    "browse-card": f"/browse/cards/{note_id('core')}-0",
    "document": DOCUMENT,
    "triage": f"{DOCUMENT}/triage",
    "statistics": "/statistics",
    "question": "/review",
    "answer": "/review",
    "menu": "/review",
    "keys": "/review",
    "about-a-card": "/review",
    "editing": "/review",
    "end": "/review",
    "settings": "/settings",
    "custom-study": "/study",
    "not-found": "/nowhere",
}
WIDTHS = (320, 390, 1440)
# The narrowest and the widest hold every arrangement of the pages.
LOOKED_THROUGH = (320, 1440)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_within_reach_of_everybody_and_fits_every_width(
    browser: Browser,
    serve_article: Reviewer,
    axe: Callable[[Page], list[Violation]],
    keep_picture: Callable[[Page, str], Path],
    name: str,
    theme: str,
    language: str,
) -> None:
    desk = serve_article(accepted=name != "triage")
    context = browser.new_context()
    context.add_cookies(
        [
            {"name": THEME_COOKIE, "value": theme, "url": desk.address},
            {"name": LANGUAGE_COOKIE, "value": language, "url": desk.address},
        ]
    )
    page = context.new_page()
    refused: list[str] = []
    page.on("console", lambda said: refused.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: refused.append(str(error)))
    page.goto(desk.address + PAGES[name])
    match name:
        case "answer":
            open_review(page, desk)
            page.keyboard.press(" ")
            expect(page.locator("#rate")).to_be_visible()
        case "menu":
            open_review(page, desk)
            page.locator("#more summary").click()
        case "keys" | "about-a-card" | "editing":
            open_review(page, desk)
            page.keyboard.press({"keys": "?", "about-a-card": "i", "editing": "e"}[name])
            expect(page.locator("dialog[open] h2")).to_be_visible()
        case "end":
            finish(page)
        case "deck":
            page.locator("a[href^='/decks/']").first.click()
            expect(page.locator("#name")).to_be_visible()
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900 if width > 500 else 844})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        if width in LOOKED_THROUGH:
            assert axe(page) == []
        keep_picture(page, f"{name}-{width}-{theme}-{language}")
    assert [said for said in refused if "404" not in said and "400" not in said] == []
    context.close()
