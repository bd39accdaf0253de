"""The lines of a column -> its paragraphs: by space, indentation, short last lines, marks before items."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cards.documents.numbering import numbered
from cards.documents.pdf.lines import Line, ends_sentence, is_full
from cards.documents.pdf.pieces import Piece
from cards.documents.pdf.setting import Setting


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together in a column from `left` to `right`.

    `first` and `last` tell whether it is the first and the last of its column.
    """

    lines: list[Line]
    left: float
    right: float
    first: bool = False
    last: bool = False

    @property
    def size(self) -> float:
        """The size of its letters, in points."""
        return max(self.lines, key=lambda line: len(line.words)).piece.size

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(line.piece.bold for line in self.lines)

    @property
    def fixed(self) -> bool:
        """Whether all its letters are of one width, as those of programs are."""
        return all(line.piece.font.fixed for line in self.lines)

    @property
    def y(self) -> float:
        """The baseline of its first line."""
        return self.lines[0].piece.y

    @property
    def page(self) -> int:
        """The number of the page that it begins on."""
        return self.lines[0].page

    @property
    def indent(self) -> float:
        """How far its first line begins from the left edge of the column, in ems."""
        return (self.lines[0].piece.x0 - self.left) / self.size


def paragraphs_of(lines: Sequence[Line], *, left: float, right: float, setting: Setting) -> list[Paragraph]:
    """Return the paragraphs of a column between these edges, from top to bottom."""
    found: list[Paragraph] = []
    for at, line in enumerate(lines):
        before = lines[at - 1] if at else None
        gap = before.piece.y - line.piece.y if before else 99.0
        if before is None or _begins(found[-1], line, gap, setting):
            found.append(Paragraph([line], left, right))
        else:
            found[-1].lines.append(line)
    if found:
        found[0].first = found[-1].last = True
    return found


def _begins(paragraph: Paragraph, line: Line, gap: float, setting: Setting) -> bool:
    """Tell whether the line begins a paragraph of its own, rather than going on with the one before."""
    before, here = paragraph.lines[-1].piece, line.piece
    size = here.size
    if abs(before.size - size) > 0.08 * max(size, before.size) or gap < -0.5 * size:
        return True
    if before.bold != here.bold and (paragraph.bold or here.bold) and _differs(paragraph):
        return True
    if setting.is_apart(gap, size) or line.marked:
        return True
    shift = (here.x0 - before.x0) / size
    if abs(shift) > 0.8 and _are_centred(paragraph, before, here):
        return False
    first = paragraph.lines[0]
    alone = len(paragraph.lines) == 1
    if shift > 0.8:
        # The second line of an item stands below its first word.
        return not (alone and shift < 6 and (first.marked or numbered(first.words) is not None))
    if shift < -0.8 and (not alone or first.marked):
        return True
    return _is_short(paragraph, before, here, setting) or _counts_on(paragraph, line)


def _is_short(paragraph: Paragraph, before: Piece, here: Piece, setting: Setting) -> bool:
    """Tell whether the line before was ended by its author, and not because it was full."""
    if is_full(before, here, paragraph.right):
        return False
    if ends_sentence(before.words):
        if paragraph.lines[0].marked:
            return True
    elif here.words[0].islower():
        return False
    if here.size > 1.15 * setting.body:
        # Headings are broken where it looks well.
        return numbered(here.words) is not None
    level = abs(here.x0 - before.x0) < 0.8 * here.size
    both_indented = level and setting.indented and len(paragraph.lines) == 1 and paragraph.indent > 0.8
    if (setting.spaced or setting.indented) and not both_indented:
        # There, the end of a paragraph is seen otherwise; only verse and addresses have lines as short as these.
        return paragraph.right - before.x1 > 0.4 * (paragraph.right - paragraph.left)
    return not _keeps_margin(paragraph, before)


def _counts_on(paragraph: Paragraph, line: Line) -> bool:
    """Tell whether the line begins with the number after that of the paragraph, which has ended."""
    label, before = numbered(line.words), numbered(paragraph.lines[0].words)
    if (
        label is None
        or before is None
        or label.style is not before.style
        or not ends_sentence(paragraph.lines[-1].words)
    ):
        return False
    return label.number == (*before.number[:-1], before.number[-1] + 1)


def _differs(paragraph: Paragraph) -> bool:
    """Tell whether bold letters make a line of their own here, and not some words inside a paragraph."""
    return not paragraph.bold or len(paragraph.lines) < 4


def _are_centred(paragraph: Paragraph, before: Piece, here: Piece) -> bool:
    middle = paragraph.left + paragraph.right
    return all(abs(piece.x0 + piece.x1 - middle) < 1.5 * here.size for piece in (before, here))


def _keeps_margin(paragraph: Paragraph, before: Piece) -> bool:
    """Tell whether the line ends where the one before it does: text that runs beside a picture."""
    if len(paragraph.lines) < 2:
        return False
    return abs(paragraph.lines[-2].piece.x1 - before.x1) < 0.8 and not ends_sentence(before.words)
