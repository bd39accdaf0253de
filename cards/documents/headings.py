"""Numbered paragraphs -> headings with levels, items, and headings that run into their paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cards.documents.lines import columns
from cards.documents.model import Block, Kind
from cards.documents.numbering import Numbering, Style, numbered
from cards.documents.sequences import Member, sequences
from cards.documents.titles import is_usual_end, is_usual_heading
from cards.documents.trimming import part_of
from cards.model import Span

# A heading of its own line: 40 Chinese characters or some 14 English words.
_WIDEST_HEADING = 80
# A heading at the beginning of its paragraph, and how much more than itself must follow it.
_WIDEST_RUN_IN = 64
_LEAST_AFTER_RUN_IN = 40

_STRUCTURAL = frozenset({Style.VOLUME, Style.CHAPTER, Style.SECTION})
# Words of the sentence rather than labels: a paragraph that begins so is a paragraph.
_SPOKEN = frozenset({Style.SEQUENCE, Style.FIRST})
_RUN_IN = frozenset(
    {
        Style.HAN,
        Style.HAN_BRACKETED,
        Style.DIGIT,
        Style.DIGIT_BRACKETED,
        Style.ORDINAL,
        Style.POINT,
        Style.CIRCLED,
    }
)
# A label that no sentence begins with: one alone is an item all the same.
_LABELS = frozenset(
    {Style.HAN_BRACKETED, Style.DIGIT, Style.DIGIT_BRACKETED, Style.DIGIT_CLOSED, Style.CIRCLED}
)
_PAUSES = tuple("；;，,、：:")
# A first sentence that claims something is the paragraph's own: “1. 酶是有机物。它…” has no heading.
_CLAIM = re.compile(r"(?<!求)是(?!否)|\b(?:is|are|was|were|has|have|had|can|may|must|will|should|do|does)\b")
_MOST_WORDS_OF_RUN_IN = 6
_FIRST_STOP = re.compile(r"[。！!?？；;：:]|\.(?=\s)")


def with_numbered_headings(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks with numbered paragraphs told apart into headings, run-in headings, items and prose.

    A sequence is judged as a whole, so that 一是…, 二、… and 第三，… that count on get one level. Headings that
    have a level keep it, and numbered ones stand below them; headings of level 0 get theirs here.
    """
    outline = Outline(text, blocks)
    result: list[Block] = []
    for at, block in enumerate(blocks):
        result += outline.marked(at, block)
    return tuple(result)


