"""The numbers that an author sees before the paragraphs of a list."""

from __future__ import annotations

import pytest

from cards.documents.office.counting import counted
from tests.cards.documents.word.files import p, style, told, word


def level(at: int, form: str, text: str, more: str = "") -> str:
    said = f'<w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/>{said}</w:lvl>'


def lists(*levels: str, more: str = "") -> str:
    inside = "".join(levels)
    return (
        f'<w:abstractNum w:abstractNumId="5">{inside}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>{more}'
    )


def item(words: str, at: int = 0, number: str = "1", **options: str) -> str:
    listed = f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>'
    return p(words, properties=listed, **options)


def test_items_are_numbered_by_their_depths() -> None:
    numbering = lists(
        level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)"), level(2, "lowerRoman", "%1.%2.%3")
    )
    body = item("a") + item("b", 1) + item("c", 1) + item("d", 2) + item("e") + item("f", 1)

    assert told(word(body, numbering=numbering)) == [
        "item 1: 1. a",
        "item 2: a) b",
        "item 2: b) c",
        "item 3: 1.b.i d",
        "item 1: 2. e",
        "item 2: a) f",
    ]


def test_bullets_say_nothing() -> None:
    numbering = lists(level(0, "bullet", "\uf0b7"), level(1, "bullet", "o"))

    assert told(word(item("a") + item("b", 1), numbering=numbering)) == ["item 1: a", "item 2: b"]


def test_paragraphs_between_do_not_stop_the_counting() -> None:
    numbering = lists(level(0, "decimal", "%1."))

    assert told(word(item("a") + p("text") + item("b"), numbering=numbering))[-1] == "item 1: 2. b"


def test_an_empty_item_is_counted() -> None:
    assert told(word(item("a") + item("") + item("c"), numbering=lists(level(0, "decimal", "%1.")))) == [
        "item 1: 1. a",
        "item 1: 3. c",
    ]


def test_a_second_list_of_the_same_form_goes_on_unless_it_begins_anew() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    more = (
        '<w:num w:numId="2"><w:abstractNumId w:val="5"/></w:num>'
        f'<w:num w:numId="3"><w:abstractNumId w:val="5"/>{override}</w:num>'
    )
    body = item("a") + item("b", number="2") + item("c", number="3") + item("d", number="3")

    assert told(word(body, numbering=lists(level(0, "decimal", "%1."), more=more))) == [
        "item 1: 1. a",
        "item 1: 2. b",
        "item 1: 1. c",
        "item 1: 2. d",
    ]


def test_a_level_that_never_restarts_counts_on() -> None:
    numbering = lists(level(0, "decimal", "%1."), level(1, "decimal", "%2)", '<w:lvlRestart w:val="0"/>'))
    body = item("a") + item("b", 1) + item("c") + item("d", 1)

    assert told(word(body, numbering=numbering))[-1] == "item 2: 2) d"


def test_headings_carry_the_numbers_of_their_styles() -> None:
    numbering = lists(
        level(0, "chineseCountingThousand", "第%1章", '<w:pStyle w:val="h1"/>'),
        level(1, "decimal", "%1.%2", '<w:pStyle w:val="h2"/><w:isLgl/>'),
    )
    listed = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = style("h1", "heading 1", listed) + style("h2", "heading 2", listed)
    body = p("水", style="h1") + p("冰", style="h2") + p("正文。") + p("火", style="h1") + p("烟", style="h2")

    assert told(word(body, numbering=numbering, styles=styles)) == [
        "heading 1: 第一章 水",
        "heading 2: 1.1 冰",
        "paragraph: 正文。",
        "heading 1: 第二章 火",
        "heading 2: 2.1 烟",
    ]


def test_sections_that_are_numbered_without_a_heading_style_are_headings() -> None:
    numbering = lists(level(0, "chineseCounting", "%1、"), level(1, "chineseCounting", "（%2）"))
    prose = p("水是湿的，人人都知道这一点，火是热的。")
    body = item("水") + prose + item("冰", 1) + prose + item("火") + prose

    assert [line for line in told(word(body, numbering=numbering)) if line.startswith("heading")] == [
        "heading 1: 一、水",
        "heading 2: （一）冰",
        "heading 1: 二、火",
    ]


def test_a_list_may_be_defined_by_a_style_of_lists() -> None:
    more = (
        '<w:abstractNum w:abstractNumId="6"><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:num w:numId="2"><w:abstractNumId w:val="6"/></w:num>'
    )
    linked = style(
        "L", "list style", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', kind="numbering"
    )
    body = item("a", number="2") + item("b", number="2")

    assert told(word(body, numbering=lists(level(0, "upperRoman", "%1."), more=more), styles=linked)) == [
        "item 1: I. a",
        "item 1: II. b",
    ]


@pytest.mark.parametrize("number", ["0", "9", "x"])
def test_a_list_that_is_none_gives_no_number(number: str) -> None:
    assert told(word(item("a", number=number), numbering=lists(level(0, "decimal", "%1.")))) == [
        "paragraph: a"
    ]


@pytest.mark.parametrize(
    ("form", "number", "written"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 3, "03"),
        ("upperRoman", 1994, "MCMXCIV"),
        ("lowerRoman", 5000, "5000"),
        ("lowerLetter", 28, "bb"),
        ("ordinal", 22, "22nd"),
        ("ordinal", 112, "112th"),
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 21, "二十一"),
        ("chineseCountingThousand", 105, "一百零五"),
        ("chineseCountingThousand", 1001, "一千零一"),
        ("japaneseCounting", 110, "一百一十"),
        ("ideographDigital", 105, "一〇五"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("ideographLegalTraditional", 3, "參"),
        ("ideographTraditional", 3, "丙"),
        ("ideographTraditional", 11, "11"),
        ("ideographZodiac", 12, "亥"),
        ("decimalEnclosedCircle", 20, "⑳"),
        ("decimalEnclosedCircleChinese", 21, "21"),
        ("decimalFullWidth", 10, "１０"),
        ("none", 3, ""),
        ("unheard of", 3, "3"),
    ],
)
def test_numbers_are_written_as_word_writes_them(form: str, number: int, written: str) -> None:
    assert counted(number, form) == written
