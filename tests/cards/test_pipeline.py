"""Document -> notes, with and without the reasons of what was refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from cards.documents import read_text
from cards.pipeline import Density, Options, consider, make_notes

ARTICLE = (Path(__file__).parents[2] / "examples" / "mass-line.zh.txt").read_text(encoding="utf-8")
CELLS = """# The Cell

A cell is the smallest independently functioning unit of a living organism. The nucleus holds its genetic material.
The membrane that surrounds a cell is called the plasma membrane. Large amounts of water also pass through channels
known as aquaporins. The reduced diameter of the vessels also raises the pressure.
"""


@pytest.mark.parametrize("text", [ARTICLE, CELLS])
@pytest.mark.parametrize("density", Density)
def test_the_same_notes_are_made_whether_or_not_reasons_are_wanted(text: str, density: Density) -> None:
    document = read_text(text, name="text.md")
    options = Options(density=density)
    assert consider(document, options).chosen == make_notes(document, options) != ()


def test_doubtful_drafts_are_refused_with_their_doubt() -> None:
    refused = consider(read_text(CELLS, name="cells.md")).refused
    assert any(one.reason.startswith("doubtful: ") for one in refused)


def test_a_short_text_of_doubtful_cards_gets_its_best_one() -> None:
    text = """光合作用

光合作用是绿色植物利用光能把二氧化碳和水合成有机物并释放氧气的过程。光合作用的场所是叶绿体。
只有在有光的条件下，光合作用才能进行。
"""
    assert make_notes(read_text(text, name="光合作用.txt"))


def test_a_text_that_says_nothing_gets_no_card() -> None:
    document = read_text("哦，好的。", name="哦.txt")

    assert [make_notes(document, Options(density=density)) for density in Density] == [(), (), ()]
