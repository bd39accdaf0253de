"""The review where no server answers, also after the tab was killed: nothing is lost, nothing is asked twice."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, Page, expect
from starlette.types import ASGIApp

from cards.progress import Rating
from tests.browser.pages.learner import FIRST, SECOND, Desk, answers, counting, ready, settle
from tests.webreview.article import reviewer
from webreview.collection.store import Collection


@contextlib.contextmanager
def served_at(port: int, app: ASGIApp) -> Iterator[str]:
    """Serve the application on the port (0: any free one) and give its address; afterwards nobody answers there."""
    with socket.create_server(("127.0.0.1", port)) as listening:
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


def kept(page: Page, address: str) -> None:
    """Open the page and wait until the browser keeps it for times without a server."""
    page.goto(address)
    expect(page.locator("html[data-kept]")).to_be_attached(timeout=15_000)


def easy(page: Page) -> None:
    """Rate the card and wait until the answer is kept and the next card is asked."""
    page.keyboard.press(" ")
    expect(page.locator("#rate")).to_be_visible()
    page.keyboard.press("4")
    expect(page.locator("#rate")).to_be_hidden()


def test_a_killed_tab_goes_on_without_the_server_and_all_is_sent_once(
    browser: Browser, tmp_path: Path
) -> None:
    context = browser.new_context(locale="en")
    with Collection.open(tmp_path / "collection.sqlite") as collection:
        app = reviewer(collection, accepted=True)
        with served_at(0, app) as address:
            page = context.new_page()
            kept(page, f"{address}/review?deck=")
            ready(page)
            easy(page)
            expect(page.locator("#sheet .asked")).to_have_text(SECOND)
            settle(page)
            page.wait_for_function(
                "caches.open('kapian-pages').then(kept => kept.match('/api/v1/queue?deck=')).then(Boolean)"
            )
        easy(page)
        expect(page.get_by_role("status")).to_contain_text("No connection")
        page.close()

        page = context.new_page()
        page.goto(f"{address}/review?deck=")
        ready(page)
        assert page.locator("#sheet .asked").inner_text() not in (FIRST, SECOND)
        easy(page)
        page.goto(f"{address}/browse")
        expect(page.get_by_role("heading", name="No connection")).to_be_visible()
        page.goto(f"{address}/review?deck=")
        ready(page)

        with served_at(int(address.rpartition(":")[2]), app):
            page.reload()
            ready(page)
            settle(page)
            desk = Desk(address, collection)
            assert [answer.rating for answer in answers(desk)] == [Rating.EASY] * 3
            assert len(counting(desk)) == 3
            expect(page.locator(".counts [data-state=new] dd")).to_have_text("3")
    context.close()


def test_the_first_page_makes_its_decks_ready(browser: Browser, tmp_path: Path) -> None:
    context = browser.new_context(locale="en")
    with Collection.open(tmp_path / "collection.sqlite") as collection:
        with served_at(0, reviewer(collection, accepted=True)) as address:
            page = context.new_page()
            kept(page, address)
        page.goto(address)
        page.get_by_role("link", name="Review").first.click()
        ready(page)
        assert page.locator("#sheet .asked").inner_text() == FIRST
    context.close()
