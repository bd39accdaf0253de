"""The interface's language, theme and size of text, kept in cookies of this browser."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlsplit, urlunsplit

from fastapi import APIRouter, Form
from starlette.responses import RedirectResponse

from webreview.pages.interface import (
    LANGUAGE_COOKIE,
    LANGUAGES,
    SIZE_COOKIE,
    TEXT_SIZES,
    THEME_COOKIE,
    THEMES,
)

router = APIRouter(include_in_schema=False)

_YEAR_SECONDS = 365 * 86_400


@router.post("/preferences")
def choose(
    back: Annotated[str, Form()] = "/",
    language: Annotated[str, Form()] = "",
    theme: Annotated[str, Form()] = "",
    text_size: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Keep what was chosen and go back; a value that nobody offered changes nothing."""
    response = RedirectResponse(own_address(back), 303)
    if language in {code for code, _, _ in LANGUAGES}:
        _keep(response, LANGUAGE_COOKIE, language)
    if theme in THEMES:
        _keep(response, THEME_COOKIE, theme)
    if text_size in TEXT_SIZES:
        _keep(response, SIZE_COOKIE, text_size)
    return response


def own_address(back: str) -> str:
    """Return the path and query of `back`, so that no form can send the learner to another site."""
    try:
        parts = urlsplit(back)
    except ValueError:
        return "/"
    path = "/" + parts.path.lstrip("/\\") if parts.path.isprintable() else "/"
    return urlunsplit(("", "", path, parts.query, ""))


def _keep(response: RedirectResponse, name: str, value: str) -> None:
    response.set_cookie(name, value, max_age=_YEAR_SECONDS, httponly=True, samesite="lax")
