"""Find and replace in what a note says."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from cards.model import BasicNote, ClozeNote, Deletion, EnumerationNote, Note, Span


def replaced(note: Note, find: str, put: str, *, either_case: bool = False) -> Note:
    """Return the note with every `find` in its words replaced; the same note where none is or nothing would be left.

    Words on the border of a hidden stretch stand on one side of it: what runs over the border is not found.
    """
    expression = re.compile(re.escape(find), re.IGNORECASE if either_case else 0)

    def change(text: str) -> str:
        return expression.sub(lambda _: put, text)

    after = _changed(note, change)
    return after if after != note and _says_something(after) else note


def _changed(note: Note, change: Callable[[str], str]) -> Note:
    match note:
        case BasicNote():
            return replace(note, question=change(note.question), answer=change(note.answer))
        case EnumerationNote():
            return replace(note, question=change(note.question), items=tuple(map(change, note.items)))
        case ClozeNote():
            return _changed_cloze(note, change)


def _changed_cloze(note: ClozeNote, change: Callable[[str], str]) -> ClozeNote:
    text, at = "", 0
    deletions: list[Deletion] = []
    for deletion in sorted(note.deletions):
        text += change(note.text[at : deletion.span.start])
        hidden = change(deletion.span.of(note.text))
        span = Span(len(text), len(text) + len(hidden))
        deletions.append(Deletion(span, deletion.group, change(deletion.hint)))
        text += hidden
        at = deletion.span.end
    text += change(note.text[at:])
    return replace(note, text=text, deletions=tuple(deletions), heading=change(note.heading))


def _says_something(note: Note) -> bool:
    match note:
        case BasicNote(question=question, answer=answer):
            said = [question, answer]
        case EnumerationNote(question=question, items=items):
            said = [question, *items]
        case ClozeNote(text=text, deletions=deletions):
            said = [deletion.span.of(text) for deletion in deletions]
    return all(part.strip() for part in said)
