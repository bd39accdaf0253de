"""The bytes of a PDF -> Document."""

from __future__ import annotations

from dataclasses import dataclass, field

import pypdfium2

from cards.documents.building import DocumentBuilder
from cards.documents.model import Document
from cards.documents.pdf.contents import without_contents
from cards.documents.pdf.drawings import Box, drawings_on
from cards.documents.pdf.flow import flow_of
from cards.documents.pdf.furniture import without_furniture
from cards.documents.pdf.glyphs import glyphs_on
from cards.documents.pdf.opening import opened
from cards.documents.pdf.outline import bookmarks_of
from cards.documents.pdf.pages import Page
from cards.documents.pdf.paragraphs import Paragraph
from cards.documents.pdf.pictures import Gallery
from cards.documents.pdf.pieces import pieces_of
from cards.documents.pdf.reading import Telling
from cards.documents.pdf.styles import body_of
from cards.errors import CardsError, to_translate

# A thousand-page book has three million.
MOST_CHARACTERS = 20_000_000
# A page larger than this is no page: four metres.
_WIDEST = 12_000.0


@dataclass(slots=True)
class _Sheets:
    """The pages read so far, and what was found on them that is not read."""

    gallery: Gallery = field(default_factory=Gallery)
    pages: list[Page] = field(default_factory=list)
    scanned: list[str] = field(default_factory=list)
    damaged: list[str] = field(default_factory=list)
    unnamed: list[str] = field(default_factory=list)
    askew: int = 0
    characters: int = 0
    parted: int = 0
    gaps: int = 0
    spaces: int = 0


def read(data: bytes, *, name: str, password: str | None) -> Document:
    """Return the document; raise `CardsError` where the file cannot be opened or holds no text."""
    with opened(data, name=name, password=password) as document:
        sheets = _Sheets()
        for number in range(len(document)):
            _add(sheets, document, number)
            if sheets.characters > MOST_CHARACTERS:
                raise CardsError(
                    "{name}: this PDF holds more than the {most} characters that kapian reads; split it into parts",
                    name=name,
                    most=MOST_CHARACTERS,
                )
        bookmarks = bookmarks_of(document)
    if not any(page.pieces for page in sheets.pages):
        raise _without_text(sheets, name)
    pages, dropped = without_furniture(sheets.pages)
    pages, contents = without_contents(pages)
    if not any(page.pieces for page in pages):
        # What looks like heads and contents is all there is.
        pages, dropped, contents = sheets.pages, 0, 0
    body = _body_size(pages)
    elements, marks = flow_of(pages, body=body)
    builder = DocumentBuilder()
    paragraphs = [one.what for one in elements if isinstance(one.what, Paragraph) and not one.note]
    Telling(builder, pages, elements).tell(body_of(paragraphs), bookmarks, marks)
    _remark(builder, sheets, dropped, contents)
    return builder.document(name=name)


def _add(sheets: _Sheets, document: pypdfium2.PdfDocument, number: int) -> None:
    label = document.get_page_label(number) or str(number + 1)
    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        sheets.damaged.append(label)
        return
    try:
        box = Box(*page.get_bbox())
        if not 0 < max(box.width, box.height) < _WIDEST:
            sheets.damaged.append(label)
            return
        text = page.get_textpage()
        glyphs = glyphs_on(text.raw)
        text.close()
        sheets.spaces += glyphs.spaces
        sheets.parted += glyphs.parted
        sheets.gaps += glyphs.gaps
        box = box.turned(glyphs.turns)
        drawings = drawings_on(page.raw, glyphs.turns)
        spaced = sheets.spaces > 0 and 2 * sheets.parted >= sheets.gaps
        by_gaps = 20 * sheets.gaps > sheets.parted
        pieces = pieces_of(glyphs.runs, drawings.upright, spaced=spaced, parted_by_gaps=by_gaps)
        pieces = [piece for piece in pieces if _is_on(piece.x0, piece.x1, piece.y, box)]
        letters = sum(len(piece.words) for piece in pieces)
        sheets.characters += letters
        sheets.askew += glyphs.askew
        if glyphs.unnamed > 0.3 * (letters + glyphs.unnamed) and glyphs.unnamed > 20:
            sheets.unnamed.append(label)
            return
        if letters < 20 and any(
            image.box.width * image.box.height > 0.4 * box.width * box.height for image in drawings.images
        ):
            sheets.scanned.append(label)
            return
        sheets.pages.append(
            Page(
                number,
                label,
                box,
                tuple(pieces),
                drawings.level,
                drawings.upright,
                drawings.dots,
                sheets.gallery.pictures(drawings.images, box, letters),
            )
        )
    finally:
        page.close()


def _is_on(x0: float, x1: float, y: float, box: Box) -> bool:
    return x1 > box.x0 - 2 and x0 < box.x1 + 2 and box.y0 - 2 < y < box.y1 + 2


def _body_size(pages: list[Page]) -> float:
    sizes: dict[float, int] = {}
    for page in pages:
        for piece in page.pieces:
            size = round(piece.size * 2) / 2
            sizes[size] = sizes.get(size, 0) + len(piece.words)
    return max(sizes, key=lambda size: sizes[size], default=10.0)


_SCANNED = to_translate(
    "{name}: the pages of this PDF are pictures of text; put it through text recognition (OCR) first"
)
_UNNAMED = to_translate(
    "{name}: the fonts of this PDF do not say which letters they show; put it through text recognition (OCR) first"
)
_RUNNING = to_translate("running heads, feet and page numbers were left out: {count} lines")
_CONTENTS = to_translate("the table of contents was left out: {count} lines")
_ASKEW = to_translate("text that does not stand upright was left out: {count} characters")
_SCANNED_PAGES = to_translate(
    "pages that are pictures of text were left out; they need text recognition (OCR): {pages}"
)
_UNNAMED_PAGES = to_translate("pages whose fonts do not say which letters they show were left out: {pages}")
_DAMAGED_PAGES = to_translate("damaged pages were left out: {pages}")
_DAMAGED = to_translate("{name}: this PDF is damaged or incomplete; download or save it again")


def _without_text(sheets: _Sheets, name: str) -> CardsError:
    if sheets.scanned:
        return CardsError(_SCANNED, name=name)
    if sheets.unnamed:
        return CardsError(_UNNAMED, name=name)
    if sheets.damaged:
        return CardsError(_DAMAGED, name=name)
    return CardsError("{name}: this PDF holds no text", name=name)


def _remark(builder: DocumentBuilder, sheets: _Sheets, dropped: int, contents: int) -> None:
    if dropped:
        builder.remark(_RUNNING, count=dropped)
    if contents:
        builder.remark(_CONTENTS, count=contents)
    if sheets.askew:
        builder.remark(_ASKEW, count=sheets.askew)
    for sentence, labels in (
        (_SCANNED_PAGES, sheets.scanned),
        (_UNNAMED_PAGES, sheets.unnamed),
        (_DAMAGED_PAGES, sheets.damaged),
    ):
        if labels:
            builder.remark(sentence, pages=_some(labels))


def _some(labels: list[str]) -> str:
    return ", ".join(labels[:20]) + (" …" if len(labels) > 20 else "")
