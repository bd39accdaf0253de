"""Documents read in a confined process."""

from __future__ import annotations

import pytest

from cards.documents import Document, Hints, Kind, Media, parts, read_here
from cards.documents.building import DocumentBuilder
from cards.documents.confined.messages import Message
from cards.documents.confined.reading import document_in, read_confined
from cards.errors import CardsError
from cards.model import Place, Unit

MARKDOWN = "# 党的**群众**路线\n\n一切为了群众。\n".encode()


def slides() -> Document:
    builder = DocumentBuilder()
    builder.begin(Place(Unit.SLIDE, "1"))
    builder.add(Kind.HEADING, "群众路线", 1)
    builder.picture(Media("3f.png", "image/png", bytes(range(256))), "一张图")
    builder.remark("{count} sounds were left out", count=2)
    return builder.document(name="slides.pptx")


def test_a_document_is_the_same_as_read_here() -> None:
    assert read_confined(MARKDOWN, name="a.md", hints=Hints()) == read_here(MARKDOWN, name="a.md")


def test_a_document_comes_through_with_its_pictures_and_remarks() -> None:
    document = slides()
    contents = tuple(media.content for media in document.media)
    assert parts.document_from(parts.document_fields(document), contents) == document


def test_a_rare_language_is_told_in_a_process_that_writes_no_files() -> None:
    data = b"Der Boden speichert das Wasser, das die Pflanzen durch ihre Wurzeln aufnehmen."
    assert read_confined(data, name="a.txt", hints=Hints()).language == "de"


def test_hints_reach_the_reader() -> None:
    data = "群體路線".encode("big5")
    assert read_confined(data, name="a.txt", hints=Hints(encoding="big5")).text == "群體路線"


def test_a_refusal_of_the_reader_is_what_is_said() -> None:
    with pytest.raises(CardsError, match=r"^a\.md: this document is empty$"):
        read_confined(b"", name="a.md", hints=Hints())


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"document": 7},
        {"document": {"id": "a"}},
        {"document": {**parts.document_fields(slides()), "blocks": "x"}},
    ],
)
def test_an_answer_without_a_document_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(CardsError, match=r"^a\.pdf: cannot be read; its reader gave no document$"):
        document_in(Message(fields), name="a.pdf")
