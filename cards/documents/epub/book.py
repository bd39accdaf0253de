"""The bytes of an e-book -> its document."""

from __future__ import annotations

from dataclasses import replace
from posixpath import dirname
from urllib.parse import quote

from cards.documents.archive import Archive
from cards.documents.building import DocumentBuilder
from cards.documents.epub.chapters import Level, with_chapters
from cards.documents.epub.contents import entries_of
from cards.documents.epub.package import package_of
from cards.documents.html.elements import first_of
from cards.documents.html.feeding import feed
from cards.documents.html.headings import with_headings
from cards.documents.html.parsing import page_text, tree_of
from cards.documents.html.pieces import Image, Piece, Words
from cards.documents.html.styles import bold_classes
from cards.documents.html.walk import pieces_of
from cards.documents.illustrating import Pictures, path_of
from cards.documents.model import Document
from cards.errors import to_translate

MISSING = to_translate("pages that the book names and does not hold were left out: {count}")


def read_book(data: bytes, *, name: str) -> Document:
    """Return the document of an EPUB file; see `cards.documents.model.Reader`."""
    archive = Archive.open(data, name=name)
    package = package_of(archive)
    entries = entries_of(archive, package.contents)
    pieces: list[Piece] = []
    level = Level()
    sheets = (archive.read(sheet).decode("utf-8", "replace") for sheet in package.styles)
    bold = frozenset().union(*map(bold_classes, sheets))
    for page in package.pages:
        leading = [entry for entry in entries if entry.page == page]
        found, level = with_chapters(_pieces(archive, page, bold), leading, level, title=package.title)
        pieces += found
    builder = DocumentBuilder()
    pictures = Pictures(lambda path: archive.read(path) if path in archive else None)
    feed(builder, with_headings(pieces, title=package.title), pictures)
    builder.tell(pictures.remarks)
    if package.missing:
        builder.remark(MISSING, count=package.missing)
    return builder.document(name=name)


def _pieces(archive: Archive, page: str, bold: frozenset[str]) -> list[Piece]:
    decoded = page_text(archive.read(page), name=archive.name)
    tree = tree_of(decoded.text, name=archive.name)
    if tree is None:
        return []
    body = first_of(tree, "body")
    found = pieces_of(tree if body is None else body, bold=bold)
    return [_of_book(one, dirname(page)) for one in found]


def _of_book(piece: Piece, folder: str) -> Piece:
    """Return a piece of a page as one of the book: with addresses from its root, and without a title of the page."""
    match piece:
        case Image():
            path = path_of(piece.address, folder=folder)
            return piece if path is None else replace(piece, address=quote(path))
        case Words(title=True):
            return replace(piece, title=False)
        case _:
            return piece
