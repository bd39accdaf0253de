"""Headings that an author only made to look like headings: short paragraphs, larger or bolder than the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from cards.documents.lines import columns
from cards.documents.model import Block, Kind
from cards.documents.numbering import numbered
from cards.documents.titles import with_titles
from cards.documents.word.pieces import Piece, Words

# 30 Chinese characters or some ten English words.
_WIDEST = 60
_STOPS = frozenset("。！；，、….!;:,：")


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph looks: whether all of it is bold, and the size of its smallest letters in half points."""

    bold: bool
    size: int
    centred: bool


def look_of(pieces: Iterable[Piece], *, centred: bool) -> Look:
    """Return the look of a paragraph's words."""
    words = [piece for piece in pieces if isinstance(piece, Words) and piece.text.strip()]
    return Look(
        bold=bool(words) and all(piece.bold for piece in words),
        size=min((piece.size for piece in words), default=0),
        centred=centred,
    )


def with_looks(text: str, blocks: tuple[Block, ...], looks: Mapping[int, Look]) -> tuple[Block, ...]:
    """Return the blocks with paragraphs that look like headings as such; `looks` are known by where they begin.

    A document that has headings already keeps them alone. The title has level 1, the others 0, as in `with_titles`,
    which judges where nothing stands out.
    """
    if any(block.kind is Kind.HEADING for block in blocks):
        return blocks
    usual = _usual(blocks, looks)
    marked = list(blocks)
    for at, block in enumerate(blocks[:-1]):
        look = looks.get(block.span.start)
        if (
            look is not None
            and block.kind is Kind.PARAGRAPH
            and _stands_out(look, usual)
            and _is_short(text, block)
        ):
            marked[at] = replace(block, kind=Kind.HEADING)
    if all(block.kind is not Kind.HEADING for block in marked):
        titled = with_titles(text, blocks)
        # Captions and the like, which have no looks, are no headings.
        return tuple(new if old.span.start in looks else old for old, new in zip(blocks, titled, strict=True))
    first = next(at for at, block in enumerate(marked) if block.kind is Kind.HEADING)
    if first == 0 and _is_title(
        [looks[block.span.start] for block in marked if block.kind is Kind.HEADING], usual
    ):
        marked[0] = replace(marked[0], level=1)
    return tuple(marked)


def _usual(blocks: tuple[Block, ...], looks: Mapping[int, Look]) -> Look:
    """Return the look that most letters have."""
    bold: Counter[bool] = Counter()
    sizes: Counter[int] = Counter()
    for block in blocks:
        look = looks.get(block.span.start)
        if look is not None:
            bold[look.bold] += block.span.end - block.span.start
            sizes[look.size] += block.span.end - block.span.start
    return (
        Look(bold.most_common(1)[0][0], sizes.most_common(1)[0][0], False) if sizes else Look(False, 0, False)
    )


def _stands_out(look: Look, usual: Look) -> bool:
    return look.size > usual.size or (look.bold and not usual.bold and look.size >= usual.size)


def _is_short(text: str, block: Block) -> bool:
    words = block.span.of(text)
    return (
        columns(words) <= _WIDEST
        and words[-1] not in _STOPS
        # Numbered ones are judged as the sequences that they are.
        and numbered(words) is None
        and any(character.isalpha() for character in words)
    )


def _is_title(looks: list[Look], usual: Look) -> bool:
    """Tell whether the first of these headings is the document's: larger than the others, or in the middle alone."""
    first, others = looks[0], looks[1:]
    larger = first.size > max((look.size for look in others), default=usual.size)
    return larger or (first.centred and not any(look.centred for look in others))
