"""The interface's words: intervals, the choice of a language, complete translations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import opencc
import pytest
from babel.messages import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from cards import documents
from webreview.pages.interface import LANGUAGES, LOCALE, catalogue, wished
from webreview.pages.intervals import interval_text
from webreview.pages.traditional import traditional

KEYWORDS = {**DEFAULT_KEYWORDS, "CardsError": None, "to_translate": None}
# Traditional Chinese is made from the simplified.
TRANSLATED = [code for code, _, _ in LANGUAGES if code not in ("en", "zh_Hant")]


@pytest.mark.parametrize(
    ("interval", "english", "chinese"),
    [
        (timedelta(seconds=20), "1 min", "1 分钟"),
        (timedelta(minutes=1), "1 min", "1 分钟"),
        (timedelta(minutes=5, seconds=30), "6 min", "6 分钟"),
        (timedelta(minutes=59, seconds=50), "1 h", "1 小时"),
        (timedelta(hours=5), "5 h", "5 小时"),
        (timedelta(hours=23, minutes=45), "1 day", "1 天"),
        (timedelta(days=1), "1 day", "1 天"),
        (timedelta(days=30), "30 days", "30 天"),
        (timedelta(days=76), "2.5 months", "2.5 个月"),
        (timedelta(days=91), "3 months", "3 个月"),
        (timedelta(days=31), "1 month", "1 个月"),
        (timedelta(days=364), "12 months", "12 个月"),
        (timedelta(days=365), "1 year", "1 年"),
        (timedelta(days=548), "1.5 years", "1.5 年"),
        (timedelta(days=36500), "99.9 years", "99.9 年"),
        (timedelta(0), "1 min", "1 分钟"),
        (timedelta(seconds=-5), "1 min", "1 分钟"),
    ],
)
def test_an_interval_is_said_as_on_a_button(interval: timedelta, english: str, chinese: str) -> None:
    assert interval_text(interval, catalogue("en")) == english
    assert interval_text(interval, catalogue("zh")) == chinese


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "en"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh"),
        ("en-GB,en;q=0.9,zh;q=0.8", "en"),
        ("fr,zh;q=0.5", "zh"),
        ("fr-FR,de", "en"),
        ("en;q=0.2,zh-TW;q=0.7", "zh_Hant"),
        ("zh-Hant-HK,en", "zh_Hant"),
        ("zh-Hans-SG,zh-TW;q=0.5", "zh"),
        ("zh;q=nonsense,en", "en"),
        (";;,,=;q=", "en"),
    ],
)
def test_the_browsers_wish_chooses_the_language(header: str, language: str) -> None:
    assert wished(header) == language


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_sentence_of_the_interface_is_translated(language: str) -> None:
    translated = {message.id: message for message in written(language) if message.id}
    assert set(translated) == spoken()
    assert [one for one, message in translated.items() if not message.string or message.fuzzy] == []


@pytest.mark.parametrize(
    ("english", "traditional"),
    [
        ("Settings", "設定"),
        ("Taken back.", "已復原。"),
        ("Undo, as often as you like", "復原，次數不限"),
        ("%s day", "%s 天"),
    ],
)
def test_traditional_chinese_says_what_simplified_does(english: str, traditional: str) -> None:
    assert catalogue("zh_Hant").gettext(english) == traditional


def test_no_sentence_of_traditional_chinese_keeps_simplified_characters_or_loses_its_places() -> None:
    converter = opencc.OpenCC("s2t")
    said = [listed(message.string or "")[0] for message in written("zh") if message.id]
    ours = [traditional(sentence) for sentence in said]
    # The converter's own mistake, which ours mends.
    again = [converter.convert(one).replace("隻影響", "只影響") for one in ours]
    assert [one for one, other in zip(ours, again, strict=True) if other != one.replace("台", "臺")] == []
    assert [re.findall(r"%\(\w+\)\w|%\w|\{\w+\}", one) for one in ours] == [
        re.findall(r"%\(\w+\)\w|%\w|\{\w+\}", one) for one in said
    ]


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_compiled_words_are_those_that_were_written(language: str) -> None:
    with folder(language).joinpath("kapian.mo").open("rb") as file:
        compiled = read_mo(file)
    assert meanings(compiled) == meanings(written(language))


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_have_the_places_of_the_originals(language: str) -> None:
    faults = [
        (message.id, [str(error) for error in message.check(written(language))])
        for message in written(language)
        if message.id and message.check(written(language))
    ]
    assert faults == []


def spoken() -> set[str | tuple[str, ...]]:
    """Return the ids of all messages in the pages, their templates, and the refusals of documents."""
    with (LOCALE / "babel.cfg").open() as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]
    found = [
        message
        for place in (LOCALE.parent, Path(documents.__path__[0]))
        for _, _, message, _, _ in extract_from_dir(place, methods, options, KEYWORDS)
    ]
    return {message if isinstance(message, str) else tuple(message) for message in found}


def written(language: str) -> Catalog:
    """Return the catalogue as a translator writes it."""
    with folder(language).joinpath("kapian.po").open("rb") as file:
        return read_po(file, locale=language)


def meanings(messages: Catalog) -> dict[str, list[str]]:
    """Return what each message means; one with a plural is known by its singular."""
    return {listed(message.id)[0]: listed(message.string or ()) for message in messages if message.id}


def listed(words: str | Sequence[str]) -> list[str]:
    return [words] if isinstance(words, str) else list(words)


def folder(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES"
