"""A plain text -> its lines, and whether a line was broken only because it was full."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import east_asian_width

from cards.model import Span

# Nobody wraps lines wider than this by hand or by editor; a wider line is a paragraph on its own.
_WIDEST_WRAP = 132
# Narrower lines are verse, addresses or lists rather than wrapped prose: 18 Chinese characters.
_NARROWEST_WRAP = 36
_TAB = 4
# Lines that people and editors break differ by some columns: three Chinese characters, or a hyphen's worth.
_SLACK = 6
_STOPS = "。！？!?.…；;：:”」』）)"


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its surrounding white space; `indent` and `width` are in columns, a Chinese character two."""

    span: Span
    indent: int
    width: int

    @property
    def blank(self) -> bool:
        """Whether nothing but white space stands in the line."""
        return self.span.start == self.span.end


def lines_of(text: str) -> Iterator[Line]:
    """Return the lines in order; any number of blank lines is one blank line."""
    at = 0
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        written = text[at:end]
        words = written.strip()
        if words:
            start = at + len(written) - len(written.lstrip())
            yield Line(Span(start, start + len(words)), indent_width(text[at:start]), columns(words))
            at = end + 1
        else:
            yield Line(Span(end, end), 0, 0)
            # To the beginning of the line that holds the next word.
            next_word = _BLANK_LINES.match(text, at)
            at = next_word.end() if next_word else len(text)


def columns(words: str) -> int:
    """Return the width of a line; beyond any wrap width its length is near enough."""
    if words.isascii() or len(words) > 2 * _WIDEST_WRAP:
        return len(words)
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in words)


def indent_width(blank: str) -> int:
    """Return the width of white space in columns: a tab is 4, a full-width space 2."""
    return sum(_TAB if character == "\t" else 2 if character == "\u3000" else 1 for character in blank)


# How far a wrapped line may stand out: a long word, or a full stop that may not begin a line.
_SLACK_OF_WIDTH = 12


def wrap_width(text: str, lines: list[Line]) -> int | None:
    """Return the width at which the text's lines were broken, in columns; None where lines are paragraphs.

    Lines were wrapped if most that are followed by another line are so full that its first word would not have
    fitted, and if sentences run on across the breaks.
    """
    pairs = [
        (line, after)
        for line, after in pairwise(lines)
        if not line.blank and not after.blank and line.width + line.indent <= _WIDEST_WRAP
    ]
    if not pairs:
        return None
    widths = sorted(line.width + line.indent for line, _ in pairs)
    width = widths[len(widths) * 19 // 20] if len(widths) >= 20 else widths[-1]
    if width < _NARROWEST_WRAP:
        return None
    # Whoever wraps lines leaves none much longer: a title above a paragraph in one line is not wrapped.
    longer = sum(after.width + after.indent > width + _SLACK_OF_WIDTH for _, after in pairs)
    if 10 * longer > len(pairs):
        return None
    full = [line for line, after in pairs if broken_when_full(text, line, after, width)]
    running_on = sum(text[line.span.end - 1] not in _STOPS for line in full)
    wrapped = 2 * len(full) > len(pairs) and 2 * running_on >= len(full)
    return width if wrapped else None


def broken_when_full(text: str, line: Line, after: Line, width: int, *, slack: int = _SLACK) -> bool:
    """Tell whether the next line's first word would not have fitted on this one, give or take some columns."""
    # Chinese may be broken anywhere but before a full stop or comma.
    word = _WORD.match(text, after.span.start)
    assert word is not None
    room = width - line.width - line.indent
    return columns(word[0]) + slack > room


_BLANK_LINES = re.compile(r"(?:[^\S\n]*+\n)+")
_WORD = re.compile(r"[!-~À-ʯ]{1,60}|.[，。、；：？！”’）》」』]{0,2}")


def joint(before: str, after: str) -> str:
    """Return what is read at a line break inside a paragraph: nothing beside a Chinese character, else a space."""
    return "" if east_asian_width(before) in "WF" or east_asian_width(after) in "WF" else " "
