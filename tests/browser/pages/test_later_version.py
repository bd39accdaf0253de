"""A document edited and given again, from the page to the real Anki: nothing learned is lost, nothing doubled."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from starlette.types import ASGIApp

from deckbuilder.package import Package
from tests.anki.engine import Anki, Imported, anki_in
from tests.browser.pages.learner import Desk, settle
from webreview.app import create_app
from webreview.collection import ME, documents, notes
from webreview.collection.store import Collection
from webreview.settings import Settings

FIRST = (Path(__file__).parents[3] / "examples" / "mass-line.zh.txt").read_text(encoding="utf-8")
GONE = "近年来,中央一再强调,密切联系群众是我们党最大的政治优势,脱离群众是我们党执政后最大的危险。"
LATER = FIRST.replace("群众路线的本质是代表人民", "群众路线的本质始终是代表人民").replace(
    GONE, "人民民主专政的本质是人民当家作主。"
)


# Making cards takes a process half a second to begin, and longer on a machine that has other work.
PATIENCE_MS = 60_000


@pytest.fixture
def empty_desk(tmp_path: Path, serve: Callable[[ASGIApp], str]) -> Iterator[Desk]:
    """A served reviewer of an empty collection."""
    with Collection.open(tmp_path / "collection.sqlite") as collection:
        yield Desk(serve(create_app(collection, Settings(time_zone="Asia/Shanghai"))), collection)


def give(page: Page, desk: Desk, folder: Path, text: str) -> None:
    """Upload the text as line.txt and wait until its cards are made."""
    file = folder / "line.txt"
    file.write_text(text, encoding="utf-8")
    page.goto(f"{desk.address}/add")
    page.locator("input[type=file]").first.set_input_files(file)
    page.get_by_role("button", name="Make cards").click()
    expect(page.get_by_role("heading", name="Which cards are worth keeping?")).to_be_visible(
        timeout=PATIENCE_MS
    )


def keep_all(page: Page) -> None:
    """Keep every card in triage, in its new wording where one is proposed."""
    expect(page.locator("main[data-ready]")).to_be_visible()
    for _ in range(page.locator("#candidates .note[data-decision=open]").count()):
        page.keyboard.press("a")
    expect(page.locator("#tally [data-decision=open] dd")).to_have_text("0")
    settle(page)


def download(page: Page, desk: Desk, anki: Anki) -> Imported:
    """Download the deck for Anki from the first page and import it."""
    page.goto(desk.address)
    address = page.get_by_role("link", name=re.compile("Download for Anki")).first.get_attribute("href")
    answer = page.request.get(f"{desk.address}{address}")
    return anki.imports(Package(answer.body(), 0, 0, 0))


def test_an_edited_document_keeps_its_cards_and_anki_takes_over_what_changed(
    page: Page, empty_desk: Desk, tmp_path: Path
) -> None:
    desk = empty_desk
    with anki_in(tmp_path) as anki:
        give(page, desk, tmp_path, FIRST)
        keep_all(page)
        first = download(page, desk, anki)

        give(page, desk, tmp_path, LATER)
        report = page.get_by_role("status").first.inner_text()
        keep_all(page)
        second = download(page, desk, anki)

        told = re.search(
            r"(\d+) notes are unchanged, the sentence of (\d+) was changed, that of (\d+) is gone", report
        )
        assert told is not None, report
        stayed, reworded, gone = map(int, told.groups())
        latest = documents.all_documents(desk.collection, ME)[0]
        behind = notes.left_behind(desk.collection, ME, latest.id)
        assert (reworded > 0, gone > 0, len(behind)) == (True, True, gone)
        assert first.new == stayed + reworded + gone
        assert (second.updated, second.duplicate, second.conflicting) == (reworded, stayed + gone, 0)
        assert len(anki.notes()) == first.new + second.new
        assert all(not name.endswith("+") for name in anki.note_types())
