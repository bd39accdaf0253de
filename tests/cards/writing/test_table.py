"""Rows of tables asked column by column."""

from __future__ import annotations

from cards.documents import read_text
from cards.model import cards_of
from cards.pipeline import make_notes
from cards.reading import understand
from cards.writing.table import MOST_ROWS, WRITER

TERMS = """# Elasticity

| Term | Meaning |
|---|---|
| Consumer surplus | what buyers are willing to pay minus what they pay |
| Producer surplus | what sellers receive minus their cost |
"""
CAPITALS = """# 南美洲

| 国家 | 首都 | 面积 |
|---|---|---|
| 秘鲁 | 利马 | - |
| 智利 | 圣地亚哥 | 75万平方公里 |
"""


def asked(text: str) -> list[str]:
    drafts = WRITER.write(understand(read_text(text, name="table.md")))
    return [
        f"{card.prompt} = {card.answer}".replace("\n", " / ") for d in drafts for card in cards_of(d.note)
    ]


def test_a_term_is_asked_for_by_its_meaning_below_the_heading() -> None:
    assert asked(TERMS) == [
        "Elasticity / Term: [...] / Meaning: what buyers are willing to pay minus what they pay = Consumer surplus",
        "Elasticity / Term: [...] / Meaning: what sellers receive minus their cost = Producer surplus",
    ]


def test_other_columns_are_asked_for_by_the_first() -> None:
    assert asked(CAPITALS) == [
        "南美洲 / 国家：秘鲁 / 首都：[...] = 利马",
        "南美洲 / 国家：智利 / 首都：[...] = 圣地亚哥",
        "南美洲 / 国家：智利 / 面积：[...] = 75万平方公里",
    ]


def test_a_heading_that_gives_the_answer_away_is_left_out() -> None:
    text = TERMS.replace("# Elasticity", "# Consumer surplus and others")
    assert asked(text)[0].startswith("Term: [...]")


def test_a_table_without_headings_or_with_numbered_rows_or_twice_the_same_is_not_asked() -> None:
    assert asked("| 1 | what buyers pay |\n|---|---|\n| 2 | what sellers receive |\n") == []
    twice = TERMS.replace(
        "what sellers receive minus their cost", "what buyers are willing to pay minus what they pay"
    )
    assert asked(twice) == []


def test_a_long_table_is_looked_things_up_in() -> None:
    rows = "".join(f"| Place {n}a | {n} |\n" for n in range(MOST_ROWS + 1))
    drafts = WRITER.write(understand(read_text(f"| Place | Height |\n|---|---|\n{rows}", name="t.md")))
    assert {draft.doubt for draft in drafts} == {f"one of {MOST_ROWS + 1} rows"}


def test_a_document_of_nothing_but_a_table_has_cards() -> None:
    notes = make_notes(read_text(TERMS, name="table.md"))
    assert [note.origin.writer for note in notes] == ["table"]
    assert notes[0].source.quote.startswith("Consumer surplus | what buyers")
