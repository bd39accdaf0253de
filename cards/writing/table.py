"""Rows of tables: "Term: [...] / Meaning: what buyers are willing to pay ..." asks for the term, "Country: Peru /
Capital: [...]" for what stands in the other column."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from cards.model import ClozeNote, Deletion, Origin, Source, Span, note_id
from cards.reading import Reading
from cards.tables import Row
from cards.writing.draft import Draft, Writer

# In units of the language: a cell that says so much explains what stands in the first column.
EXPLAINS = 8
MOST_COLUMNS = 4
STRENGTH_OF_TERMS, STRENGTH = 0.7, 0.5
# A longer table is looked things up in.
MOST_ROWS = 25
_NOTHING = frozenset("- – — / n/a N/A ? … ... 无 是 否 yes no Yes No ✓ ✗ x X".split())


def write(reading: Reading) -> Iterator[Draft]:
    columns = _columns(reading)
    for row in reading.rows:
        if not 2 <= len(row.headings) <= MOST_COLUMNS or not all((*row.headings, row.cells[0])):
            continue
        # Rows that are only numbered have no subject.
        if row.cells[0].rstrip(".").isdecimal():
            continue
        explained = len(row.cells) == 2 and _explains(reading, columns[row.headings, 1])
        given = 1 if explained else 0
        if columns[row.headings, given][row.cells[given]] > 1:
            continue
        for asked in [0] if explained else range(1, len(row.cells)):
            if row.cells[asked] and row.cells[asked] not in _NOTHING:
                yield _draft(reading, row, given, asked, STRENGTH_OF_TERMS if explained else STRENGTH)


def _columns(reading: Reading) -> defaultdict[tuple[tuple[str, ...], int], Counter[str]]:
    """Count what stands in each column below the same headings: what stands there twice does not tell its row."""
    columns: defaultdict[tuple[tuple[str, ...], int], Counter[str]] = defaultdict(Counter)
    for row in reading.rows:
        for number, cell in enumerate(row.cells):
            columns[row.headings, number][cell] += 1
    return columns


def _explains(reading: Reading, column: Counter[str]) -> bool:
    """Whether the cells of a column are explanations of what stands in the first."""
    return sum(map(reading.language.size, column)) >= EXPLAINS * len(column)


def _draft(reading: Reading, row: Row, given: int, asked: int, strength: float) -> Draft:
    document = reading.document
    colon = "：" if reading.language.code == "zh" else ": "
    lines = [f"{row.headings[column]}{colon}{row.cells[column]}" for column in sorted((given, asked))]
    answer = row.cells[asked]
    at = (len(lines[0]) + 1 if asked > given else 0) + len(row.headings[asked]) + len(colon)
    text, hidden = "\n".join(lines), Span(at, at + len(answer))
    above = row.section[-1] if row.section else ""
    heading = "" if answer.lower() in above.lower() else above
    note = ClozeNote(
        id=note_id("cloze", heading, text, f"{hidden.start}-{hidden.end}"),
        source=Source(
            document.name,
            row.place,
            row.place.of(document.text),
            row.section,
            document.place_at(row.place.start),
        ),
        origin=Origin("table", ("pattern: a row of a table",), strength),
        language=document.language,
        text=text,
        deletions=(Deletion(hidden),),
        heading=heading,
    )
    doubt = f"one of {row.of} rows" if row.of > MOST_ROWS else ""
    return Draft(note, (row.spans[asked],), row.place, (), strength, doubt=doubt)


WRITER = Writer("table", "*", write)
