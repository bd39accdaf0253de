"""Blocks with markup -> prose, and the way back to the file."""

from __future__ import annotations

from cards.documents import Prose, prose_of, read_text


def _prose(markdown: str) -> tuple[str, Prose]:
    document = read_text(markdown, name="notes.md")
    return document.text, prose_of(document, document.blocks[0])


def test_bold_beside_chinese_quotation_marks_is_bold() -> None:
    _, prose = _prose("群众路线的**“一切为了群众”**是核心，**核心：**为民。")

    assert prose.text == "群众路线的“一切为了群众”是核心，核心：为民。"


def test_words_lead_to_their_place_between_the_marks() -> None:
    text, prose = _prose("党的**根本宗旨**是[服务](http://example.org/a)。")
    start = prose.text.index("根本宗旨")

    assert prose.span(start, start + 4).of(text) == "根本宗旨"
    assert prose.span(start, start + 7).of(text) == "根本宗旨**是[服务"


def test_an_entity_is_one_character_with_the_place_of_all_of_it() -> None:
    text, prose = _prose("A &amp; B")

    assert prose.text == "A & B"
    assert prose.span(2, 3).of(text) == "&amp;"


def test_lines_of_a_quote_are_joined_without_their_marks() -> None:
    text, prose = _prose("> 水慢下来，\n> 泥沙沉淀。")

    assert prose.text == "水慢下来，泥沙沉淀。"
    assert prose.span(5, 9).of(text) == "泥沙沉淀"


def test_english_lines_are_joined_with_a_space() -> None:
    assert _prose("- the rider\n  sat astride")[1].text == "the rider sat astride"


def test_text_files_say_what_they_hold() -> None:
    document = read_text("A **b** &amp; c.", name="notes.txt")

    assert prose_of(document, document.blocks[0]).text == "A **b** &amp; c."


def test_an_empty_stretch_has_an_empty_place() -> None:
    text, prose = _prose("一**二**三")

    assert prose.span(1, 1).of(text) == ""
    assert prose.span(3, 3).start == len(text)
