"""The program of a confined process that reads a document and makes its notes: `python -m cards.making`.

One document after the other: what takes long to load is loaded once. Reading is held to the limits of reading, and
making notes from what was read to the larger ones that a book of prose needs.
"""

from __future__ import annotations

import gc

from cards.deckfile import write_deck
from cards.documents.confined import fence
from cards.documents.confined.inside import Ask, serve
from cards.documents.confined.messages import Message
from cards.documents.confined.reader import answer_with, document_of
from cards.documents.confined.reading import STAGE
from cards.made import make
from cards.pipeline import Density, Options

# A book of prose takes some 40 bytes of memory for each of its own while its notes are made.
_MEMORY_BYTES, _CPU_SECONDS = 2 * 2**30, 900

# The stage that follows the reading.
MAKING = "making"


def answer(request: Message, ask: Ask) -> Message:
    """Return the message that holds the document of a request, its notes as a deck file, and `refused`."""
    document = document_of(request, ask)
    ask(Message({"asks": STAGE, "stage": MAKING}))
    fence.give_memory(_MEMORY_BYTES)
    fence.give_time(_CPU_SECONDS)
    density, leanings = Density(request.fields["density"]), request.fields["leanings"]
    made = make(document, Options(density=density, leanings=leanings))
    read = answer_with(document)
    deck = write_deck(made.notes) if made.notes else b""
    return Message({**read.fields, "failed": made.refused}, (deck, *read.contents))


if __name__ == "__main__":
    # Frozen values make no cycles, and looking for some takes a quarter of a book's time.
    gc.set_threshold(100_000, 50, 50)
    serve(answer)
