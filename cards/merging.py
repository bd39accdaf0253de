"""Two notes -> one that asks for what both ask."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from cards.choosing.checks import squeezed
from cards.model import BasicNote, ClozeNote, Deletion, Note


def merged(kept: Note, other: Note) -> Note | None:
    """Return `kept` with what `other` asks beside it, under its own id; None where they make no one note.

    Gaps in the same text stand in one text, each on a card of its own. A question and its reverse are asked both
    ways. Of two notes that ask the same the kept one stays as it is.
    """
    match kept, other:
        case ClozeNote(), ClozeNote() if kept.text == other.text:
            return _with_gaps(kept, other)
        case BasicNote(), BasicNote():
            return _both_ways(kept, other)
        case _:
            return None


def _with_gaps(kept: ClozeNote, other: ClozeNote) -> ClozeNote | None:
    mine = {deletion.span for deletion in kept.deletions}
    groups = max(deletion.group for deletion in kept.deletions)
    added = tuple(
        replace(deletion, group=groups + deletion.group)
        for deletion in other.deletions
        if deletion.span not in mine
    )
    deletions: tuple[Deletion, ...] = tuple(sorted((*kept.deletions, *added)))
    if any(one.span.meets(next_one.span) for one, next_one in pairwise(deletions)):
        return None
    return replace(kept, deletions=deletions, heading=kept.heading or other.heading)


def _both_ways(kept: BasicNote, other: BasicNote) -> BasicNote | None:
    mine = squeezed(kept.question), squeezed(kept.answer)
    theirs = squeezed(other.question), squeezed(other.answer)
    if mine == theirs:
        return kept
    return replace(kept, reversed_too=True) if mine == theirs[::-1] else None
