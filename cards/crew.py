"""Documents -> notes on all cores: each core has a confined process that works on one document after the other."""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from queue import Empty, SimpleQueue

from cards.deckfile import read_deck
from cards.documents import Given, Hints
from cards.documents.confined.child import Child, Limits
from cards.documents.confined.messages import Message
from cards.documents.confined.reading import answering, document_in, request
from cards.errors import CardsError
from cards.made import Made
from cards.pipeline import Density

PROGRAM = "cards.making"

# The program itself holds the reading to less.
LIMITS = Limits(memory_bytes=2 * 2**30, seconds=1200)

# What a process takes that makes notes of usual documents.
_USUAL_BYTES = 400 * 2**20


class Crew:
    """Confined processes that read documents and make notes, `size` of them at most, started when they are needed."""

    def __init__(self, size: int | None = None) -> None:
        self.size = size or cores()
        self._threads = ThreadPoolExecutor(self.size)
        self._idle: SimpleQueue[Child] = SimpleQueue()
        self._children: list[Child] = []

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the processes, whatever they do."""
        for child in self._children:
            child.end()
        self._threads.shutdown(cancel_futures=True)
        for child in self._children:
            child.close()

    def make(self, given: Iterable[Given], *, hints: Hints, density: Density) -> Iterator[Made | CardsError]:
        """Return what each document gave, in their order: itself and its notes, or why it could not be read.

        Documents are taken in only a little before their turn, so that a thousand do not fill the memory.
        """
        waiting: deque[Future[Made | CardsError]] = deque()
        for one in given:
            waiting.append(self._threads.submit(self._made, one, hints, density))
            if len(waiting) > 4 * self.size:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def _made(self, given: Given, hints: Hints, density: Density) -> Made | CardsError:
        try:
            content = given.content()
            child = self._child()
            try:
                return make_in(child, given, content, hints=hints, density=density)
            finally:
                self._idle.put(child)
        except CardsError as error:
            return error

    def _child(self) -> Child:
        try:
            while not (child := self._idle.get_nowait()).alive:
                child.close()
        except Empty:
            child = Child(PROGRAM, LIMITS)
            self._children.append(child)
        return child


def make_in(
    child: Child,
    given: Given,
    content: bytes,
    *,
    hints: Hints,
    density: Density,
    leanings: Mapping[str, float] | None = None,
    staged: Callable[[str], None] = lambda stage: None,
) -> Made:
    """Return what a document gives, read and asked about by a child that runs `PROGRAM`.

    `leanings` are as in `cards.pipeline.Options`. `staged` is told when the document is read and its notes are begun
    with.
    """
    asked = request(content, name=given.name, hints=given.hinted(hints))
    asked.fields["density"] = str(density)
    asked.fields["leanings"] = dict(leanings or {})
    answer = child.ask(asked, name=given.name, answered=answering(given.beside, staged))
    document = document_in(Message(answer.fields, answer.contents[1:]), name=given.name)
    deck = answer.contents[0]
    notes = read_deck(deck, name=given.name) if deck else ()
    failed = tuple((str(check), int(count)) for check, count in answer.fields.get("failed", ()))
    return Made(document, notes, failed)


def cores() -> int:
    """Return how many processes are worth having: one a core, as far as the memory goes."""
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return max(1, min(cores, memory // _USUAL_BYTES))
