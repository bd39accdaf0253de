"""Pieces -> blocks of a document that is being built."""

from __future__ import annotations

from cards.documents.building import DocumentBuilder
from cards.documents.html.formulas import formula_in, with_formulas
from cards.documents.html.pieces import Begin, Image, Piece, Row, Words
from cards.documents.illustrating import Pictures
from cards.documents.model import Kind
from cards.model import Place, Span, Unit


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
