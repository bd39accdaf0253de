"""The body of a Word file -> the blocks of a document."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile

from cards.documents.building import DocumentBuilder
from cards.documents.model import Kind
from cards.documents.numbering import Style as Numbered
from cards.documents.numbering import numbered
from cards.documents.office.names import MC, W, chosen, switched, value
from cards.documents.word.inline import Inline, LeftOut
from cards.documents.word.lists import Label, Lists
from cards.documents.word.looks import Look, look_of
from cards.documents.word.pieces import Box, Image, Lines, Note, PageBreak, Piece, Rows
from cards.documents.word.spoken import (
    is_code,
    joined,
    language_said,
    lines_said,
    only_formulas,
    paragraphs_in,
)
from cards.documents.word.styles import Style, Styles, with_direct
from cards.documents.word.surroundings import Surroundings
from cards.documents.word.tables import is_layout, rows_of
from cards.documents.xmltree import Element
from cards.model import Place, Unit

_CAPTION = re.compile(
    r"(?:图|圖|表|照片|Figure|Fig\.|Table|Photo|Chart)\s*[\dA-Z一二三四五六七八九十]", re.IGNORECASE
)
_LONGEST_CAPTION = 200
_BULLET = re.compile(r"[•●○■□◆◇▪▫‣◦➢✓✔]\s*(?=\S)")
# Numbers that authors give to sections rather than to the points of a list.
_SECTIONS = frozenset(
    {
        Numbered.VOLUME,
        Numbered.CHAPTER,
        Numbered.SECTION,
        Numbered.ARTICLE,
        Numbered.HAN,
        Numbered.HAN_BRACKETED,
        Numbered.DECIMAL,
    }
)


class Body:
    """Takes the elements of a body one after the other and builds the document.

    `looks` are those of the paragraphs, by the code point where they begin.
    """

    def __init__(self, surroundings: Surroundings, builder: DocumentBuilder, *, paged: bool) -> None:
        self._builder = builder
        self._around = surroundings
        self._styles: Styles = surroundings.styles
        self._lists: Lists = surroundings.lists
        self._inline = Inline(self._styles, surroundings.tree)
        self._paged = paged
        self._page = 1
        self._titled = False
        self._carried: list[Piece] = []
        self._code: list[str] = []
        self._images: list[Image] = []
        self._endnotes: list[str] = []
        self._told: set[Note] = set()
        self.looks: dict[int, Look] = {}
        if paged:
            builder.begin(Place(Unit.PAGE, "1"))

    def take(self, element: Element) -> None:
        """Add what the element says."""
        tag = element.tag
        if tag == f"{W}p":
            self._paragraph(element)
        elif tag == f"{W}tbl":
            self._table(element)
        elif tag == f"{W}sdt":
            properties = element.find(f"{W}sdtPr")
            gallery = value(properties, f"{W}docPartObj/{W}docPartGallery") or ""
            content = element.find(f"{W}sdtContent")
            if content is not None and "table of contents" not in gallery.lower():
                self._take_each(content)
        elif tag == f"{MC}AlternateContent":
            self._take_each(chosen(element))
        elif tag in (f"{W}customXml", f"{W}ins", f"{W}moveTo"):
            self._take_each(element)
        elif tag in (f"{W}del", f"{W}moveFrom"):
            self._inline.left_out[LeftOut.DELETED] += 1
        elif tag == f"{W}altChunk":
            self._inline.left_out[LeftOut.OBJECT] += 1

    def finish(self) -> None:
        """Add what has waited for the end, and say what was left out."""
        self._end_code()
        self._show_images("")
        for number in self._endnotes:
            self._take_each(self._around.note(Note("endnote", number)))
        for why, count in self._inline.left_out.items():
            if count:
                self._builder.remark(why, count=count)

    def _take_each(self, elements: Iterable[Element]) -> None:
        for element in elements:
            self.take(element)

    def _paragraph(self, paragraph: Element) -> None:
        properties = paragraph.find(f"{W}pPr")
        style = with_direct(self._styles.of(value(properties, f"{W}pStyle")), properties)
        pieces = [*self._carried, *self._inline.pieces(paragraph, style)]
        self._carried = []
        if switched(properties, f"{W}rPr/{W}del") is not None:
            # The end of this paragraph was deleted: it goes on with the next one.
            self._carried = pieces
            return
        if style.passed_over:
            return
        label = self._lists.next(style.list, style.depth, style.chain) if style.list else None
        before = sum(1 for _ in takewhile(lambda piece: isinstance(piece, PageBreak), pieces))
        self._turn_pages(before)
        lines = lines_said(pieces)
        if lines or only_formulas(pieces):
            self._block(style, label, pieces, lines)
        elif self._code:
            self._code.append("")
        self._turn_pages(sum(isinstance(piece, PageBreak) for piece in pieces) - before)
        self._beside(pieces)

    def _block(self, style: Style, label: Label | None, pieces: list[Piece], lines: list[str]) -> None:
        add = self._builder.add
        language = language_said(pieces, self._styles.of(None))
        typed = not self._styles.typewritten and label is None and is_code(pieces)
        if not style.outline and (style.code or typed):
            self._show_images("")
            self._code += lines
            return
        self._end_code()
        self._images += [piece for piece in pieces if isinstance(piece, Image)]
        words = (label.text if label else "") + joined(lines)
        formulas = only_formulas(pieces)
        if formulas and not (label and label.text):
            for formula in formulas:
                add(Kind.FORMULA, formula)
        elif self._images and _is_caption(style, words):
            self._show_images(words)
            return
        elif style.outline:
            self._titled = self._titled or style.title
            level = 1 if style.title else style.outline + self._titled
            add(Kind.HEADING, words, level, language=language)
        elif label is not None and not _counts_sections(label, words):
            add(Kind.ITEM, words, max(label.depth, style.nesting), language=language)
        elif label is None and (bullet := _BULLET.match(words)):
            add(Kind.ITEM, words[bullet.end() :], 1, language=language)
        elif style.quote:
            add(Kind.QUOTE, words, 1, language=language)
        else:
            lines[0] = (label.text if label else "") + lines[0]
            look = look_of(pieces, centred=style.centred)
            for part in paragraphs_in(lines):
                span = add(Kind.PARAGRAPH, part, language=language)
                if span is not None:
                    self.looks[span.start] = look
        self._show_images("")

    def _beside(self, pieces: list[Piece]) -> None:
        """Add what stands beside the paragraph: pictures wait for a caption, notes and boxes follow at once."""
        for piece in pieces:
            match piece:
                case Image() if not lines_said(pieces):
                    self._images.append(piece)
                case Box(content):
                    self._take_each(content)
                case Rows(rows):
                    for row in rows:
                        self._builder.row(list(row))
                case Lines(lines):
                    for line in lines:
                        self._builder.add(Kind.ITEM, line, 1)
                case Note(kind, number) if piece not in self._told:
                    self._told.add(piece)
                    if kind == "endnote":
                        self._endnotes.append(number)
                    else:
                        self._take_each(self._around.note(piece))
                case _:
                    pass

    def _table(self, table: Element) -> None:
        self._end_code()
        self._show_images("")
        rows = rows_of(table)
        if is_layout(rows):
            for cell in dict.fromkeys(cell for row in rows for cell in row.cells if cell is not None):
                self._take_each(cell)
            return
        said: dict[Element, str] = {}
        beside: list[Piece] = []
        for row in rows:
            for cell in row.cells:
                if cell is not None and cell not in said:
                    said[cell] = self._cell(cell, beside)
            self._builder.row(["" if cell is None else said[cell] for cell in row.cells], heading=row.heading)
        self._beside([piece for piece in beside if not isinstance(piece, PageBreak)])
        self._turn_pages(sum(isinstance(piece, PageBreak) for piece in beside))

    def _cell(self, cell: Element, beside: list[Piece]) -> str:
        lines: list[str] = []
        for paragraph in cell.iter(f"{W}p"):
            if next(paragraph.iterancestors(f"{W}txbxContent"), None) is not None:
                continue
            properties = paragraph.find(f"{W}pPr")
            style = with_direct(self._styles.of(value(properties, f"{W}pStyle")), properties)
            pieces = list(self._inline.pieces(paragraph, style))
            label = self._lists.next(style.list, style.depth, style.chain) if style.list else None
            lines.append((label.text if label else "") + joined(lines_said(pieces)))
            beside += pieces
        return joined(lines)

    def _turn_pages(self, count: int) -> None:
        if self._paged and count:
            self._page += count
            self._builder.begin(Place(Unit.PAGE, str(self._page)))

    def _end_code(self) -> None:
        if self._code:
            self._builder.add(Kind.CODE, "\n".join(self._code))
            self._code = []

    def _show_images(self, caption: str) -> None:
        at = self._builder.add(Kind.PARAGRAPH, caption) if caption else None
        for image in self._images:
            content = self._around.content(image.relation)
            if content is None:
                self._inline.left_out[LeftOut.MISSING] += 1
            else:
                self._builder.show(content, caption or image.said, at=at)
        self._images = []


def _is_caption(style: Style, words: str) -> bool:
    return len(words) <= _LONGEST_CAPTION and (style.caption or _CAPTION.match(words) is not None)


def _counts_sections(label: Label, words: str) -> bool:
    numbering = None if label.bullet else numbered(words)
    return (
        numbering is not None and numbering.style in _SECTIONS and numbering.length >= len(label.text.strip())
    )
