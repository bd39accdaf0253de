"""What tests of pages may ask for, beside pytest-playwright's `page` and `context`.

- `serve(app)` serves an ASGI application on 127.0.0.1 for the length of the test and returns its address.
- `axe(page)` returns what axe-core finds wrong with the page as it stands: `assert axe(page) == []`.
- `keep_picture(page, "review-dark")` saves test-artefacts/review-dark.png; a failing test saves
  one by itself.

The browser is $CHROMIUM (set by `python3 kapian.py test`) or a chromium or chrome on PATH.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Page
from starlette.types import ASGIApp

ARTEFACTS = Path(__file__).parents[2] / "test-artefacts"
AXE = Path(__file__).parent / "vendor" / "axe-core" / "4.14.1" / "axe.min.js"

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the browser that is installed, talking to nobody but the page under test."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _BROWSERS)), None)
    if not found:
        pytest.fail(
            "no browser found: run the tests with `python3 kapian.py test`, which installs one, "
            "or set CHROMIUM to a chromium or chrome"
        )
    return {
        **browser_type_launch_args,
        "executable_path": found,
        "args": [
            # Chromium's sandbox does not start as root or in most containers.
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            # /dev/shm is 64 MB in containers, less than a page may take.
            "--disable-dev-shm-usage",
        ],
    }


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """Let pages ask the server themselves: what a service worker asks for, tests can neither see nor hold up."""
    return {**browser_context_args, "service_workers": "block"}


@pytest.fixture
def serve() -> Iterator[Callable[[ASGIApp], str]]:
    """Serve applications on free ports of 127.0.0.1 until the test ends; gives `http://127.0.0.1:port`."""
    with contextlib.ExitStack() as servers:
        yield lambda app: servers.enter_context(_served(app))


@pytest.fixture
def axe() -> Callable[[Page], list[Violation]]:
    """Find what is hard to reach or to read on a page as it stands."""
    return _violations


@pytest.fixture
def keep_picture() -> Callable[[Page, str], Path]:
    """Save the whole page under test-artefacts/ and return the file's path."""

    def keep(page: Page, name: str) -> Path:
        path = ARTEFACTS / f"{name}.png"
        page.screenshot(path=path, full_page=True)
        return path

    return keep


@dataclass(frozen=True)
class Violation:
    """A rule of axe-core that elements of the page break; `elements` are their CSS selectors."""

    rule: str
    impact: str
    help: str
    elements: tuple[str, ...]


def _violations(page: Page) -> list[Violation]:
    # evaluate() is not held back by the page's content security policy; a script element would be.
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate(
        "axe.run(document, {resultTypes: ['violations']}).then(result => result.violations)"
    )
    return [
        Violation(
            rule=violation["id"],
            impact=violation["impact"],
            help=violation["help"],
            elements=tuple(" ".join(map(str, node["target"])) for node in violation["nodes"]),
        )
        for violation in found
    ]


@contextlib.contextmanager
def _served(app: ASGIApp) -> Iterator[str]:
    # Listening before the thread starts: the address answers at once, and no other test can take it.
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()
