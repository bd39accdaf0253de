"""A document -> what its reader found."""

from __future__ import annotations

import json
import re
from pathlib import Path

from cards.blockline import write_block_lines, write_block_text
from cards.documents import Document, Kind, Media, read_text
from cards.documents.building import DocumentBuilder
from cards.model import Place, Unit

PICTURE = Media("3f0c.png", "image/png", b"png")


def slides() -> Document:
    builder = DocumentBuilder()
    builder.begin(Place(Unit.SLIDE, "1"))
    builder.add(Kind.HEADING, "群众路线", 1)
    builder.begin(Place(Unit.SLIDE, "2"))
    builder.add(Kind.ITEM, "一切为了群众", 2)
    builder.picture(PICTURE, "一张图")
    builder.add(Kind.PARAGRAPH, "An English line.", language="en")
    builder.row(["甲", "乙"], heading=True)
    builder.remark("{count} sounds were left out", count=2)
    return builder.document(name="slides.pptx")


def test_blocks_stand_with_their_place_level_language_and_words() -> None:
    assert write_block_text(slides()).decode().splitlines() == [
        "slides.pptx: zh, 35 characters in 4 blocks",
        "heading 1   slide 1      群众路线",
        "item 2      slide 2      一切为了群众",
        "picture     slide 2      [一张图]",
        "paragraph   slide 2      (en) An English line.",
        "table       slide 2      甲\t乙",
        "left out: 2 sounds were left out",
    ]


def test_markup_is_not_read_and_lines_of_code_stand_below_each_other() -> None:
    document = read_text("# **Cells**\n\n```\na\n  b\n```\n", name="a.md")
    assert write_block_text(document).decode().splitlines()[1:] == [
        "heading 1   Cells",
        "code        a",
        "              b",
    ]


def test_block_lines_are_for_programs() -> None:
    lines = [json.loads(line) for line in write_block_lines(slides()).splitlines()]
    assert [line["type"] for line in lines] == [
        "document",
        "block",
        "block",
        "picture",
        "block",
        "block",
        "remark",
    ]
    assert lines[2] == {
        "type": "block",
        "kind": "item",
        "level": 2,
        "language": "zh",
        "text": "一切为了群众",
        "start": 6,
        "end": 12,
        "place": {"unit": "slide", "label": "2"},
    }
    assert lines[3]["media"] == "3f0c.png"


def test_the_documentation_names_the_keys_of_the_block_lines() -> None:
    documentation = (Path(__file__).parents[2] / "docs" / "documents.md").read_text(encoding="utf-8")
    described = documentation.partition("## What is printed")[2].partition("\n## ")[0]
    keys = {key for line in write_block_lines(slides()).splitlines() for key in json.loads(line)} - {"type"}
    named = {
        key
        for row in re.findall(r"^\| `\w+` \|(.*)$", described, re.MULTILINE)
        for key in re.findall(r"`(\w+)`", row)
    }
    assert keys <= named
