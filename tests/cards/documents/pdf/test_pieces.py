"""Runs of letters -> the words of a line."""

from __future__ import annotations

from cards.documents.pdf.glyphs import Font, Run
from cards.documents.pdf.pieces import pieces_of

SONG = Font("SimSun", bold=False, italic=False, fixed=False)


def _words(words: str) -> list[str]:
    run = Run(words, 72, 72 + 10 * len(words), 700, 10, SONG, 0)
    return [piece.words for piece in pieces_of((run,), (), spaced=True, parted_by_gaps=False)]


def test_spaces_that_text_recognition_puts_between_chinese_characters_go() -> None:
    assert _words("十 年 以 前 ， 这 个 县 没有 一 座 像样 的 图 书馆 。") == [
        "十年以前，这个县没有一座像样的图书馆。"
    ]


def test_a_space_that_an_author_wrote_stays() -> None:
    assert _words("第一章 从无到有 一九四九年至今") == ["第一章 从无到有 一九四九年至今"]
