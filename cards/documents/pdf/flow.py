"""Pages -> paragraphs, tables and pictures in the order in which they are read, joined across columns and pages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from cards.documents.numbering import numbered
from cards.documents.pdf.aligned import aligned_tables
from cards.documents.pdf.columns import Gutter, gutters_of, regions_of
from cards.documents.pdf.drawings import Box
from cards.documents.pdf.lines import Line, dotted_by, ends_sentence, is_full
from cards.documents.pdf.notes import begins_note, marks_of, parted
from cards.documents.pdf.pages import Page, Picture
from cards.documents.pdf.paragraphs import Paragraph, paragraphs_of
from cards.documents.pdf.pieces import Piece, joined
from cards.documents.pdf.setting import Setting, right_of, setting_of
from cards.documents.pdf.styles import is_caption
from cards.documents.pdf.tables import Table, ruled_tables

# A column of so few lines does not show where its edges are.
_SHORT = 5
_LABEL = re.compile(
    r"(?:chapter|part|appendix|kapitel|teil|anhang|chapitre|cap[ií]tulo|глава|часть)\s*[\divxlcA-Z]{1,5}[.:]?"
    r"|第\s*[\d一二三四五六七八九十百]{1,4}\s*[章编編部篇讲講課课回]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture in the flow of a column; `y` is its upper edge."""

    picture: Picture
    x0: float
    x1: float
    y: float
    size: float
    drawn: int = -1


@dataclass(frozen=True, slots=True)
class Element:
    """A paragraph, table or picture and the number of its page; `note` tells that it is a footnote."""

    page: int
    what: Paragraph | Table | Shown
    note: bool = False


@dataclass(slots=True)
class _Column:
    page: int
    items: list[Piece | Table | Shown]
    lines: list[Line] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)


def flow_of(pages: Sequence[Page], *, body: float) -> tuple[list[Element], dict[int, set[str]]]:
    """Return what is on the pages in reading order, and for each page the marks of its footnotes."""
    columns = [column for page, known in _with_gutters(pages) for column in _columns(page, known, body)]
    setting = setting_of([column.lines for column in columns], body=body)
    edges = _edges(columns, body)
    elements: list[Element] = []
    marks: dict[int, set[str]] = defaultdict(set)
    for column in columns:
        left, right = edges[column.page, _key(column)]
        elements += _elements(column, left, right, setting)
        marks[column.page] |= marks_of([line.piece for line in column.notes])
    return _with_labels(_joined(elements, indented=setting.indented), body=body), marks


def _with_gutters(pages: Sequence[Page]) -> Iterator[tuple[Page, list[Gutter]]]:
    """Yield the pages with the gutters of their neighbours, which tell columns of few lines."""
    before: list[Gutter] = []
    for page in pages:
        gutters = gutters_of(page.pieces, page.level)
        yield page, before
        before = gutters or before


def _columns(page: Page, known: Sequence[Gutter], body: float) -> Iterator[_Column]:
    tables, pieces = ruled_tables(page.pieces, page.level, page.upright)
    inside = [Box(table.x0, table.bottom, table.x1, table.y) for table in tables]
    rules = [rule for rule in page.level if not any(_covers(box, rule) for box in inside)]
    items: list[Piece | Table | Shown] = [
        *pieces,
        *tables,
        *(Shown(one, one.box.x0, one.box.x1, one.box.y1, body) for one in page.pictures),
    ]
    for region in regions_of(items, rules, known):
        column = _Column(page.number, list(_rows(region, body)))
        pieces_only = [item for item in column.items if isinstance(item, Piece)]
        kept, notes = parted(pieces_only, body)
        gone = set(map(id, notes))
        column.items = [item for item in column.items if id(item) not in gone]
        column.lines = [Line(page.number, piece, dotted_by(piece, page.dots)) for piece in kept]
        column.notes = [Line(page.number, piece) for piece in notes]
        yield column


def _covers(box: Box, rule: Box) -> bool:
    return box.x0 - 4 <= rule.x0 and rule.x1 <= box.x1 + 4 and box.y0 - 4 <= rule.y0 <= box.y1 + 4


def _rows(items: list[Piece | Table | Shown], body: float) -> Iterator[Piece | Table | Shown]:
    """Yield what stands in a column from top to bottom; the pieces of a line are one, and so are those of a table."""
    lines: list[list[Piece]] = []
    for item in sorted(items, key=lambda item: -item.y):
        if not isinstance(item, Piece):
            yield from _lines(lines, body)
            lines = []
            yield item
        elif lines and lines[-1][0].y - item.y <= 0.4 * max(item.size, lines[-1][0].size):
            lines[-1].append(item)
        else:
            lines.append([item])
    yield from _lines(lines, body)


def _lines(lines: list[list[Piece]], body: float) -> Iterator[Piece | Table]:
    rows = [sorted(line, key=lambda piece: piece.x0) for line in lines]
    for row in aligned_tables(rows, body=body):
        yield row if isinstance(row, Table) else joined(row)


def _key(column: _Column) -> int:
    return round(min(item.x0 for item in column.items) / 6) if column.items else 0


