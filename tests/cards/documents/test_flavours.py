"""Markdown as Obsidian, Notion and writers of formulas have it -> what is read, while the text stays the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from cards.documents import Document, Hints, Kind, prose_of, read
from cards.documents.model import Beside, nothing_beside
from cards.model import Span

PICTURE = (Path(__file__).parents[2] / "golden" / "corpus" / "spectrum.png").read_bytes()


def _read(text: str, *, name: str = "notes.md", beside: Beside = nothing_beside) -> Document:
    return read(text.encode(), name=name, hints=Hints(encoding="utf-8", beside=beside))


def _said(text: str) -> list[str]:
    document = _read(text)
    return [f"{block.kind}: {prose_of(document, block).text}" for block in document.blocks]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("见[[细胞]]。", "见细胞。"),
        ("见[[细胞|一个词]]。", "见一个词。"),
        ("见[[生物/细胞#膜]]。", "见生物/细胞 > 膜。"),
        ("见[[#膜]]。", "见膜。"),
        ("见[[细胞#^a1]]。", "见细胞。"),
        ("见![[细胞]]。", "见。"),
        ("a [[b c|**d**]] e", "a **d** e"),
        ("数组 a[[1, 2]] 不变[", "数组 a1, 2 不变["),
        ("甲==乙==丙", "甲乙丙"),
        ("if a==b and c==d", "if a==b and c==d"),
        ("a == b == c", "a == b == c"),
        ("甲%%乙%%丙", "甲丙"),
        ("十 %% 与 5 % 不同", "十 %% 与 5 % 不同"),
        ("甲是乙。 ^a-1", "甲是乙。"),
        ("2 ^ 3 与 x^2", "2 ^ 3 与 x^2"),
        ("甲是乙 #标签 #a/b", "甲是乙 标签 a/b"),
        ("C# 与 #1 与 a#b", "C# 与 #1 与 a#b"),
        ("10<sup>3</sup>，H<sub>2</sub>O", "10³，H₂O"),
        ("速率 $v$ 为 $5", r"速率 \(v\) 为 $5"),
        (r"速率 \(v_1\) 为 \[a\]", r"速率 \(v_1\) 为 \(a\)"),
        (r"a \* b \( c", "a * b ( c"),
        ("价格 $$E = mc^2$$ 等", r"价格 \(E = mc^2\) 等"),
    ],
)
def test_words_are_read_as_the_program_shows_them(text: str, said: str) -> None:
    assert _said(text) == [f"paragraph: {said}"]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("> [!note] 题\n> 甲是乙。", ["quote: 题", "quote: 甲是乙。"]),
        ("> [!tip]-\n> 甲是乙。\n>\n> 丙。", ["quote: 甲是乙。", "quote: 丙。"]),
        ("> [!note]\n>\n> 甲是乙。", ["quote: 甲是乙。"]),
        ("> [note] 甲", ["quote: [note] 甲"]),
        ("#甲 #乙\n\n丙是丁。", ["paragraph: 丙是丁。"]),
        ("%%\n甲\n\n乙\n%%\n\n丙是丁。", ["paragraph: 丙是丁。"]),
        ("\\[\nE = mc^2\n\\]\n\n甲。", ["formula: E = mc^2", "paragraph: 甲。"]),
        ("```math\nE\n```\n\n甲。", ["formula: E", "paragraph: 甲。"]),
        ("```\n%%\n[[a]]\n%%\n```", ["code: %%\n[[a]]\n%%"]),
    ],
)
def test_lines_are_blocks_as_the_program_shows_them(text: str, blocks: list[str]) -> None:
    assert _said(text) == blocks


def test_the_text_stays_the_file() -> None:
    text = "%%备注%%\n\n见[[细胞|一个词]]和 $x$。\n"
    document = _read(text)
    prose = prose_of(document, document.blocks[0])

    assert document.text == text
    assert prose.span(1, 4).of(text) == "一个词"
    assert prose.span(6, 11) == Span(text.index("$x$"), text.index("$x$") + 3)


@pytest.mark.parametrize(
    ("text", "named", "caption"),
    [
        ("![细胞](img/a%20b.png)", "img/a b.png", "细胞"),
        ("![细胞|300](a.png)", "a.png", "细胞"),
        ("![[a.png]]", "a.png", ""),
        ("![[a.png|细胞]]", "a.png", "细胞"),
        ("![[a.png|300x200]]", "a.png", ""),
        ("甲 <img src='a.png' alt='细胞'> 乙", "a.png", "细胞"),
        ("<div>\n<img alt=细胞 src=a.png>\n</div>", "a.png", "细胞"),
        ("| ![细胞](a.png) | 乙 |\n|-|-|\n| 丙 | 丁 |", "a.png", "细胞"),
    ],
)
def test_pictures_come_from_beside_the_file(text: str, named: str, caption: str) -> None:
    document = _read(f"{text}\n\n甲是乙。", beside=lambda name: PICTURE if name == named else None)

    assert [(shown.media, shown.caption) for shown in document.pictures] == [
        (document.media[0].name, caption)
    ]
    assert document.pictures[0].span.of(document.text) in (caption, "")


def test_pictures_that_cannot_be_had_are_told() -> None:
    document = _read("甲![](https://a/b.png)![](b.png)![](c.png)", beside=lambda name: b"no picture")

    assert [str(remark) for remark in document.remarks] == [
        "pictures that are elsewhere on the web were left out: 1",
        "pictures in formats that browsers do not show were left out: 2",
    ]


@pytest.mark.parametrize(
    ("fence", "language"),
    [
        ("python", "python"),
        ("python title='a'", "python"),
        ("{.c++ .lines}", "c++"),
        ("{r}", "r"),
        ("", ""),
        ("text", ""),
    ],
)
def test_code_knows_its_language(fence: str, language: str) -> None:
    document = _read(f"```{fence}\nx\n```\n")

    assert [(block.kind, block.language) for block in document.blocks] == [(Kind.CODE, language)]


NOTION = "Cells 0123456789abcdef0123456789abcdef.md"


def test_a_page_of_notion_is_called_without_its_id_and_read_without_its_properties() -> None:
    document = _read("# Cells\n\nCreated: May 1\nTags: a, b\n\nA cell is small.", name=NOTION)

    assert document.name == "Cells.md"
    assert [prose_of(document, block).text for block in document.blocks] == ["Cells", "A cell is small."]


def test_lines_like_properties_stay_in_other_notes() -> None:
    assert len(_read("# Cells\n\nCreated: May 1\n\nA cell is small.").blocks) == 3


def test_tables_in_files_of_their_own_are_told() -> None:
    document = _read("# Cells\n\n[Organelles](Cells/Organelles.csv)\n\nA cell.", name=NOTION)

    assert [str(remark) for remark in document.remarks] == [
        "tables that are kept in files of their own were left out: 1"
    ]


@pytest.mark.parametrize(
    "text",
    ["\\[a" * 20_000, "\\(a " * 20_000, "[[a" * 5_000, "==a " * 20_000, "%%a " * 20_001, "$a " * 20_000,
     "#a/" * 50_000 + "!", "<sup>a" * 20_000, "```\n%%\n" * 20_000, "> [!" * 5_000],
    ids=["brackets", "parentheses", "links", "marks", "comments", "dollars", "tag", "raised", "fences", "notes"],
)  # fmt: skip
def test_what_is_opened_and_never_closed_is_read(text: str) -> None:
    assert _read(text).blocks
