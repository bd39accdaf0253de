"""Pieces -> blocks of a document that is being built."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error
from posixpath import join, normpath
from urllib.parse import unquote, unquote_to_bytes

from cards.documents.building import DocumentBuilder
from cards.documents.html.formulas import formula_in, with_formulas
from cards.documents.html.pieces import Begin, Image, Piece, Row, Words
from cards.documents.model import Beside, Kind
from cards.errors import to_translate
from cards.model import Place, Span, Unit

ELSEWHERE = to_translate("pictures that are elsewhere on the web were left out: {count}")
MISSING = to_translate("pictures whose files are not beside the document were left out: {count}")
_DATA = re.compile(r"data:[^,;]*(?P<options>(?:;[^,;]*)*),", re.IGNORECASE)


class Pictures:
    """Finds the pictures of pages among the files beside the document, and counts what is not to be had."""

    def __init__(self, beside: Beside) -> None:
        self._beside = beside
        self._missing: set[str] = set()
        self._elsewhere: set[str] = set()

    def find(self, address: str) -> bytes | None:
        """Return the picture at an address, None where it cannot be had."""
        if address.startswith("data:"):
            return data_of(address)
        path = path_of(address)
        if path is None:
            self._elsewhere.add(address)
            return None
        content = self._beside(path)
        if content is None:
            self._missing.add(path)
        return content

    def tell(self, builder: DocumentBuilder) -> None:
        """Tell the learner how many pictures could not be had."""
        for sentence, addresses in ((ELSEWHERE, self._elsewhere), (MISSING, self._missing)):
            if addresses:
                builder.remark(sentence, count=len(addresses))


def data_of(address: str) -> bytes | None:
    """Return the bytes that a "data:" address holds; None where it is broken."""
    head = _DATA.match(address)
    if head is None:
        return None
    body = address[head.end() :]
    if not head["options"].lower().endswith(";base64"):
        return unquote_to_bytes(body)
    try:
        return b64decode(unquote_to_bytes(body))
    except (Error, ValueError):
        return None


def path_of(address: str, *, folder: str = "") -> str | None:
    """Return the file's path that a relative address means, from the document on; None for other addresses."""
    if address.startswith(("/", "\\")) or ":" in address.split("/", 1)[0]:
        return None
    path = unquote(address.partition("#")[0].partition("?")[0])
    return normpath(join(folder, path)) if path else None


def feed(
    builder: DocumentBuilder,
    pieces: list[Piece],
    pictures: Pictures,
    *,
    folder: str = "",
    dollars: bool = False,
) -> None:
    """Add the pieces to the document; `dollars` says that $...$ is a formula."""
    caption: Span | None = None
    words = ""
    for piece in pieces:
        match piece:
            case Words():
                span = _add(builder, piece, dollars=dollars)
                caption, words = (span, piece.words) if piece.caption else (None, "")
            case Row():
                builder.row(
                    [with_formulas(cell, dollars=dollars) for cell in piece.cells], heading=piece.heading
                )
                caption = None
            case Begin():
                builder.begin(Place(Unit.CHAPTER, piece.title))
            case Image():
                content = pictures.find(piece.address)
                if content is not None:
                    builder.show(content, words if caption else piece.alternative, at=caption)


def _add(builder: DocumentBuilder, piece: Words, *, dollars: bool) -> Span | None:
    if piece.kind is Kind.CODE or piece.kind is Kind.FORMULA:
        return builder.add(piece.kind, piece.words, language=piece.language)
    formula = formula_in(piece.words) if piece.kind is Kind.PARAGRAPH else None
    if formula is not None:
        return builder.add(Kind.FORMULA, formula)
    words = with_formulas(piece.words, dollars=dollars)
    return builder.add(piece.kind, words, piece.level, language=piece.language)
