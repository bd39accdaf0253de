"""Document -> rows: the lines of its tables below a row of headings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cards.documents.model import Block, Document, Kind
from cards.documents.prose import prose_of
from cards.model import Span
from cards.passages import sections_of


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: what heads its columns, its cells, where they stand, and the headings above the table.

    `number` counts the rows of the table from 0; `of` is how many it has.
    """

    headings: tuple[str, ...]
    cells: tuple[str, ...]
    spans: tuple[Span, ...]
    section: tuple[str, ...]
    place: Span
    number: int
    of: int


def rows_of(document: Document) -> tuple[Row, ...]:
    """Return the rows of all tables that have a row of headings, in order; rows with more or fewer cells than it are
    left out."""
    if not any(block.kind is Kind.TABLE and block.level for block in document.blocks):
        return ()
    return tuple(row for section, table in _tables(document) for row in _rows(document, section, table))


def _tables(document: Document) -> Iterator[tuple[tuple[str, ...], list[Block]]]:
    sections = iter(sections_of(document))
    section: tuple[str, ...] = ()
    table: list[Block] = []
    for block in document.blocks:
        if table and (block.kind is not Kind.TABLE or block.level):
            yield section, table
            table = []
        if block.kind is Kind.HEADING:
            section = next(sections).path
        elif block.kind is Kind.TABLE and (block.level or table):
            table.append(block)
    if table:
        yield section, table


def _rows(document: Document, section: tuple[str, ...], table: list[Block]) -> Iterator[Row]:
    headings = tuple(cell for cell, _ in _cells(document, table[0]))
    for number, block in enumerate(table[1:]):
        cells = list(_cells(document, block))
        if len(cells) == len(headings):
            yield Row(
                headings,
                tuple(cell for cell, _ in cells),
                tuple(span for _, span in cells),
                section,
                block.span,
                number,
                len(table) - 1,
            )


def _cells(document: Document, block: Block) -> Iterator[tuple[str, Span]]:
    prose = prose_of(document, block)
    at = 0
    for raw in prose.text.split("\t"):
        cell = raw.strip()
        start = at + len(raw) - len(raw.lstrip())
        yield cell, prose.span(start, start + len(cell))
        at += len(raw) + 1
