"""What a learner does at the review page, and what the log then holds: the words of the browser tests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from cards.model import cards_of
from cards.progress import Answered, Entry
from tests.webreview.article import article_notes
from webreview.collection import learners, log
from webreview.collection.store import Collection
from webreview.review.history import Outcome, outcomes_of

# The article's first two prompts, and how many of its seven cards a day shows: a sibling waits.
FIRST = "党的群众路线的核心是什么？"
SECOND = "群众路线的本质是什么？"
CARDS_TODAY = 6


@dataclass(frozen=True)
class Desk:
    """A served reviewer: its address and its collection."""

    address: str
    collection: Collection


Reviewer = Callable[..., Desk]


def open_review(page: Page, desk: Desk) -> None:
    """Open the review page and wait until its script has taken over."""
    page.goto(f"{desk.address}/review")
    ready(page)


def ready(page: Page) -> None:
    """Wait until the review page's script holds the queue."""
    expect(page.locator("main[data-ready]")).to_be_visible()


def finish(page: Page) -> None:
    """Rate every card of today easy and wait for the end page."""
    ready(page)
    for _ in range(CARDS_TODAY):
        page.keyboard.press(" ")
        page.keyboard.press("4")
        expect(page.locator("#rate")).to_be_hidden()
    expect(page.locator("#main[data-next][data-ready]")).to_be_visible()


def prompt(page: Page) -> str:
    """Return the text of the card on the page."""
    return page.locator("#sheet .asked").inner_text()


def settle(page: Page) -> None:
    """Wait until every answer of this browser has reached the server."""
    page.evaluate(
        """async () => {
            const waiting = () => new Promise((resolve) => {
                const request = indexedDB.open("kapian-outbox", 1)
                request.onsuccess = () => {
                    const count = request.result.transaction("entries").objectStore("entries").count()
                    count.onsuccess = () => { request.result.close(); resolve(count.result) }
                }
            })
            while (await waiting()) await new Promise((resolve) => setTimeout(resolve, 20))
        }"""
    )


def entries(desk: Desk) -> list[Entry]:
    """Return every entry about a card of the article, in the order in which they happened."""
    found = [
        entry
        for note in article_notes()
        for card in cards_of(note)
        for entry in log.entries_about(desk.collection, learners.ME, card.id)
    ]
    return sorted(found, key=lambda entry: entry.at)


def answers(desk: Desk) -> list[Answered]:
    """Return the answers in the log, standing or not."""
    return [entry.what for entry in entries(desk) if isinstance(entry.what, Answered)]


def counting(desk: Desk) -> list[Answered]:
    """Return the answers that count."""
    standing = []
    for note in article_notes():
        for card in cards_of(note):
            about = log.entries_about(desk.collection, learners.ME, card.id)
            outcomes = outcomes_of(about)
            standing += [
                entry.what
                for entry in about
                if isinstance(entry.what, Answered) and outcomes[entry.id] is Outcome.COUNTS
            ]
    return standing
