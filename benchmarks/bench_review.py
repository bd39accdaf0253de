"""From key press to the next card painted, with the server 150 ms away.

The peer is the same reviewer with its script taken away: a form, a post, a redirect, a page. Both are pressed in
the same browser in the same run; every request to the server, static files aside, waits 150 ms. A time is taken
from the keydown event to the end of the first frame that shows the next card's prompt. The learner reads for half
a second before each answer, which is faster than anybody reads.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import statistics
from collections.abc import Iterator

from playwright.sync_api import Browser, Page, sync_playwright
from starlette.types import ASGIApp, Receive, Scope, Send

from benchmarks.measure import Row
from benchmarks.reviewing import reviewer_of, served

CARDS = 2_000
PRESSES = 60
AWAY_SECONDS = 0.150
READING_MS = 500

# Runs before the page's own scripts, in both pages alike; times are since 1970, so that they outlive a page.
_STOPWATCH = """
addEventListener("keydown", (event) => {
  if (event.key !== "4") return
  sessionStorage.pressed = performance.timeOrigin + performance.now()
  sessionStorage.before = document.querySelector("#sheet .asked").textContent
  if (window.plain) document.querySelector("#rate button[value='4']").click()
}, true)
function look() {
  const asked = document.querySelector("#sheet .asked")
  if (!sessionStorage.pressed || !asked || asked.textContent === sessionStorage.before) return
  const pressed = Number(sessionStorage.pressed)
  delete sessionStorage.pressed
  requestAnimationFrame(() => {
    const frame = new MessageChannel()
    frame.port1.onmessage = () => painted(performance.timeOrigin + performance.now() - pressed)
    frame.port2.postMessage(null)
  })
}
new MutationObserver(look).observe(document, { childList: true, subtree: true })
"""


class Far:
    """An application as it looks from 150 ms away; style sheets and scripts are in the browser already."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not scope["path"].startswith("/static/"):
            await asyncio.sleep(AWAY_SECONDS)
        await self._app(scope, receive, send)


def measure() -> Iterator[Row]:
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with reviewer_of(CARDS) as app, served(Far(app)) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-sync"]
        )
        ours, forms = _by_script(browser, address), _by_forms(browser, address)
        browser.close()
    for name, part in (("half", 50), ("95 of 100", 95)):
        yield Row(
            f"key press to next card, {name} within", _within(ours, part), _within(forms, part), "ms", "forms"
        )


def _by_script(browser: Browser, address: str) -> list[float]:
    page, times = _page(browser)
    page.goto(f"{address}/review")
    page.locator("main[data-ready]").wait_for()
    for presses in range(1, PRESSES + 1):
        page.keyboard.press(" ")
        page.wait_for_timeout(READING_MS)
        page.keyboard.press("4")
        _wait_for(page, times, presses)
    return times


def _by_forms(browser: Browser, address: str) -> list[float]:
    page, times = _page(browser)
    page.add_init_script("window.plain = true")
    page.route("**/review.js", lambda route: route.abort())
    page.goto(f"{address}/review")
    for presses in range(1, PRESSES + 1):
        page.locator("#show").click()
        page.locator("#rate").wait_for()
        page.wait_for_timeout(READING_MS)
        page.keyboard.press("4")
        _wait_for(page, times, presses)
    return times


def _page(browser: Browser) -> tuple[Page, list[float]]:
    """Return a page with a stopwatch, and the milliseconds that it has taken so far."""
    # A service worker would give the forms' page the script that is held back from it.
    page = browser.new_context(service_workers="block").new_page()
    times: list[float] = []
    page.expose_function("painted", lambda ms: times.append(ms))
    page.add_init_script(_STOPWATCH)
    return page, times


def _wait_for(page: Page, times: list[float], presses: int) -> None:
    while len(times) < presses:
        page.wait_for_timeout(20)


def _within(times: list[float], part: int) -> float:
    return statistics.quantiles(times, n=100)[part - 1]
