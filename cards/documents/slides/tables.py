"""A table on a slide -> its rows."""

from __future__ import annotations

from cards.documents.office.names import A
from cards.documents.slides.texts import paragraphs_of
from cards.documents.xmltree import Element

_ON = ("1", "true", "on")


def rows_of(table: Element) -> list[tuple[list[str], bool]]:
    """Return the cells of each row, and whether they name the columns.

    A cell that goes over several rows is in each of them; one that goes over several columns is in the first.
    """
    properties = table.find(f"{A}tblPr")
    named = properties is not None and properties.get("firstRow") in _ON
    rows: list[tuple[list[str], bool]] = []
    for at, row in enumerate(table.iterchildren(f"{A}tr")):
        above = rows[-1][0] if rows else []
        cells = []
        for column, cell in enumerate(row.iterchildren(f"{A}tc")):
            if cell.get("vMerge") in _ON and column < len(above):
                cells.append(above[column])
            else:
                cells.append("" if cell.get("hMerge") in _ON else _words(cell))
        rows.append((cells, named and at == 0))
    return rows


def _words(cell: Element) -> str:
    body = cell.find(f"{A}txBody")
    return "" if body is None else " ".join(said.words for said in paragraphs_of(body, ()))
