"""A plain text -> its paragraphs, bulleted items, quotes, table rows and underlined headings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from cards.documents.lines import Line, broken_when_full, joint, lines_of, wrap_width
from cards.documents.model import Block, Kind, Markup
from cards.documents.numbering import numbered
from cards.model import Span

_RULE = re.compile(r"([-=*_~#+·•—–─━═])(?:[ \t]*\1){2,}[ \t]*$")
_UNDERLINE = re.compile(r"(?:=+|-+|~+)$")
# ASCII marks need a blank after them: "-5 °C" and "*note" are no items. Bullets that are nothing else do not.
_BULLET = re.compile(r"(?:[-*+–][ \t\u3000]{1,8}|[•·●○■□◆◇▪▫‣➢►▶✓✔※☆★◦∙][ \t\u3000\xa0]{0,8})(?=\S)")
_QUOTED = re.compile(r"(?:>[^\S\n]*)+")
_LONGEST_UNDERLINED = 120
# In a text that is known to be wrapped, a line within a paragraph may be shorter by a long word.
_SLACK_OF_WRAPPED = 12


def paragraphs(text: str) -> tuple[Block, ...]:
    """Return the blocks that can be told from lines, blank lines and marks alone.

    Lines of one paragraph are one block where the text was clearly wrapped; otherwise a line is a paragraph.
    Lines that only draw a rule are no block.
    """
    lines = list(lines_of(text))
    width = wrap_width(text, lines)
    blocks: list[Block] = []
    indents: list[int] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        if line.blank or _is_rule(text, line):
            at += 1
            continue
        if _underlined(text, lines, at):
            level = 1 if text[lines[at + 1].span.start] == "=" else 2
            blocks.append(Block(Kind.HEADING, line.span, level))
            indents, at = [], at + 2
            continue
        rows = _table_rows(text, lines, at)
        if rows:
            blocks += [Block(Kind.TABLE, row.span) for row in lines[at : at + rows]]
            at += rows
            continue
        last = at
        while _goes_on(text, lines, last, width):
            last += 1
        block, indents = _block(text, lines[at : last + 1], indents)
        if block is not None:
            blocks.append(block)
        at = last + 1
    return tuple(blocks)


def _goes_on(text: str, lines: list[Line], at: int, width: int | None) -> bool:
    if at + 1 >= len(lines):
        return False
    line, after = lines[at], lines[at + 1]
    if line.blank or after.blank:
        return False
    if text.startswith(">", line.span.start):
        return _quote_goes_on(text, line, after)
    if width is None:
        return False
    runs_on = text[line.span.end - 1] not in "。！？.!?；;：:”" and text[after.span.start].islower()
    if not runs_on and not broken_when_full(text, line, after, width, slack=_SLACK_OF_WRAPPED):
        return False
    if _is_rule(text, after) or _BULLET.match(text, after.span.start):
        return False
    if text.startswith(">", after.span.start):
        return False
    number = numbered(text, after.span.start)
    # A wrapped line may begin with "1998." or "I." by chance; a number after a finished sentence is a number.
    if number is not None and text[line.span.end - 1] in "。！？.!?；;：:":
        return False
    # A first line that is indented begins a paragraph; a deeper second line belongs to an item that hangs.
    return not (after.indent > line.indent and text[line.span.end - 1] in "。！？.!?”")


def _quote_goes_on(text: str, line: Line, after: Line) -> bool:
    # A letter wraps what it quotes at a width of its own.
    marks, marks_after = _QUOTED.match(text, line.span.start), _QUOTED.match(text, after.span.start)
    if marks is None or marks_after is None or marks[0].count(">") != marks_after[0].count(">"):
        return False
    said = marks.end() < line.span.end and marks_after.end() < after.span.end
    return said and text[line.span.end - 1] not in "。！？.!?；;：:”"


def _block(text: str, lines: list[Line], indents: list[int]) -> tuple[Block | None, list[int]]:
    first = lines[0]
    bullet = _BULLET.match(text, first.span.start)
    quoted = _QUOTED.match(text, first.span.start)
    if bullet:
        indents = [indent for indent in indents if indent < first.indent] + [first.indent]
        return _joined(text, Kind.ITEM, [bullet.end(), *_starts(lines[1:])], lines, len(indents)), indents
    if quoted:
        starts = [_after_quote_marks(text, line.span) for line in lines]
        level = quoted[0].count(">")
        return _joined(text, Kind.QUOTE, starts, lines, level), []
    return _joined(text, Kind.PARAGRAPH, _starts(lines), lines, 0), indents if first.indent else []


def _joined(text: str, kind: Kind, starts: Iterable[int], lines: list[Line], level: int) -> Block | None:
    places = [
        Span(start, line.span.end) for start, line in zip(starts, lines, strict=True) if start < line.span.end
    ]
    if not places:
        return None
    markup = tuple(
        Markup(Span(place.end, after.start), joint(text[place.end - 1], text[after.start]))
        for place, after in pairwise(places)
    )
    return Block(kind, Span(places[0].start, places[-1].end), level, markup)


def _starts(lines: list[Line]) -> list[int]:
    return [line.span.start for line in lines]


def _after_quote_marks(text: str, span: Span) -> int:
    marks = _QUOTED.match(text, span.start)
    return min(marks.end(), span.end) if marks else span.start


def _is_rule(text: str, line: Line) -> bool:
    return line.width <= _LONGEST_UNDERLINED and _RULE.match(line.span.of(text)) is not None


def _underlined(text: str, lines: list[Line], at: int) -> bool:
    if at + 1 >= len(lines):
        return False
    line, under = lines[at], lines[at + 1]
    return (
        3 <= under.width <= _LONGEST_UNDERLINED
        and line.width <= _LONGEST_UNDERLINED
        and 2 * under.width >= line.width
        and _UNDERLINE.match(under.span.of(text)) is not None
        and (at == 0 or lines[at - 1].blank or _is_rule(text, lines[at - 1]))
        and _ends_openly(text, line)
    )


def _ends_openly(text: str, line: Line) -> bool:
    """Tell whether the line may be a heading by how it ends: not with a stop or a pause."""
    return text[line.span.end - 1] not in "。，,；;、."


def _table_rows(text: str, lines: list[Line], at: int) -> int:
    cells = _cells(text, lines[at])
    if cells < 2:
        return 0
    rows = 1
    while at + rows < len(lines) and _cells(text, lines[at + rows]) == cells:
        rows += 1
    return rows if rows >= 2 else 0


def _cells(text: str, line: Line) -> int:
    return text.count("\t", line.span.start, line.span.end) + 1
