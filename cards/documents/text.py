"""Plain text -> Document."""

from __future__ import annotations

from cards.documents.decoding import decode
from cards.documents.headings import with_numbered_headings
from cards.documents.model import (
    NO_HINTS,
    Block,
    Document,
    Hints,
    Media,
    Placed,
    Remark,
    Shown,
    document_id,
)
from cards.documents.paragraphs import paragraphs
from cards.documents.titles import with_titles
from cards.documents.tongues import with_languages
from cards.errors import CardsError
from cards.languages.detect import language_of


class TextReader:
    """Reads text files; also what every unknown ending is taken for."""

    suffixes = (".txt", ".text")
    confined = False

    def knows(self, data: bytes) -> bool:
        """See `cards.documents.model.Reader`."""
        return False

    def read(self, data: bytes, *, name: str, hints: Hints = NO_HINTS) -> Document:
        """See `cards.documents.model.Reader`."""
        decoded = decode(data, name=name, encoding=hints.encoding)
        text = decoded.text
        blocks = with_numbered_headings(text, with_titles(text, paragraphs(text)))
        return document_of(text, blocks, name=name, remarks=decoded.remarks)


def document_of(
    text: str,
    blocks: tuple[Block, ...],
    *,
    name: str,
    places: tuple[Placed, ...] = (),
    pictures: tuple[Shown, ...] = (),
    media: tuple[Media, ...] = (),
    remarks: tuple[Remark, ...] = (),
) -> Document:
    """Return the document of a text and its blocks, or raise `CardsError` where there is nothing to read."""
    if not text:
        raise CardsError("{name}: this document is empty", name=name)
    if not blocks:
        raise CardsError("{name}: this document holds no text, only white space and markup", name=name)
    language = language_of(text)
    return Document(
        id=document_id(text),
        name=name,
        text=text,
        blocks=with_languages(text, blocks, language),
        language=language,
        places=places,
        pictures=pictures,
        media=media,
        remarks=remarks,
    )
