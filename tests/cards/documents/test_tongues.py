"""Paragraphs in another language than their document, told by their script and asked about in their own words."""

from __future__ import annotations

import pytest

from cards.documents import Kind, read_text
from cards.pipeline import Density, Options, make_notes
from cards.reading import readings_of

CHINESE = (
    "光合作用是绿色植物利用光能制造有机物的过程。密切联系群众是我们党最大的政治优势，脱离群众是最大的危险。"
)
ENGLISH = (
    "The mitochondrion is the organelle that produces most of the energy of a cell. "
    "The membrane that surrounds a cell is called the plasma membrane."
)
FRENCH = "La photosynthèse est le processus par lequel les plantes vertes produisent de la matière organique."


def languages(text: str) -> list[str]:
    return [block.language for block in read_text(text, name="mixed.md").blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{CHINESE}\n\n{CHINESE}\n\n{ENGLISH}", ["", "", "en"]),
        (f"{ENGLISH}\n\n{ENGLISH}\n\n{CHINESE}", ["", "", "zh"]),
        (f"{CHINESE}\n\n{CHINESE}\n\n{FRENCH}", ["", "", "fr"]),
        (f"{CHINESE}\n\nMicrosoft Office 2024\n\n{CHINESE}", ["", "", ""]),
        (f"{ENGLISH}\n\nThe word 群众 means the masses of the people, as it is used here.", ["", ""]),
    ],
)
def test_a_paragraph_in_another_script_says_its_language(text: str, expected: list[str]) -> None:
    assert languages(text) == expected


def test_code_keeps_the_name_of_its_own_language() -> None:
    (block,) = (
        block
        for block in read_text(f"{CHINESE}\n\n```python\nprint(1)\n```\n", name="code.md").blocks
        if block.kind is Kind.CODE
    )

    assert block.language in ("", "python")
    assert len(readings_of(read_text(f"{CHINESE}\n\n```python\nprint(1)\n```\n", name="code.md"))) == 1


def test_each_language_is_asked_about_in_its_own_words() -> None:
    document = read_text(f"# 细胞\n\n{CHINESE * 3}\n\n{ENGLISH}", name="mixed.md")

    notes = make_notes(document, Options(density=Density.DENSE))

    by_language = {note.language for note in notes}
    assert by_language == {"zh", "en"}
    english = [note for note in notes if note.language == "en"]
    assert all(note.source.quote in ENGLISH for note in english)
    assert {note.source.section for note in english} == {("细胞",)}
