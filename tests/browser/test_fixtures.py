"""The browser, the server and the accessibility checker that the fixtures promise."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route
from starlette.types import ASGIApp

from tests.browser.conftest import Violation

PAGE = """<!doctype html><html lang="zh-CN"><title>卡片</title>
<main><h1>卡片</h1><img src="data:,"></main></html>"""


def show(request: Request) -> HTMLResponse:
    # The strictest policy: the checker must work on pages that allow no scripts.
    return HTMLResponse(PAGE, headers={"Content-Security-Policy": "default-src 'none'"})


def test_axe_finds_a_picture_without_words(
    page: Page, serve: Callable[[ASGIApp], str], axe: Callable[[Page], list[Violation]]
) -> None:
    page.goto(serve(Starlette(routes=[Route("/", show)])))
    assert [(found.rule, found.elements) for found in axe(page)] == [("image-alt", ("img",))]


def test_chinese_is_drawn_with_a_font_that_has_it(
    page: Page, serve: Callable[[ASGIApp], str], keep_picture: Callable[[Page, str], Path]
) -> None:
    page.goto(serve(Starlette(routes=[Route("/", show)])))
    picture = keep_picture(page, "chinese-font")
    assert picture.stat().st_size > 0
    # Without a Chinese font every character is the same empty box.
    drawn = page.evaluate(
        """() => ["卡", "片"].map(character => {
            const canvas = document.createElement("canvas")
            const context = canvas.getContext("2d")
            context.font = "40px sans-serif"
            context.fillText(character, 0, 40)
            return canvas.toDataURL()
        })"""
    )
    assert drawn[0] != drawn[1]
