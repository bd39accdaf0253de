"""A document read in a confined process: bytes in, `Document` out."""

from __future__ import annotations

from collections.abc import Callable

from cards.documents import parts
from cards.documents.confined.child import Child
from cards.documents.confined.messages import Message, is_plain
from cards.documents.model import Beside, Document, Hints
from cards.errors import CardsError

PROGRAM = "cards.documents.confined.reader"

# What a child asks for: a file that the document names, or attention to what it begins with.
FILE, STAGE = "file", "stage"

# A page of the web or a note names some dozen pictures.
_MOST_BESIDE_BYTES = 128 * 2**20


def read_confined(data: bytes, *, name: str, hints: Hints) -> Document:
    """Return what `cards.documents.read_here` makes of the bytes in a process of its own, which ends after it.

    Raises CardsError also where the reader takes too much memory or time, or breaks down.
    """
    child = Child(PROGRAM)
    try:
        return read_in(child, data, name=name, hints=hints)
    finally:
        child.close()


def read_in(child: Child, data: bytes, *, name: str, hints: Hints) -> Document:
    """Return the document of the bytes, read by a child that runs `PROGRAM` or another that `request` suits."""
    answer = child.ask(request(data, name=name, hints=hints), name=name, answered=answering(hints.beside))
    return document_in(answer, name=name)


def request(data: bytes, *, name: str, hints: Hints) -> Message:
    """Return the request to read a document."""
    fields = {
        "name": name,
        "encoding": hints.encoding,
        "password": hints.password,
        "address": hints.address,
    }
    return Message(fields, (data,))


def document_in(answer: Message, *, name: str) -> Document:
    """Return the document in an answer; raise CardsError where it holds none, as from a child that was taken over."""
    try:
        document = parts.document_from(answer.fields["document"], answer.contents)
        if all(is_plain(remark.sentence) for remark in document.remarks):
            return document
        raise ValueError("a remark that is no plain sentence")
    except (LookupError, TypeError, ValueError) as error:
        raise CardsError("{name}: cannot be read; its reader gave no document", name=name) from error


def answering(
    beside: Beside, staged: Callable[[str], None] = lambda stage: None
) -> Callable[[Message], Message]:
    """Return what answers a reader's questions: for the files that its document names, some dozen megabytes of them.

    `staged` is told what the reader begins with, where it says so.
    """
    given = 0

    def answer(question: Message) -> Message:
        nonlocal given
        if question.fields["asks"] == STAGE:
            staged(str(question.fields.get("stage")))
            return Message()
        content = beside(str(question.fields.get("name")))
        if content is None or given + len(content) > _MOST_BESIDE_BYTES:
            return Message()
        given += len(content)
        return Message({}, (content,))

    return answer
