"""Markdown -> Document."""

from __future__ import annotations

from cards.documents.decoding import decode
from cards.documents.model import Document
from cards.documents.headings import with_numbered_headings
from cards.documents.paragraphs import paragraphs
from cards.documents.titles import with_titles
from cards.documents.text import document_of


class MarkdownReader:
    """Reads CommonMark with tables, footnotes, task lists, formulas and front matter."""

    suffixes = (".md", ".markdown", ".mdown", ".mkd")

    def read(self, data: bytes, *, name: str, encoding: str | None = None) -> Document:
        text = decode(data, name=name, encoding=encoding).text
        blocks = paragraphs(text)
        return document_of(text, with_numbered_headings(text, with_titles(text, blocks)), name=name)
