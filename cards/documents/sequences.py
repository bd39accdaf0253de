"""Numbered blocks -> sequences: which numbers count on from which, and which stand below which."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cards.documents.numbering import Numbering, Style

# From the outermost to the innermost, as Chinese and English documents nest them. A style further down that
# starts at one stands below those above it that are open.
_ORDER = (
    (Style.VOLUME,),
    (Style.CHAPTER,),
    (Style.SECTION,),
    (Style.ARTICLE,),
    (Style.HAN, Style.ROMAN, Style.STEM),
    (Style.HAN_BRACKETED,),
    (Style.DIGIT, Style.DIGIT_SPACED, Style.LETTER),
    (Style.DECIMAL,),
    (Style.DIGIT_BRACKETED, Style.DIGIT_CLOSED, Style.LETTER_BRACKETED),
    (Style.CIRCLED,),
)
_RANK = {style: rank for rank, styles in enumerate(_ORDER) for style in styles}

# Authors change the style midway, and the number goes on: 一是, 二、, 第三，; or (一) (二) (三) (4).
_KINDRED = (
    frozenset({Style.HAN, Style.ORDINAL, Style.POINT, Style.AMONG, Style.SEQUENCE, Style.FIRST, Style.DIGIT}),
    frozenset({Style.HAN_BRACKETED, Style.DIGIT_BRACKETED, Style.DIGIT_CLOSED, Style.CIRCLED}),
)


@dataclass(frozen=True, slots=True)
class Member:
    """A numbered block: its place in the list of blocks, its number, the sequence that it belongs to.

    `sequence` and `parent` are the places of the first members of its own sequence and of the one around it;
    `parent` is None at the top.
    """

    at: int
    numbering: Numbering
    sequence: int
    parent: int | None


@dataclass(slots=True)
class _Open:
    first: int
    style: Style
    number: tuple[int, ...]


def sequences(numberings: Iterable[tuple[int, Numbering | None]]) -> tuple[Member, ...]:
    """Return the numbered blocks with their sequences.

    Each input is a block's place and its number; None stands for a heading without number that closes all
    sequences before it.
    """
    members: list[Member] = []
    open_: list[_Open] = []
    for at, numbering in numberings:
        if numbering is None:
            open_ = []
            continue
        depth = _continued(open_, numbering)
        if depth is None:
            del open_[_depth_of_new(open_, numbering) :]
            open_.append(_Open(at, numbering.style, numbering.number))
        else:
            del open_[depth + 1 :]
            open_[depth].number = numbering.number
            open_[depth].style = numbering.style
        parent = open_[-2].first if len(open_) > 1 else None
        members.append(Member(at, numbering, open_[-1].first, parent))
    return tuple(members)


def _continued(open_: list[_Open], numbering: Numbering) -> int | None:
    for same_style in (True, False):
        for depth in reversed(range(len(open_))):
            sequence = open_[depth]
            alike = (
                sequence.style is numbering.style if same_style else _kindred(sequence.style, numbering.style)
            )
            if alike and _counts_on(sequence.number, numbering):
                return depth
    # A number was left out or lost; the style alone says where it belongs.
    for depth in reversed(range(len(open_))):
        sequence = open_[depth]
        if sequence.style is numbering.style and sequence.number < numbering.number:
            return depth
    return None


def _counts_on(before: tuple[int, ...], numbering: Numbering) -> bool:
    if numbering.last:
        return before != (0,)
    return numbering.number == (*before[:-1], before[-1] + 1)


def _kindred(one: Style, other: Style) -> bool:
    return any(one in styles and other in styles for styles in _KINDRED)


def _depth_of_new(open_: list[_Open], numbering: Numbering) -> int:
    for depth, sequence in enumerate(open_):
        if sequence.style is numbering.style and len(sequence.number) == len(numbering.number):
            return depth
    rank = _RANK.get(numbering.style)
    if rank is not None:
        for depth, sequence in enumerate(open_):
            if _RANK.get(sequence.style, -1) > rank:
                return depth
    return len(open_)
