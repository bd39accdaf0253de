"""Markdown -> Document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from cards.documents.decoding import decode
from cards.documents.headings import with_numbered_headings
from cards.documents.inline import inline_markup, trace_inline_rules
from cards.documents.lines import columns
from cards.documents.model import NO_HINTS, Block, Document, Hints, Kind, Markup
from cards.documents.paragraphs import paragraphs
from cards.documents.places import places_of
from cards.documents.splitting import split_at_lines
from cards.documents.text import document_of
from cards.documents.titles import with_titles
from cards.documents.trimming import part_of, trimmed
from cards.model import Span

# A paragraph over a line of dashes is a heading to CommonMark; beyond this width its author meant a rule.
_WIDEST_UNDERLINED = 100
_WIDEST_BOLD_LINE = 60
_BOLD_LINE = re.compile(r"(?P<mark>\*\*|__)(?P<words>[^*_\n]{1,80}(?<![。；，：,;:.]))(?P=mark)")
_TASK = re.compile(r"\[[ xX]\][ \t]+")
_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)|</?[a-zA-Z!?][^<>]*>", re.DOTALL | re.IGNORECASE
)
_HAN = re.compile(r"[一-鿿]")


class MarkdownReader:
    """Reads CommonMark with tables, footnotes, task lists, formulas and front matter."""

    suffixes = (".md", ".markdown", ".mdown", ".mkd")
    confined = False

    def knows(self, data: bytes) -> bool:
        """See `cards.documents.model.Reader`."""
        return False

    def read(self, data: bytes, *, name: str, hints: Hints = NO_HINTS) -> Document:
        """See `cards.documents.model.Reader`."""
        decoded = decode(data, name=name, encoding=hints.encoding)
        text = decoded.text
        blocks = tuple(split_at_lines(text, tuple(_demoted(_Walk(text).blocks()))))
        if not any(block.kind is Kind.HEADING for block in blocks):
            blocks = with_titles(text, blocks)
        blocks = with_numbered_headings(text, blocks)
        return document_of(text, blocks, name=name, remarks=decoded.remarks)


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": 40}).enable(["table", "strikethrough"])
    front_matter_plugin(parser)
    footnote_plugin(parser, inline=False, move_to_end=False)
    # "$5 and $6" is no formula.
    dollarmath_plugin(parser, allow_space=False, allow_digits=False)
    parser.core.ruler.disable(["inline", "text_join"])
    trace_inline_rules(parser)
    return parser


class _Walk:
    """The parser's tokens, and how deep in lists and quotes the walk over them is."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = _line_spans(text)
        self._parser = _parser()
        self._environment: dict[str, Any] = {}
        self._tokens = self._parser.parse(text, self._environment)
        self._lists = 0
        self._quotes = 0
        self._begins_item = False

    def blocks(self) -> Iterator[Block]:
        """Yield the blocks in text order; call it once."""
        row: list[Block] = []
        heading_row = False
        for at, token in enumerate(self._tokens):
            match token.type:
                case "bullet_list_open" | "ordered_list_open":
                    self._lists += 1
                case "bullet_list_close" | "ordered_list_close":
                    self._lists -= 1
                case "list_item_open":
                    self._begins_item = True
                case "blockquote_open":
                    self._quotes += 1
                case "blockquote_close":
                    self._quotes -= 1
                case "thead_open":
                    heading_row = True
                case "tr_open":
                    row = []
                case "tr_close":
                    yield from _row(row, level=1 if heading_row else 0)
                    heading_row = False
                case "inline":
                    opening = self._tokens[at - 1]
                    if opening.type in ("th_open", "td_open"):
                        row += self._written(token, Kind.TABLE, 0, least=row[-1].span.end + 1 if row else 0)
                    else:
                        yield from self._prose(token, opening)
                case "fence" | "code_block":
                    yield from self._code(token)
                case "math_block":
                    yield from self._formula(token)
                case "html_block":
                    yield from self._html(token)

    def _prose(self, token: Token, opening: Token) -> Iterator[Block]:
        begins_item, self._begins_item = self._begins_item, False
        if opening.type == "heading_open" and not self._quotes:
            if opening.markup in ("=", "-") and not _may_be_underlined(token.content):
                yield from self._written(token, Kind.PARAGRAPH, 0)
            else:
                yield from self._written(token, Kind.HEADING, int(opening.tag[1:]))
        elif begins_item:
            yield from self._written(token, Kind.ITEM, self._lists)
        elif self._quotes:
            yield from self._written(token, Kind.QUOTE, self._quotes)
        else:
            bold = _is_bold_line(token.content)
            yield from self._written(token, Kind.HEADING if bold else Kind.PARAGRAPH, 0)

    def _written(self, token: Token, kind: Kind, level: int, *, least: int = 0) -> list[Block]:
        words = token.content
        lines = self._lines_of(token)
        # A cell writes its own bar as "\\|", and the parser hands it over without the backslash.
        for written in (words, words.replace("|", "\\|")):
            places = places_of(written, lines, self._text, least=least)
            if written and places is not None:
                break
        else:
            return []
        start = 0
        task = _TASK.match(written) if kind is Kind.ITEM else None
        if task is not None:
            start = task.end()
        found = inline_markup(self._parser, written, self._environment)
        markup = tuple(places.markup(one) for one in found if one.span.start >= start)
        return trimmed(self._text, Block(kind, places.span(start, len(written)), level, markup))

    def _code(self, token: Token) -> Iterator[Block]:
        self._begins_item = False
        lines = self._lines_of(token)
        if token.type == "code_block" and _HAN.search(token.content):
            # Chinese authors indent paragraphs with four spaces.
            for block in paragraphs(self._text[lines[0].start : lines[-1].end]):
                yield _shifted(block, lines[0].start)
            return
        if token.type == "fence":
            lines = lines[1 : 1 + token.content.count("\n")]
        if lines:
            yield from trimmed(self._text, Block(Kind.CODE, Span(lines[0].start, lines[-1].end)))

    def _formula(self, token: Token) -> Iterator[Block]:
        self._begins_item = False
        lines = self._lines_of(token)
        written = token.content.strip()
        start = self._text.find(written, lines[0].start, lines[-1].end)
        if written and start >= 0:
            yield Block(Kind.FORMULA, Span(start, start + len(written)))

    def _html(self, token: Token) -> Iterator[Block]:
        self._begins_item = False
        lines = self._lines_of(token)
        whole = Span(lines[0].start, lines[-1].end)
        tags = tuple(Markup(Span(*tag.span())) for tag in _TAG.finditer(self._text, whole.start, whole.end))
        block = Block(Kind.PARAGRAPH, whole, 0, tags)
        start, passed = whole.start, 0
        for line in lines:
            while passed < len(tags) and tags[passed].span.end <= line.end:
                passed += 1
            # A comment or a tag may go on over several lines.
            if passed == len(tags) or tags[passed].span.start >= line.end:
                yield from part_of(self._text, block, Span(start, line.end))
                start = line.end

    def _lines_of(self, token: Token) -> list[Span]:
        assert token.map is not None, f"a {token.type} without lines"
        return self._lines[token.map[0] : token.map[1]]


def _row(cells: list[Block], *, level: int) -> Iterator[Block]:
    if not cells:
        return
    markup: list[Markup] = []
    for cell, after in zip(cells, [*cells[1:], None], strict=True):
        markup += cell.markup
        if after is not None:
            markup.append(Markup(Span(cell.span.end, after.span.start), "\t"))
    yield Block(Kind.TABLE, Span(cells[0].span.start, cells[-1].span.end), level, tuple(markup))


def _is_bold_line(words: str) -> bool:
    """Tell whether the paragraph is one short bold line, as people write headings who do not use "#"."""
    bold = _BOLD_LINE.fullmatch(words)
    return bold is not None and columns(bold["words"]) <= _WIDEST_BOLD_LINE


def _demoted(blocks: Iterator[Block]) -> Iterator[Block]:
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


def _may_be_underlined(words: str) -> bool:
    return "\n" not in words and columns(words) <= _WIDEST_UNDERLINED and words[-1] not in "。；，,;."


def _shifted(block: Block, by: int) -> Block:
    markup = tuple(Markup(one.span.shifted(by), one.says) for one in block.markup)
    return Block(block.kind, block.span.shifted(by), block.level, markup)


def _line_spans(text: str) -> list[Span]:
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return spans