def _edges(columns: Sequence[_Column], body: float) -> dict[tuple[int, int], tuple[float, float]]:
    """Return the left and right edges of each column; short columns have those of their like on other pages."""
    long = [
        (min(line.piece.x0 for line in column.lines), right_of(column.lines, body))
        for column in columns
        if len(column.lines) > _SHORT
    ]
    found: dict[tuple[int, int], tuple[float, float]] = {}
    for column in columns:
        left = min((line.piece.x0 for line in column.lines), default=0.0)
        right = right_of(column.lines, body)
        if column.lines and len(column.lines) <= _SHORT:
            like = [edges for edges in long if left - 5 * body < edges[0] < left + 2 and edges[1] > left]
            if like:
                left, widest = max(like)
                right = max(right, widest)
        before = found.get((column.page, _key(column)), (left, right))
        found[column.page, _key(column)] = min(left, before[0]), max(right, before[1])
    return found


def _elements(column: _Column, left: float, right: float, setting: Setting) -> Iterator[Element]:
    lines = {id(line.piece): line for line in column.lines}
    waiting: list[Line] = []
    for item in column.items:
        if isinstance(item, Piece):
            waiting.append(lines[id(item)])
            continue
        yield from _paragraphs(waiting, left, right, setting)
        waiting = []
        yield Element(column.page, item)
    yield from _paragraphs(waiting, left, right, setting)
    for note in _notes(column.notes):
        yield Element(column.page, Paragraph(note, left, right), note=True)


def _paragraphs(lines: list[Line], left: float, right: float, setting: Setting) -> Iterator[Element]:
    for paragraph in paragraphs_of(lines, left=left, right=right, setting=setting):
        yield Element(paragraph.page, paragraph)


def _notes(lines: list[Line]) -> list[list[Line]]:
    notes: list[list[Line]] = []
    for line in lines:
        if not notes or begins_note(line.words):
            notes.append([line])
        else:
            notes[-1].append(line)
    return notes


def _with_labels(elements: list[Element], *, body: float) -> list[Element]:
    """Return the elements with "Chapter 3" above a title, and the lines of one title, in one."""
    kept: list[Element] = []
    for element in elements:
        before = kept[-1].what if kept else None
        what = element.what
        if (
            isinstance(what, Paragraph)
            and isinstance(before, Paragraph)
            and min(what.size, before.size) > 1.15 * body
        ):
            first = what.lines[0]
            if (
                len(before.lines) == 1
                and _LABEL.fullmatch(before.lines[0].words)
                and not _LABEL.fullmatch(first.words)
            ):
                words = f"{before.lines[0].words} {first.words}"
                what.lines[0] = replace(first, piece=replace(first.piece, words=words))
                kept.pop()
            elif _is_one_title(before.lines[-1], first):
                before.lines += what.lines
                continue
        kept.append(element)
    return kept


def _is_one_title(above: Line, below: Line) -> bool:
    """Tell whether two lines as large as titles are one that was broken, though only the first spans the columns."""
    size = below.piece.size
    return (
        above.page == below.page
        and abs(above.piece.size - size) < 0.03 * size
        and 0.8 * size < above.piece.y - below.piece.y < 1.7 * size
        and numbered(below.words) is None
        and not ends_sentence(above.words)
    )


def _joined(elements: list[Element], *, indented: bool) -> list[Element]:
    """Return the elements with paragraphs that run over to the next column or page in one."""
    kept: list[Element] = []
    open_: Paragraph | None = None
    for element in elements:
        what = element.what
        if not isinstance(what, Paragraph) or element.note or is_caption(what.lines[0].words):
            kept.append(element)
            continue
        if open_ is not None and what.first and _goes_on(open_, what, indented=indented):
            open_.lines += what.lines
            open_.last, open_.left, open_.right = what.last, what.left, what.right
        else:
            kept.append(element)
            open_ = what
        if not open_.last:
            open_ = None
    return kept


def _goes_on(before: Paragraph, after: Paragraph, *, indented: bool) -> bool:
    """Tell whether the paragraph that begins a column goes on with the last one of the column before."""
    last, first = before.lines[-1], after.lines[0]
    if abs(before.size - after.size) > 0.06 * before.size or before.bold != after.bold or first.marked:
        return False
    if numbered(first.words) is not None and ends_sentence(last.words):
        return False
    if last.words.endswith("-") or (first.words[0].islower() and not ends_sentence(last.words)):
        return True
    begins_indented = (first.piece.x0 - after.left) / after.size > 0.8 and not before.lines[0].marked
    if begins_indented and (
        len(after.lines) == 1 or first.piece.x0 - after.lines[1].piece.x0 > 0.8 * after.size
    ):
        return False
    if (indented and after.indent < 0.8) or not ends_sentence(last.words):
        # Where paragraphs begin indented, this one has not begun here; and few end without a stop.
        return last.piece.x1 - before.left > 0.6 * (before.right - before.left)
    # Of the paragraphs that end a column few end with a full line, and of the sentences in them many do.
    return is_full(last.piece, first.piece, before.right)
