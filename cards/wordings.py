"""A sentence of a document -> every way in which the writers would ask about it."""

from __future__ import annotations

from dataclasses import replace

from cards.choosing.checks import fault_of, squeezed
from cards.choosing.ranking import Ranking
from cards.documents.model import Block, Document, Kind
from cards.exhibits import with_exhibits
from cards.model import Note, Span, cards_of
from cards.reading import understand
from cards.writing import WRITERS, write

# What a sentence says is understood from its neighbours and the headings above, without reading a whole book.
NEIGHBOURS = 3
MOST = 12


def wordings_of(document: Document, sentence: Span) -> tuple[Note, ...]:
    """Return at most `MOST` notes about the sentence, the best first, no two with the same question and answer.

    Doubtful ones are among them, since the learner chooses; none fails a check.
    """
    near = replace(document, blocks=_around(document.blocks, sentence))
    reading = replace(understand(near), doubtful_too=True)
    ranking = Ranking(reading)
    drafts = [
        draft
        for draft in write(reading, WRITERS)
        if draft.note.source.span.meets(sentence) and not fault_of(draft, reading)
    ]
    drafts.sort(key=lambda draft: (bool(draft.doubt), -ranking.score(draft), draft.note.id))
    found: dict[tuple[str, str], Note] = {}
    for draft in drafts:
        card = draft.cards[0]
        found.setdefault((squeezed(card.prompt), squeezed(card.answer)), draft.note)
    return tuple(with_exhibits(list(found.values())[:MOST], document, reading.language))


def asks_the_same(one: Note, other: Note) -> bool:
    """Tell whether the first cards of two notes have the same question and the same answer."""
    mine, theirs = cards_of(one)[0], cards_of(other)[0]
    return (squeezed(mine.prompt), squeezed(mine.answer)) == (
        squeezed(theirs.prompt),
        squeezed(theirs.answer),
    )


def _around(blocks: tuple[Block, ...], sentence: Span) -> tuple[Block, ...]:
    """Return the blocks of the sentence, some before and behind, and the headings that they stand under."""
    here = [number for number, block in enumerate(blocks) if block.span.meets(sentence)]
    if not here:
        return ()
    first, last = max(0, here[0] - NEIGHBOURS), here[-1] + NEIGHBOURS
    above: list[Block] = []
    for block in blocks[:first]:
        if block.kind is Kind.HEADING:
            above = [*(heading for heading in above if heading.level < block.level), block]
    return (*above, *blocks[first : last + 1])
