"""Files in tests/golden/documents -> their blocks, as the listing beside each file says."""

from __future__ import annotations

from pathlib import Path

import pytest

from cards.documents import read_file
from tests.cards.documents.listing import listing

GOLDEN = Path(__file__).parents[2] / "golden" / "documents"
CASES = sorted(path.name.removesuffix(".blocks") for path in GOLDEN.glob("*.blocks"))


@pytest.mark.parametrize("name", CASES)
def test_a_document_has_the_blocks_that_its_listing_says(name: str) -> None:
    expected = (GOLDEN / f"{name}.blocks").read_text(encoding="utf-8")

    assert listing(read_file(GOLDEN / name)) == expected


def test_every_golden_document_has_a_listing_that_says_something() -> None:
    documents = {path.name for path in GOLDEN.iterdir() if path.is_file() and path.suffix != ".blocks"}

    assert documents == set(CASES)
    assert all((GOLDEN / f"{name}.blocks").read_text(encoding="utf-8").count("\n") > 3 for name in CASES)


def test_the_article_has_its_title_three_sections_and_four_subsections() -> None:
    article = read_file(Path(__file__).parents[3] / "examples" / "mass-line.zh.txt")
    headings = [line for line in listing(article).splitlines() if line.startswith("heading")]

    assert headings == [
        "heading 1: 如何在工作和训练中坚持党的群众路线",
        "heading 2: 一是深刻理解始终坚持党的群众路线的重要内涵和重大意义。",
        "heading 2: 二、正确看待党的群众工作的新形势和新特点。",
        "heading 2: 第三,以务实的作风认真做好新时期党的群众工作。",
        "heading 3: (一)深入调研,解决群众反映强烈的热点问题。",
        "heading 3: (二)贴近群众,加强对群众的教育。",
        "heading 3: (三)联系群众,提高服务群众的能力。",
        "heading 3: (4)依靠群众,努力创新群众工作。",
    ]
