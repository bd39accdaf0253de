"""Paragraphs -> titles and headings that carry no number: short lines before full paragraphs."""

from __future__ import annotations

import re
from dataclasses import replace

from cards.documents.lines import columns
from cards.documents.model import Block, Kind
from cards.documents.numbering import numbered

_STOPS = frozenset("。！；：，、….!;:,")
_CLOSERS = "”’」』）)】》\"'"
# A heading is short: 30 Chinese characters or about 10 English words. A title may be longer.
_WIDEST_HEADING = 60
_WIDEST_TITLE = 100
# What follows a heading is prose: at least a line of it.
_LEAST_BODY = 40

_TOP = re.compile(
    r"(?:摘\s*要|目\s*[录錄]|contents|引\s*言|前\s*言|序\s*言|绪\s*论|導\s*論|导\s*论|结\s*语|結\s*語|结\s*论|結\s*論|结束语|后\s*记|参考文献|參考文獻|"
    r"附\s*录|附\s*錄|致\s*谢|致\s*謝|abstract|introduction|conclusions?|references|bibliography|"
    r"acknowledge?ments|appendix|preface|foreword|epilogue|glossary|discussion|results|methods)$",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"(?:本[章节课]\s*)?(?:小\s*结|小\s*結|总\s*结|總\s*結|练习|練習|习题|習題|思考题|summary|exercises|key terms)$",
    re.IGNORECASE,
)
# Lines that stand alone and are no headings: dates, authors, sources, e-mail and web addresses, page numbers.
_PARTICULARS = re.compile(
    r"[（(]?\d{2,4}\s*[年./-]|[\d\s./:-]+$|(?:作者|来源|來源|日期|时间|時間|编辑|編輯|记者|記者|责任编辑|发布|單位|单位|电话|地址|摘自|"
    r"author|source|date|by|from|to|subject|tel|page)\s*[:：\s]|\S*@\S*$|https?:",
    re.IGNORECASE,
)
# Dashes begin speech, quotation marks what somebody said, brackets notes and addresses.
_NO_BEGINNING = frozenset('-—–*“「『"，。、；：[<')


def with_titles(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks with the title and the unnumbered headings among the paragraphs marked as such.

    The title has level 1. The headings have level 0: where they stand depends on the numbered ones around them.
    """
    titled = bool(blocks) and _is_title(text, blocks)
    marked = [replace(blocks[0], kind=Kind.HEADING, level=1), *blocks[1:]] if titled else list(blocks)
    for at in range(1 if titled else 0, len(blocks) - 1):
        if _is_heading(text, blocks, at):
            marked[at] = replace(blocks[at], kind=Kind.HEADING)
    return tuple(marked)


def is_usual_heading(words: str) -> bool:
    """Tell whether this is what sections at the top of a document are called, such as 摘要 or References."""
    return _TOP.match(words) is not None


def is_usual_end(words: str) -> bool:
    """Tell whether this is what the last part of a chapter is called, such as 小结 or Summary."""
    return _WITHIN.match(words) is not None


def _is_title(text: str, blocks: tuple[Block, ...]) -> bool:
    first = blocks[0]
    words = first.span.of(text)
    if len(blocks) < 2 or not _may_stand_alone(text, first, _WIDEST_TITLE) or numbered(words):
        return False
    # Set apart, or the only short line before the prose: in verse, lists and addresses all lines are short.
    second = blocks[1]
    apart = _apart(text, first, second)
    # A question right above its answer is the first of many.
    if words[-1] in "？?" and not apart:
        return False
    number = numbered(text, second.span.start)
    begins = number is not None and number.number == (1,)
    return (
        begins
        or _is_body(text, second)
        or (len(blocks) > 2 and (apart or _is_subtitle(text, second, blocks[2])))
    )


def _is_heading(text: str, blocks: tuple[Block, ...], at: int) -> bool:
    block, after = blocks[at], blocks[at + 1]
    words = block.span.of(text)
    if not _may_stand_alone(text, block, _WIDEST_HEADING) or numbered(words) is not None:
        return False
    if is_usual_heading(words) or is_usual_end(words):
        return True
    if words.isupper() and _apart(text, block, after) and (at == 0 or _apart(text, blocks[at - 1], block)):
        return True
    if not _is_body(text, after) or columns(words) * 2 > columns(after.span.of(text)[:200]):
        return False
    # Two short lines in a row are an address, a signature or verse.
    return at == 0 or not _is_short_line(text, blocks[at - 1])


def _may_stand_alone(text: str, block: Block, widest: int) -> bool:
    if block.kind is not Kind.PARAGRAPH or block.markup:
        return False
    if block.span.end - block.span.start > widest:
        return False
    words = block.span.of(text)
    ending = words.rstrip(_CLOSERS)[-1:]
    return (
        columns(words) <= widest
        and words[-1] not in _STOPS
        and (ending == "." or ending not in _STOPS)
        and words[0] not in _NO_BEGINNING
        and "://" not in words
        and not words[0].islower()
        and any(character.isalpha() for character in words)
        and not _PARTICULARS.match(words)
    )


def _is_body(text: str, block: Block) -> bool:
    if block.kind is not Kind.PARAGRAPH:
        return False
    words = block.span.of(text)
    if columns(words[:200]) < _LEAST_BODY:
        return False
    return any(stop in words for stop in "。！？!?；…") or bool(re.search(r"[.](?:\s|$)", words))


def _is_short_line(text: str, block: Block) -> bool:
    if block.kind is not Kind.PARAGRAPH or block.span.end - block.span.start > _WIDEST_HEADING:
        return False
    words = block.span.of(text)
    return columns(words) <= _WIDEST_HEADING and words[-1] not in "。！？.!?”" and numbered(words) is None


def _is_subtitle(text: str, second: Block, third: Block) -> bool:
    return _may_stand_alone(text, second, _WIDEST_HEADING) and _apart(text, second, third)


def _apart(text: str, first: Block, second: Block) -> bool:
    return text.count("\n", first.span.end, second.span.start) >= 2
