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

from cards.documents import flavours
from cards.documents.decoding import decode
from cards.documents.flavours import are_tags, callout_mark, displayed_tex, without_comments
from cards.documents.headings import with_numbered_headings
from cards.documents.illustrating import Named, illustrate
from cards.documents.inline import inline_of, pictures_in, trace_inline_rules
from cards.documents.markdown_lines import demoted, is_bold_line, language_of, may_be_underlined
from cards.documents.model import NO_HINTS, Block, Document, Hints, Kind, Markup, Remark
from cards.documents.notion import without_id, without_properties
from cards.documents.paragraphs import paragraphs
from cards.documents.places import places_of
from cards.documents.splitting import split_at_lines
from cards.documents.text import document_of
from cards.documents.titles import with_titles
from cards.documents.trimming import part_of, trimmed
from cards.errors import to_translate
from cards.model import Span

_TASK = re.compile(r"\[[ xX]\][ \t]+")
_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)|</?[a-zA-Z!?][^<>]*>", re.DOTALL | re.IGNORECASE
)
TABLES = to_translate("tables that are kept in files of their own were left out: {count}")
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
        walk = _Walk(without_comments(text))
        blocks = tuple(split_at_lines(text, tuple(demoted(walk.blocks()))))
        page = without_id(name)
        if page != name:
            blocks = without_properties(text, blocks)
        if not any(block.kind is Kind.HEADING for block in blocks):
            blocks = with_titles(text, blocks)
        blocks = with_numbered_headings(text, blocks)
        pictures, media, unshown = illustrate(walk.pictures, hints.beside)
        remarks = (*decoded.remarks, *unshown, *walk.remarks)
        return document_of(text, blocks, name=page, pictures=pictures, media=media, remarks=remarks)


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": 40}).enable(["table", "strikethrough"])
    front_matter_plugin(parser)
    footnote_plugin(parser, inline=False, move_to_end=False)
    # "$5 and $6" is no formula.
    dollarmath_plugin(parser, allow_space=False, allow_digits=False, double_inline=True)
    parser.core.ruler.disable(["inline", "text_join"])
    flavours.install(parser)
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
        self._tables = 0
        self.pictures: list[Named] = []

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What is told of files that the text leads to."""
        return (Remark(TABLES, (("count", self._tables),)),) if self._tables else ()

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
        if are_tags(token.content):
            return
        tex = displayed_tex(token.content)
        if tex is not None:
            yield from self._tex(token, tex)
        elif opening.type == "heading_open" and not self._quotes:
            if opening.markup in ("=", "-") and not may_be_underlined(token.content):
                yield from self._written(token, Kind.PARAGRAPH, 0)
            else:
                yield from self._written(token, Kind.HEADING, int(opening.tag[1:]))
        elif begins_item:
            yield from self._written(token, Kind.ITEM, self._lists)
        elif self._quotes:
            yield from self._quoted(token)
        else:
            bold = is_bold_line(token.content)
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
        inline = inline_of(self._parser, written, self._environment)
        markup = tuple(places.markup(one) for one in inline.markup if one.span.start >= start)
        self._tables += sum(link.lower().endswith(".csv") for link in inline.links)
        for named in inline.pictures:
            at = places.of(named.span.start)
            span = places.span(named.span.start, named.span.end) if named.caption else Span(at, at)
            self.pictures.append(replace(named, span=span))
        return trimmed(self._text, Block(kind, places.span(start, len(written)), level, markup))

    def _quoted(self, token: Token) -> Iterator[Block]:
        """Yield a quotation; the first line of a note is its title."""
        blocks = self._written(token, Kind.QUOTE, self._quotes)
        mark = callout_mark(token.content)
        for block in blocks if mark else ():
            written = block.span.of(self._text)
            hidden = Markup(Span(block.span.start, block.span.start + callout_mark(written)))
            rest = [one for one in block.markup if one.span.start >= hidden.span.end]
            block = replace(block, markup=(hidden, *rest))
            line = self._text.find("\n", block.span.start, block.span.end)
            end = block.span.end if line < 0 else line
            yield from part_of(self._text, block, Span(block.span.start, end))
            # The marks of the quotation stand between.
            body = re.compile(r"[\s>]*").match(self._text, end)
            if body is not None and body.end() < block.span.end:
                yield from part_of(self._text, block, Span(body.end(), block.span.end))
        if not mark:
            yield from blocks

    def _tex(self, token: Token, tex: str) -> Iterator[Block]:
        lines = self._lines_of(token)
        start = self._text.find(tex, lines[0].start, lines[-1].end)
        if start >= 0:
            yield Block(Kind.FORMULA, Span(start, start + len(tex)))

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
            language = language_of(token.info)
            kind, level = (Kind.FORMULA, "") if language == "math" else (Kind.CODE, language)
            whole = Span(lines[0].start, lines[-1].end)
            yield from trimmed(self._text, Block(kind, whole, language=level))

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
        self.pictures += pictures_in(whole.of(self._text), whole.start)
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


def _shifted(block: Block, by: int) -> Block:
    markup = tuple(Markup(one.span.shifted(by), one.says) for one in block.markup)
    return Block(block.kind, block.span.shifted(by), block.level, markup)


def _line_spans(text: str) -> list[Span]:
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return spans
