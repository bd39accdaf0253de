"""The bytes of a Word file -> Document."""

from __future__ import annotations

from cards.documents.building import DocumentBuilder
from cards.documents.model import Block, Document
from cards.documents.office.names import MC, W
from cards.documents.office.package import Package
from cards.documents.word.body import Body
from cards.documents.word.looks import with_looks
from cards.documents.word.surroundings import Surroundings
from cards.documents.xmltree import XmlError, children_of
from cards.errors import CardsError

_BLOCKS = frozenset(
    f"{W}{name}" for name in "p tbl sdt customXml ins del moveTo moveFrom altChunk".split()
) | {f"{MC}AlternateContent"}


def read_word(data: bytes, *, name: str) -> Document:
    """Return the document in the bytes; raise `CardsError` where there is none, or nothing in it."""
    if not data.startswith(b"PK"):
        if not data:
            raise CardsError("{name}: this document is empty", name=name)
        raise CardsError(
            "{name}: this is no Word file; give it the ending of what it is, such as .txt or .html", name=name
        )
    package = Package.open(data, name=name)
    part = package.main()
    content = package.xml(part)
    builder = DocumentBuilder()
    body = Body(Surroundings(package, part), builder, paged=b"lastRenderedPageBreak" in content)
    try:
        for element in children_of(content, f"{W}body", tags=_BLOCKS):
            body.take(element)
    except XmlError as error:
        raise package.damaged(part) from error
    body.finish()

    def outlined(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return with_looks(text, blocks, body.looks)

    return builder.document(name=name, outlined=outlined)
