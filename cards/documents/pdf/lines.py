"""A line of a column, and what its shape and its words say about the lines around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cards.documents.pdf.characters import is_wide
from cards.documents.pdf.drawings import Box
from cards.documents.pdf.pieces import Piece

_BULLETS = "•◦●○■□▪▫◆◇►▶‣⁃·∙➢➤✓✔❖*–—-\uf0b7\uf0a7\uf0d8\uf0fc\uf06c\uf06e\uf0a8\uf076\uf075"
_BULLET = re.compile(rf"[{re.escape(_BULLETS)}]\s+(?=\S)|[•◦●○■□▪▫◆◇►▶‣➢➤✓✔❖\uf000-\uf0ff]\s*(?=\S)")
_FULL_STOPS = frozenset("。！？!?.…:：;；")
_CLOSERS = "”’」』）)\"'"
_UNIT = re.compile(r"[^\W⺀-鿿]+[^\s\w]*|.[，。、；：？！”’）》」』】]{0,2}")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a column on a page; `dotted` tells whether a shape is drawn before it as the mark of an item."""

    page: int
    piece: Piece
    dotted: bool = False

    @property
    def words(self) -> str:
        """What the line says, with its mark if that is a character."""
        return self.piece.words

    @property
    def marked(self) -> bool:
        """Whether the line begins with the mark of an item."""
        return self.dotted or _BULLET.match(self.piece.words) is not None


def unmarked(words: str) -> str:
    """Return the words without the mark of an item."""
    return _BULLET.sub("", words, count=1)


def is_full(before: Piece, after: Piece, right: float) -> bool:
    """Tell whether the first word of the next line would not have fitted on the line before."""
    unit = _UNIT.match(after.words)
    width = len(unit[0]) / max(1, len(after.words)) * (after.x1 - after.x0) if unit else 0.0
    # Lines of Chinese may be shorter by a character or two, so that no comma begins the next.
    slack = 1.2 if is_wide(before.words[-1]) or is_wide(after.words[0]) else 0.45
    return before.x1 + width + slack * before.size > right


def ends_sentence(words: str) -> bool:
    """Tell whether the words end with a stop."""
    return words.rstrip(_CLOSERS + " ")[-1:] in _FULL_STOPS


def dotted_by(piece: Piece, dots: Sequence[Box]) -> bool:
    """Tell whether a dot is drawn right before the line, as high as its letters."""
    return any(
        0 < piece.x0 - dot.x1 < 2.2 * piece.size and -0.1 * piece.size < dot.y0 - piece.y < 0.7 * piece.size
        for dot in dots
    )
