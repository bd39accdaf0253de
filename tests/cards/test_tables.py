"""Document -> the rows of its tables."""

from __future__ import annotations

from cards.documents import read_text
from cards.tables import Row, rows_of

TEXT = """# Metals

| Metal | Symbol |
|---|---|
| Iron | **Fe** |
| Tin | Sn |

## Others

| Gas | Use |
|---|---|
| Neon | lamps |
"""


def rows(text: str) -> tuple[Row, ...]:
    return rows_of(read_text(text, name="t.md"))


def test_rows_stand_below_the_headings_of_their_table_and_section() -> None:
    assert [(row.headings, row.cells, row.section, row.number, row.of) for row in rows(TEXT)] == [
        (("Metal", "Symbol"), ("Iron", "Fe"), ("Metals",), 0, 2),
        (("Metal", "Symbol"), ("Tin", "Sn"), ("Metals",), 1, 2),
        (("Gas", "Use"), ("Neon", "lamps"), ("Metals", "Others"), 0, 1),
    ]


def test_a_cell_stands_where_it_says() -> None:
    assert [span.of(TEXT) for row in rows(TEXT) for span in row.spans] == [
        *("Iron", "Fe", "Tin", "Sn", "Neon", "lamps")
    ]


def test_a_text_without_tables_has_no_rows() -> None:
    assert rows("# Metals\n\nIron rusts.\n") == ()
