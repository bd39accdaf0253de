"""Bytes in any encoding -> the text that somebody wrote."""

from __future__ import annotations

from pathlib import Path

import opencc
import pytest

from cards.documents.decoding import decode
from cards.errors import CardsError

ARTICLE = (Path(__file__).parents[3] / "examples" / "mass-line.zh.txt").read_text(encoding="utf-8")
TRADITIONAL = str(opencc.OpenCC("s2tw").convert(ARTICLE))
JAPANESE = "吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。"
KOREAN = "모든 국민은 법 앞에 평등하다. 누구든지 차별을 받지 아니한다."
FRENCH = "L’été, les élèves préfèrent rêver à la fenêtre où chante la cigale."

_WRITTEN = [
    (ARTICLE, ("utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "gb18030", "gbk")),
    (TRADITIONAL, ("utf-8", "utf-16-le", "utf-16-be", "big5hkscs", "gb18030")),
    (JAPANESE, ("utf-8", "shift_jis", "euc_jp", "utf-16-le")),
    (KOREAN, ("utf-8", "euc_kr", "utf-16-be")),
    (FRENCH, ("utf-8", "cp1252", "utf-16-le")),
]


@pytest.mark.parametrize(
    ("text", "encoding"), [(text, encoding) for text, some in _WRITTEN for encoding in some]
)
def test_the_encoding_is_found(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), name="notes.txt").text == text


def _share_of_samples_read(text: str, encoding: str) -> float:
    words = [text[at : at + 8] for at in range(0, len(text) - 8, 5)]
    right = 0
    for word in words:
        try:
            right += decode(word.encode(encoding), name="notes.txt").text == word
        except CardsError:
            continue
    return right / len(words)


@pytest.mark.parametrize(
    ("text", "encoding", "least"),
    [
        (ARTICLE, "gb18030", 0.99),
        (TRADITIONAL, "big5hkscs", 0.99),
        (ARTICLE, "utf-16-le", 1.0),
        (ARTICLE, "utf-16-be", 1.0),
        (TRADITIONAL, "utf-16-le", 1.0),
        (ARTICLE, "utf-8", 1.0),
    ],
)
def test_eight_characters_are_enough(text: str, encoding: str, least: float) -> None:
    assert _share_of_samples_read(text, encoding) >= least


def test_a_chinese_end_of_a_long_english_file_decides() -> None:
    text = "The mass line is explained below. " * 1000 + ARTICLE

    assert decode(text.encode("gb18030"), name="notes.txt").text == text


def test_newlines_of_windows_and_old_macs_become_plain() -> None:
    assert decode("一\r\n二\r三\n".encode(), name="notes.txt").text == "一\n二\n三\n"


def test_short_english_notes_are_not_taken_for_utf_16() -> None:
    assert decode(b"Bush hid the facts", name="notes.txt").text == "Bush hid the facts"


def _refusal(data: bytes, encoding: str | None = None) -> str:
    with pytest.raises(CardsError) as refused:
        decode(data, name="notes.txt", encoding=encoding)
    return str(refused.value)


def test_a_broken_byte_in_utf_8_is_named_with_its_line() -> None:
    broken = ARTICLE.encode().replace("二、".encode(), b"\xff\xff")

    assert _refusal(broken) == (
        f"notes.txt:9: byte {ARTICLE.encode().index('二、'.encode()) + 1} (0xff) is not UTF-8 though the rest is "
        "(2 broken in all); mend it, or on the command line name another encoding with --encoding"
    )


def test_bytes_without_sense_are_refused_with_what_was_tried() -> None:
    refusal = _refusal(b"\xff\x81\x00\x00\x01\x02" * 50)

    assert refusal.startswith("notes.txt: cannot tell how its text is encoded (tried UTF-8, UTF-16, GB18030")
    assert refusal.endswith("name the encoding with --encoding")


def test_a_wrong_named_encoding_says_where_it_fails() -> None:
    refusal = _refusal(b"one\ntwo \xe9\n", encoding="ascii")

    assert refusal.startswith("notes.txt:2: byte 9 (0xe9) is not ascii")


def test_an_encoding_that_does_not_exist_is_named() -> None:
    assert "there is no encoding called 'klingon'" in _refusal(b"one", encoding="klingon")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (ARTICLE.encode("gb18030"), "GB18030"),
        (TRADITIONAL.encode("big5hkscs"), "Big5"),
        (ARTICLE.encode("utf-16-le"), "UTF-16"),
        (JAPANESE.encode("shift_jis"), "Shift-JIS"),
    ],
)
def test_the_learner_is_told_an_encoding_that_was_guessed(data: bytes, told: str) -> None:
    remarks = decode(data, name="notes.txt").remarks

    assert [str(remark) for remark in remarks] == [
        f"read as {told}, by the look of its letters; where they are wrong, choose the encoding"
    ]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [(ARTICLE.encode(), None), (ARTICLE.encode("utf-16"), None), (ARTICLE.encode("gbk"), "gbk")],
)
def test_an_encoding_that_is_sure_is_not_told(data: bytes, encoding: str | None) -> None:
    assert decode(data, name="notes.txt", encoding=encoding).remarks == ()
