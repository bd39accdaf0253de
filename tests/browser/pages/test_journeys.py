"""Whole ways of a learner: from an old text file to Anki by keyboard, and back from twelve days away."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from starlette.types import ASGIApp

from cards.model import BasicNote, Origin, Source, Span, note_id
from cards.progress import Answered, Entry, Rating
from deckbuilder.package import Package
from tests.anki.engine import anki_in
from tests.browser.pages.learner import Desk, ready, settle
from webreview.app import create_app
from webreview.collection import ME, decks, learners, log, notes, study
from webreview.collection.store import Collection
from webreview.settings import Settings

ARTICLE = Path(__file__).parents[3] / "examples" / "mass-line.zh.txt"
SETTINGS = Settings(time_zone="Asia/Shanghai", new_a_day=100, reviews_a_day=500)
PATIENCE_MS = 60_000

Reception = Callable[..., Desk]


@pytest.fixture
def reception(tmp_path: Path, serve: Callable[[ASGIApp], str]) -> Iterator[Reception]:
    """A function that serves a collection of its own; `now` is the clock of the server."""
    with Collection.open(tmp_path / "collection.sqlite") as collection:

        def open_it(now: Callable[[], datetime] | None = None) -> Desk:
            app = create_app(collection, SETTINGS, now=now) if now else create_app(collection, SETTINGS)
            return Desk(serve(app), collection)

        yield open_it


def press(page: Page, keys: str) -> None:
    """Press the keys one after the other, each when the page is ready for it."""
    for key in keys:
        page.keyboard.press(key)


def rate(page: Page, times: int) -> None:
    """Show and rate so many cards Good, by keyboard."""
    for _ in range(times):
        page.keyboard.press(" ")
        expect(page.locator("#rate")).to_be_visible()
        page.keyboard.press("3")
        expect(page.locator("#rate")).to_be_hidden()


def answers(desk: Desk) -> list[Entry]:
    """Return the answers in the log that are about cards of the collection, by time."""
    cards = notes.card_ids(desk.collection, ME, [kept.note.id for kept in all_notes(desk)])
    found = [entry for card in cards for entry in log.entries_about(desk.collection, ME, card)]
    return sorted((one for one in found if isinstance(one.what, Answered)), key=lambda one: one.at)


def all_notes(desk: Desk) -> list[notes.KeptNote]:
    """Return the notes of all decks, each once."""
    return [
        kept
        for deck in decks.all_decks(desk.collection, ME)
        for kept in notes.of_deck(desk.collection, ME, deck.id)
        if kept.deck == deck.id
    ]


def test_an_old_text_file_becomes_reviews_and_a_deck_by_keyboard_alone(
    page: Page, reception: Reception, tmp_path: Path
) -> None:
    desk = reception()
    file = tmp_path / "群众路线.txt"
    file.write_bytes(ARTICLE.read_text(encoding="utf-8").encode("gbk"))
    page.goto(f"{desk.address}/add")
    page.get_by_label("Files", exact=True).set_input_files(file)
    page.get_by_role("button", name="Make cards").focus()
    page.keyboard.press("Enter")
    expect(page.locator("main.triage[data-ready], #arrival[data-state=ended]")).to_be_visible(
        timeout=PATIENCE_MS
    )
    if page.get_by_role("link", name="Keep or reject").count():
        page.get_by_role("link", name="Keep or reject").first.focus()
        page.keyboard.press("Enter")
    expect(page.locator("main.triage[data-ready]")).to_be_visible()
    press(page, "xaas" + "a" * 22)
    expect(page.locator("#tally [data-decision=rejected] dd")).to_have_text("1")
    settle(page)

    page.goto(f"{desk.address}/review")
    ready(page)
    rate(page, 7)
    page.keyboard.press("u")
    expect(page.locator("main")).to_contain_text("Taken back")
    rate(page, 6)
    settle(page)
    page.close()

    again = page.context.new_page()
    again.goto(f"{desk.address}/review")
    ready(again)
    rate(again, 8)
    settle(again)
    assert len(answers(desk)) == 21
    again.goto(desk.address)
    address = again.get_by_role("link", name=re.compile("Download for Anki")).first.get_attribute("href")
    with anki_in(tmp_path) as anki:
        imported = anki.imports(Package(again.request.get(f"{desk.address}{address}").body(), 0, 0, 0))
        kept = [one for one in all_notes(desk) if one.decision.value == "accepted"]
        assert (imported.new, imported.conflicting) == (len(kept), 0)


def learned_long_ago(collection: Collection, cards: int, *, at: datetime) -> None:
    """Put so many cards into the collection, each answered Easy at that time."""
    made = [
        BasicNote(
            id=note_id("away", str(number)),
            source=Source("away.txt", Span(number, number + 1), f"第{number}句。"),
            origin=Origin("definition"),
            question=f"第{number}个问题？",
            answer=f"第{number}个答案",
        )
        for number in range(cards)
    ]
    learners.join(collection, ME, settings=SETTINGS, now=at)
    added = notes.add(collection, ME, made, deck="away", now=at)
    notes.accept(collection, ME, added.new, now=at)
    entries = []
    for card in notes.card_ids(collection, ME, added.new):
        shown = study.showing(collection, ME, card, now=at)
        due = shown.futures[Rating.EASY].due
        entries.append(Entry(log.new_id(), at, Answered(card, Rating.EASY, due, 900, shown.seen)))
    log.append(collection, ME, entries, now=at)


def test_after_twelve_days_away_four_hundred_cards_wait_and_each_answer_counts(
    page: Page, tmp_path: Path, serve: Callable[[ASGIApp], str]
) -> None:
    left = datetime(2026, 11, 1, 2, tzinfo=UTC)
    back = left + timedelta(days=12)
    with Collection.open(tmp_path / "collection.sqlite") as collection:
        learned_long_ago(collection, 400, at=left)
        desk = Desk(serve(create_app(collection, SETTINGS, now=lambda: back)), collection)
        page.goto(desk.address)
        expect(page.locator(".counts dd").nth(2)).to_have_text("400")
        page.goto(f"{desk.address}/review")
        ready(page)
        rate(page, 5)
        settle(page)
        left_today = study.counts(collection, ME, now=back)
        assert sum(one.review for one in left_today.values()) == 395
        page.goto(f"{desk.address}/statistics")
        expect(page.locator("main")).to_contain_text("5")
