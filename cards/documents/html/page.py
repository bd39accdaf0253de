"""The bytes of a page -> its document."""

from __future__ import annotations

import re

from cards.documents.building import DocumentBuilder
from cards.documents.html.article import article_of
from cards.documents.html.elements import first_of, tag_of
from cards.documents.html.feeding import feed
from cards.documents.html.headings import with_headings
from cards.documents.html.parsing import page_text, tree_of
from cards.documents.html.published import day_published
from cards.documents.html.styles import bold_classes
from cards.documents.html.walk import pieces_of
from cards.documents.illustrating import Pictures
from cards.documents.model import Document, Hints
from cards.documents.notion import without_id
from cards.documents.xmltree import Element
from cards.errors import to_translate

PUBLISHED = to_translate("published on {day}")

# Scripts that draw what stands between dollars.
_DRAWS_FORMULAS = re.compile(r"mathjax|katex|tex-mml|tex-chtml|tex-svg", re.IGNORECASE)


def read_page(data: bytes, *, name: str, hints: Hints) -> Document:
    """Return the document of an HTML file; see `cards.documents.model.Reader`."""
    decoded = page_text(data, name=name, encoding=hints.encoding)
    builder = DocumentBuilder()
    builder.tell(decoded.remarks)
    tree = tree_of(decoded.text, name=name)
    if tree is not None:
        body = first_of(tree, "body")
        day = day_published(tree)
        if day:
            builder.remark(PUBLISHED, day=day)
        title = _main_heading(tree, _title_of(tree))
        bold = bold_classes("\n".join(one.text or "" for one in tree.iter() if tag_of(one) == "style"))
        article = article_of(tree if body is None else body)
        pieces = with_headings(pieces_of(article, bold=bold), title=title)
        pictures = Pictures(hints.beside)
        feed(builder, pieces, pictures, dollars=_DRAWS_FORMULAS.search(decoded.text) is not None)
        builder.tell(pictures.remarks)
    return builder.document(name=without_id(name))


def _main_heading(tree: Element, title: str) -> str:
    """Return the one main heading of the page where the title repeats it, else the title."""
    found = [_words_of(element) for element in tree.iter() if tag_of(element) == "h1"]
    return found[0] if len(found) == 1 and found[0] and found[0] in title else title


def _title_of(tree: Element) -> str:
    # Drawings have titles too.
    titles = (
        one
        for one in tree.iter()
        if tag_of(one) == "title" and not any(tag_of(a) == "svg" for a in one.iterancestors())
    )
    return _words_of(next(titles, None))


def _words_of(element: Element | None) -> str:
    return "" if element is None else " ".join("".join(element.itertext()).split())
