"""Everything that knows a language."""

from __future__ import annotations

from cards.languages.chinese import CHINESE
from cards.languages.english import ENGLISH
from cards.languages.language import Language
from cards.languages.plain import PLAIN

LANGUAGES: tuple[Language, ...] = (CHINESE, ENGLISH)


def language_named(code: str) -> Language:
    """Return the language of a document's code ("zh-Hant" is read as "zh"); the plain one where none knows it."""
    return next((language for language in LANGUAGES if language.code == code.split("-")[0]), PLAIN)
