"""How the interface speaks and looks: its language and theme, chosen by the learner or by the browser."""

from __future__ import annotations

import gettext
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from starlette.requests import Request

from webreview.pages.traditional import Traditional

LOCALE = Path(__file__).parent.parent / "locale"
# Code, the value of the page's lang attribute, and the language's own name for itself.
LANGUAGES = (("en", "en", "English"), ("zh", "zh-CN", "中文"), ("zh_Hant", "zh-TW", "繁體中文"))
# Tags of languages that are written in traditional characters.
_TRADITIONAL = ("zh-hant", "zh-tw", "zh-hk", "zh-mo")
THEMES = ("auto", "light", "dark")
# Of the text on cards, in percent.
TEXT_SIZES = ("85", "100", "115", "130", "150", "175", "200")
USUAL_SIZE = "100"

LANGUAGE_COOKIE = "kapian_language"
THEME_COOKIE = "kapian_theme"
SIZE_COOKIE = "kapian_text_size"


@dataclass(frozen=True, slots=True)
class Interface:
    """A language of `LANGUAGES`, a theme of `THEMES`, a size of `TEXT_SIZES`, and the catalogue of the language."""

    language: str
    theme: str
    text_size: str = USUAL_SIZE

    @property
    def words(self) -> gettext.NullTranslations:
        return catalogue(self.language)

    @property
    def lang(self) -> str:
        return next(lang for code, lang, _ in LANGUAGES if code == self.language)


def interface_of(request: Request) -> Interface:
    """Return what the learner chose (cookies), else the browser's wish, else English and the system's theme."""
    language = request.cookies.get(LANGUAGE_COOKIE, "")
    if language not in _codes():
        language = wished(request.headers.get("accept-language", ""))
    theme = request.cookies.get(THEME_COOKIE, "")
    size = request.cookies.get(SIZE_COOKIE, "")
    return Interface(
        language, theme if theme in THEMES else "auto", size if size in TEXT_SIZES else USUAL_SIZE
    )


def wished(accept_language: str) -> str:
    """Return the language of `LANGUAGES` that an Accept-Language header likes best."""
    wishes: list[tuple[float, str]] = []
    for wish in accept_language.split(","):
        tag, _, weight = wish.partition(";")
        tag = tag.strip().lower()
        code = "zh_Hant" if tag.startswith(_TRADITIONAL) else tag.partition("-")[0]
        if code in _codes():
            wishes.append((_weight(weight), code))
    # max() keeps the first of equals, and the browser names its favourite first.
    return max(wishes, key=lambda wish: wish[0])[1] if wishes else LANGUAGES[0][0]


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """Return the catalogue; English needs none, its sentences are the message ids."""
    if language == "zh_Hant":
        return Traditional(catalogue("zh"))
    return gettext.translation("kapian", LOCALE, [language], fallback=language == LANGUAGES[0][0])


def _codes() -> tuple[str, ...]:
    return tuple(code for code, _, _ in LANGUAGES)


def _weight(parameter: str) -> float:
    try:
        return float(parameter.strip().removeprefix("q=")) if parameter.strip() else 1.0
    except ValueError:
        return 0.0
