"""The program of a process that reads documents: `python -m cards.documents.confined.reader`."""

from __future__ import annotations

from cards.documents import Hints, parts, read_here
from cards.documents.confined.inside import Ask, serve
from cards.documents.confined.messages import Message
from cards.documents.confined.reading import FILE
from cards.documents.model import Document


def read(request: Message, ask: Ask) -> Message:
    """Return the message that holds the document of a request."""
    return answer_with(document_of(request, ask))


def document_of(request: Message, ask: Ask) -> Document:
    """Return the document of a request; files beside it are asked of the parent."""

    def beside(name: str) -> bytes | None:
        found = ask(Message({"asks": FILE, "name": name})).contents
        return found[0] if found else None

    (data,) = request.contents
    fields = request.fields
    hints = Hints(
        encoding=fields["encoding"], password=fields["password"], beside=beside, address=fields["address"]
    )
    return read_here(data, name=fields["name"], hints=hints)


def answer_with(document: Document) -> Message:
    """Return the message that holds the document."""
    contents = tuple(media.content for media in document.media)
    return Message({"document": parts.document_fields(document)}, contents)


if __name__ == "__main__":
    serve(read)
