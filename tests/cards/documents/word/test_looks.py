"""Headings that are only set larger, bolder or in the middle."""

from __future__ import annotations

from tests.cards.documents.word.files import p, r, style, told, word

BOLD, LARGE, LARGER = "<w:b/>", '<w:sz w:val="28"/>', '<w:sz w:val="44"/>'
CENTRED = '<w:jc w:val="center"/>'
PROSE = "细胞是生命的基本单位，所有的生物都由细胞组成，病毒除外。"


def _kinds(*paragraphs: str, styles: str = "") -> list[str]:
    return [line.split(":")[0] for line in told(word("".join(paragraphs), styles=styles))]


def test_larger_and_bolder_paragraphs_are_headings() -> None:
    body = (
        p(r("细胞生物学讲义", LARGER), properties=CENTRED),
        p(r("细胞膜", BOLD)),
        p(PROSE),
        p(r("细胞核", LARGE)),
        p(PROSE),
    )

    assert _kinds(*body) == ["heading 1", "heading 2", "paragraph", "heading 2", "paragraph"]


def test_the_first_line_in_the_middle_is_the_title() -> None:
    body = p(r("细胞", BOLD), properties=CENTRED), p(PROSE), p(r("膜", BOLD)), p(PROSE)

    assert _kinds(*body) == ["heading 1", "paragraph", "heading 2", "paragraph"]


def test_headings_of_one_look_have_one_level() -> None:
    body = p(r("细胞膜", BOLD)), p(PROSE), p(r("细胞核", BOLD)), p(PROSE)

    assert _kinds(*body) == ["heading 1", "paragraph", "heading 1", "paragraph"]


def test_bold_sentences_long_lines_and_the_last_line_are_no_headings() -> None:
    body = (
        p(PROSE),
        p(r("细胞是生命的基本单位。", BOLD)),
        p(PROSE),
        p(r("细胞膜" * 12, BOLD)),
        p(PROSE),
        p(r("某某学校", BOLD)),
    )

    assert _kinds(*body) == ["paragraph"] * 6


def test_bold_says_nothing_where_all_is_bold() -> None:
    body = p(r(PROSE, BOLD)), p(r("细胞膜", BOLD)), p(r("细胞核", BOLD)), p(r(PROSE, BOLD))

    assert _kinds(*body) == ["paragraph"] * 4


def test_numbered_lines_in_bold_are_judged_as_sequences() -> None:
    body = p(r("讲义", LARGER)), p(r("一、细胞膜", BOLD)), p(PROSE), p(r("二、细胞核", BOLD)), p(PROSE)

    assert _kinds(*body) == ["heading 1", "heading 2", "paragraph", "heading 2", "paragraph"]


def test_where_there_are_headings_by_style_looks_say_nothing() -> None:
    body = p("细胞", style="h"), p(r("细胞膜", BOLD)), p(PROSE)

    assert _kinds(*body, styles=style("h", "heading 1")) == ["heading 1", "paragraph", "paragraph"]
