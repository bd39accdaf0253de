"""What a learner does in triage: the words of its browser tests."""

from __future__ import annotations

from collections import Counter

from playwright.sync_api import Page, expect

from tests.browser.pages.learner import Desk
from tests.webreview.article import article
from webreview.collection import learners, notes
from webreview.review.history import Decision

ADDRESS = f"/documents/{article().id}/triage"


def tally(desk: Desk) -> Counter[Decision]:
    """Return how many notes of the article there are by decision."""
    kept = notes.of_document(desk.collection, learners.ME, article().id)
    return Counter(note.decision for note in kept)


def open_triage(page: Page, desk: Desk) -> None:
    """Open the article's triage and wait until its script has taken over."""
    page.goto(desk.address + ADDRESS)
    expect(page.locator("main[data-ready]")).to_be_visible()
