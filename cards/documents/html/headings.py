"""Pieces -> pieces whose headings stand in one outline, below the page's title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from cards.documents.html.pieces import Piece, Words
from cards.documents.lines import columns
from cards.documents.model import Kind
from cards.documents.numbering import numbered

# A title stands behind a date, a name, or where the page is found on its site.
_OPENING = 6
_WIDEST_BOLD_LINE = 60
_STOPS = tuple("。；，,;：:.!！")
# What stands between a page's title and its site's name.
_PARTING = re.compile(
    r"\s+[-|–—·»:]+\s+|\s*[|_｜»]\s*|\s*[-—–]{1,2}\s*(?=[^-—–]*(?:网|百科|博客|知乎|新闻|社区|论坛)\s*$)"
)


def with_headings(pieces: list[Piece], *, title: str) -> list[Piece]:
    """Return the pieces with bold lines above prose as headings, and a title at the head of them.

    `title` is what the page says of itself. Where one of the first pieces says it, that is the main heading, and all
    others stand below; where there is no main heading, it is put in front.
    """
    pieces = list(_with_bold(pieces))
    main = [
        at for at, one in enumerate(pieces) if isinstance(one, Words) and _is_heading(one) and one.level == 1
    ]
    for at, one in enumerate(pieces[:_OPENING]):
        if isinstance(one, Words) and (one.title or _says(one.words, title)):
            below = pieces[at + 1 :]
            headed = replace(one, kind=Kind.HEADING, level=1)
            return [*pieces[:at], headed, *(map(_lowered, below) if set(main) - {at} else below)]
    if main:
        return pieces
    said = title_of_page(title, pieces)
    return [Words(Kind.HEADING, said, 1), *pieces] if said else pieces


def title_of_page(title: str, pieces: list[Piece]) -> str:
    """Return the title without its site's name; "" where a heading says it already."""
    title = " ".join(title.split())
    if any(isinstance(one, Words) and _is_heading(one) and _says(one.words, title) for one in pieces):
        return ""
    parts = _PARTING.split(title)
    return parts[0] if len(parts) > 1 and 2 * len(parts[0]) >= len(parts[-1]) else title


def _with_bold(pieces: list[Piece]) -> Iterator[Piece]:
    for piece, after in zip_longest(pieces, pieces[1:]):
        if (
            isinstance(piece, Words)
            and piece.bold
            and piece.kind is Kind.PARAGRAPH
            and not piece.caption
            # Numbers are judged together, when all of the text is there.
            and numbered(piece.words) is None
            and columns(piece.words) <= _WIDEST_BOLD_LINE
            and not piece.words.endswith(_STOPS)
            and _is_prose(after)
        ):
            yield replace(piece, kind=Kind.HEADING)
        else:
            yield piece


def _is_prose(piece: Piece | None) -> bool:
    return piece is not None and not (isinstance(piece, Words) and (piece.kind is Kind.HEADING or piece.bold))


def _is_heading(piece: Piece) -> bool:
    return isinstance(piece, Words) and piece.kind is Kind.HEADING


def _lowered(piece: Piece) -> Piece:
    if isinstance(piece, Words) and piece.kind is Kind.HEADING and piece.level:
        return replace(piece, level=piece.level + 1)
    return piece


def _says(words: str, title: str) -> bool:
    return any(_same(words, part) for part in (title, *_PARTING.split(title)))


def _same(one: str, other: str) -> bool:
    return bool(one) and "".join(one.split()).casefold() == "".join(other.split()).casefold()
