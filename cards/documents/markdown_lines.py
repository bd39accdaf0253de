"""Lines of Markdown that say what their block is: bold ones, underlined ones, and those that begin code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cards.documents.lines import columns
from cards.documents.model import Block, Kind

# A paragraph over a line of dashes is a heading to CommonMark; beyond this width its author meant a rule.
_WIDEST_UNDERLINED = 100
_WIDEST_BOLD_LINE = 60
_BOLD_LINE = re.compile(r"(?P<mark>\*\*|__)(?P<words>[^*_\n]{1,80}(?<![。；，：,;:.]))(?P=mark)")
_LANGUAGE = re.compile(r"\s*\{?\s*\.?([A-Za-z][\w+#-]*)")
_NO_LANGUAGE = ("text", "txt", "plain", "plaintext", "none")


def is_bold_line(words: str) -> bool:
    """Tell whether the paragraph is one short bold line, as people write headings who do not use "#"."""
    bold = _BOLD_LINE.fullmatch(words)
    return bold is not None and columns(bold["words"]) <= _WIDEST_BOLD_LINE


def may_be_underlined(words: str) -> bool:
    """Tell whether a line over dashes is a heading: a short one that does not end as a sentence goes on."""
    return "\n" not in words and columns(words) <= _WIDEST_UNDERLINED and words[-1] not in "。；，,;."


def language_of(info: str) -> str:
    """Return the name of the language that a fence says: "python" of "python title=a" and of "{.python .lines}"."""
    match = _LANGUAGE.match(info)
    return match[1].lower() if match and match[1].lower() not in _NO_LANGUAGE else ""


def demoted(blocks: Iterator[Block]) -> Iterator[Block]:
    """Return the blocks, with bold lines that have nothing below them as paragraphs."""
    waiting: Block | None = None
    for block in blocks:
        if waiting is not None:
            yield (
                replace(waiting, kind=Kind.PARAGRAPH)
                if block.kind is Kind.HEADING and block.level
                else waiting
            )
        waiting = block if block.kind is Kind.HEADING and not block.level else None
        if waiting is None:
            yield block
    if waiting is not None:
        yield replace(waiting, kind=Kind.PARAGRAPH)
