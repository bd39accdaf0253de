"""A table of a Word file -> its rows, with merged cells where they belong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cards.documents.office.names import MC, W, chosen, switched, value, whole
from cards.documents.xmltree import Element

_WIDEST = 63
# A heading row names its columns; a cell of more letters says something itself.
_LONGEST_NAME = 40
_FIRST_ROW = 0x20


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, one a column, None where there is none; `heading` says that they name the columns.

    A cell that goes over several rows is in each of them; one that goes over several columns is in the first.
    """

    cells: tuple[Element | None, ...]
    heading: bool


def rows_of(table: Element) -> list[Row]:
    """Return the rows of a table in order, without those that were deleted."""
    rows: list[Row] = []
    above: tuple[Element | None, ...] = ()
    for element in _below(table, f"{W}tr"):
        properties = element.find(f"{W}trPr")
        if properties is not None and properties.find(f"{W}del") is not None:
            continue
        above = tuple(_cells(element, properties, above))
        rows.append(Row(above, switched(properties, f"{W}tblHeader") or False))
    if len(rows) > 1 and not any(row.heading for row in rows) and _names_columns(table, rows[0]):
        rows[0] = Row(rows[0].cells, True)
    return rows


def is_layout(rows: list[Row]) -> bool:
    """Tell whether the table only places paragraphs beside each other, or draws a frame around them."""
    if all(sum(cell is not None for cell in row.cells) <= 1 for row in rows):
        return True
    return any(
        cell is not None and next(cell.iter(f"{W}tbl"), None) is not None
        for row in rows
        for cell in row.cells
    )


def _cells(
    row: Element, properties: Element | None, above: tuple[Element | None, ...]
) -> Iterator[Element | None]:
    at = whole(value(properties, f"{W}gridBefore"), least=0, most=_WIDEST) or 0
    yield from [None] * at
    for cell in _below(row, f"{W}tc"):
        own = cell.find(f"{W}tcPr")
        merged = None if own is None else own.find(f"{W}vMerge")
        goes_on = merged is not None and merged.get(f"{W}val", "continue") == "continue"
        yield above[at] if goes_on and at < len(above) else cell
        columns = whole(value(own, f"{W}gridSpan"), least=1, most=_WIDEST) or 1
        yield from [None] * (columns - 1)
        at += columns


def _below(element: Element, tag: str) -> Iterator[Element]:
    """Yield the rows of a table, or the cells of a row, also where they stand in content controls or insertions."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag == f"{MC}AlternateContent":
            for one in chosen(child):
                if one.tag == tag:
                    yield one
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo"):
            yield from _below(child, tag)


def _names_columns(table: Element, first: Row) -> bool:
    look = table.find(f"{W}tblPr/{W}tblLook")
    if look is not None and not _first_row_marked(look):
        return False
    cells = [cell for cell in first.cells if cell is not None]
    return len(cells) > 1 and all(len("".join(cell.itertext(f"{W}t"))) <= _LONGEST_NAME for cell in cells)


def _first_row_marked(look: Element) -> bool:
    marked = look.get(f"{W}firstRow")
    if marked is not None:
        return marked not in ("0", "false", "off")
    try:
        return bool(int(look.get(f"{W}val", "0020"), 16) & _FIRST_ROW)
    except ValueError:
        return True