class Outline:
    """The numbered sequences of a text, and the place in them where the reading of its blocks has come to."""

    def __init__(self, text: str, blocks: tuple[Block, ...]) -> None:
        self._text = text
        self._blocks = blocks
        self._members = {member.at: member for member in sequences(_numberings(text, blocks))}
        self._parents = {member.sequence: member.parent for member in self._members.values()}
        self._ends = {member.sequence: member.at for member in self._members.values()}
        groups: dict[int, list[Member]] = {}
        for member in self._members.values():
            groups.setdefault(member.sequence, []).append(member)
        self._roles: dict[int, Kind] = {}
        for first, group in groups.items():
            self._roles[first] = self._role(group)
        self._title = 0
        self._above = 0
        self._newest: Member | None = None

    def marked(self, at: int, block: Block) -> list[Block]:
        """Return what the block at this place is; call it for one block after the other."""
        member = self._members.get(at)
        if member is not None:
            role = self._roles[member.sequence]
            depth = sum(self._roles[first] is role for first in self._lineage(member.sequence))
            if role is Kind.HEADING:
                self._newest = member
                return self._headed(block, member.numbering, self._above + depth)
            return [replace(block, kind=role, level=depth if role is Kind.ITEM else 0)]
        if block.kind is not Kind.HEADING:
            return [block]
        if block.level:
            self._title = self._above = block.level
            self._newest = None
            return [block]
        return [replace(block, level=self._level_without_number(at, block))]

    def _level_without_number(self, at: int, block: Block) -> int:
        if self._newest is not None:
            for first in self._lineage(self._newest.sequence):
                # The numbers go on after this heading, so it stands inside what they count.
                if self._ends[first] > at and self._roles[first] is Kind.HEADING:
                    return self._above + len(self._lineage(first)) + 1
        words = block.span.of(self._text)
        chapters = self._chapters()
        if chapters and not is_usual_heading(words):
            return self._above + (1 if is_usual_end(words) else chapters) + 1
        self._newest = None
        self._above = self._title if is_usual_heading(words) else self._title + 1
        return self._title + 1

    def _chapters(self) -> int:
        """Return how many chapters, sections and the like stand around the newest numbered heading."""
        if self._newest is None:
            return 0
        lineage = self._lineage(self._newest.sequence)
        return sum(self._members[first].numbering.style in _STRUCTURAL for first in lineage)

    def _role(self, group: list[Member]) -> Kind:
        style = group[0].numbering.style
        above = self._parents[group[0].sequence]
        shares = [self._stands_alone(member) for member in group]
        alone = 2 * sum(shares) > len(group)
        if above is not None and self._roles[above] is Kind.ITEM:
            return Kind.PARAGRAPH if style in _SPOKEN else Kind.ITEM
        if style is Style.DIGIT_SPACED and (len(group) == 1 or group[0].numbering.number != (1,)):
            return Kind.PARAGRAPH
        if style is Style.ARTICLE:
            empty = sum(not self._words(member) for member in group)
            return Kind.HEADING if 2 * empty > len(group) else Kind.PARAGRAPH
        if alone or (style in _STRUCTURAL and any(shares)):
            return Kind.HEADING
        run_in = sum(
            _run_in_end(self._text, self._blocks[member.at], member.numbering) > 0 for member in group
        )
        if len(group) > 1 and run_in and style in _RUN_IN and 3 * (run_in + sum(shares)) >= 2 * len(group):
            return Kind.HEADING
        if style in _STRUCTURAL and 2 * sum(
            _is_short(self._text, self._blocks[m.at], m.numbering) for m in group
        ) <= len(group):
            return Kind.PARAGRAPH
        if style in _SPOKEN or (len(group) == 1 and style not in _LABELS):
            return Kind.PARAGRAPH
        return Kind.ITEM

    def _stands_alone(self, member: Member) -> bool:
        """Tell whether the block is short enough for a heading, and has something below it."""
        block = self._blocks[member.at]
        if not _is_short(self._text, block, member.numbering) or member.at + 1 == len(self._blocks):
            return False
        after = self._members.get(member.at + 1)
        if after is None:
            return self._blocks[member.at + 1].kind is not Kind.HEADING
        return after.sequence != member.sequence and member.sequence in self._lineage(after.sequence)

    def _headed(self, block: Block, numbering: Numbering, level: int) -> list[Block]:
        if _is_short(self._text, block, numbering):
            return [Block(Kind.HEADING, block.span, level, block.markup)]
        end = _run_in_end(self._text, block, numbering)
        if not end:
            return [block]
        return [
            *part_of(self._text, replace(block, kind=Kind.HEADING, level=level), Span(block.span.start, end)),
            *part_of(self._text, block, Span(end, block.span.end)),
        ]

    def _words(self, member: Member) -> str:
        span = self._blocks[member.at].span
        return self._text[span.start + member.numbering.length : span.end]

    def _lineage(self, first: int) -> list[int]:
        lineage: list[int] = []
        above: int | None = first
        while above is not None:
            lineage.append(above)
            above = self._parents[above]
        return lineage


def _numberings(text: str, blocks: tuple[Block, ...]) -> Iterator[tuple[int, Numbering | None]]:
    for at, block in enumerate(blocks):
        if block.kind is Kind.HEADING and block.level:
            yield at, None
        elif block.kind is Kind.PARAGRAPH:
            numbering = numbered(text, block.span.start)
            if numbering is not None and block.span.start + numbering.length <= block.span.end:
                yield at, numbering


def _is_short(text: str, block: Block, numbering: Numbering) -> bool:
    start = block.span.start + numbering.length
    if block.span.end - start > _WIDEST_HEADING:
        return False
    words = text[start : block.span.end]
    if columns(words) > _WIDEST_HEADING or words[-1:] in _PAUSES:
        return False
    return not _FIRST_STOP.search(words[:-1].rstrip("”’）)\"'"))


def _run_in_end(text: str, block: Block, numbering: Numbering) -> int:
    """Return where the heading at the beginning of the paragraph ends, 0 where there is none."""
    start = block.span.start + numbering.length
    stop = _FIRST_STOP.search(text, start, min(block.span.end, start + _WIDEST_RUN_IN))
    if stop is None or stop[0] not in "。！!?？.":
        return 0
    if _CLAIM.search(text, start, stop.start()):
        return 0
    heading, rest = text[start : stop.start()], text[stop.end() : min(stop.end() + 400, block.span.end)]
    if (
        not heading
        or (heading.isascii() and len(heading.split()) > _MOST_WORDS_OF_RUN_IN)
        or columns(heading) > _WIDEST_RUN_IN
        or columns(rest) < max(_LEAST_AFTER_RUN_IN, columns(heading))
    ):
        return 0
    return stop.end()
