"""A cloze text <-> one line of writing in which "{{c1::hidden::hint}}" marks what is hidden, as in Anki.

Where a text has such marks of its own, a backslash between their characters says so; it is taken out again when the
writing is read.
"""

from __future__ import annotations

import re

from cards.model import ClozeNote, Deletion, Span

_OWN_OPENING = re.compile(r"\{(\\*)\{(?=c\d+::)")
_WRITTEN_OPENING = re.compile(r"\{\\(\\*)\{(?=c\d+::)")
_OWN_ENDING = re.compile(r"([}:])(\\*)(?=\1|\Z)")
_WRITTEN_ENDING = re.compile(r"([}:])\\(\\*)(?=\1|\Z)")
_DELETION = re.compile(r"\{\{c(\d+)::(.*?)(?:::(.*?))?\}\}", re.DOTALL)


def written(note: ClozeNote) -> str:
    """Return the note's text with its deletions marked."""
    parts, at = [], 0
    for deletion in sorted(note.deletions):
        hidden = _inside(deletion.span.of(note.text))
        hint = f"::{_inside(deletion.hint)}" if deletion.hint else ""
        parts += [_outside(note.text[at : deletion.span.start]), f"{{{{c{deletion.group}::{hidden}{hint}}}}}"]
        at = deletion.span.end
    return "".join([*parts, _outside(note.text[at:])])


def read(writing: str) -> tuple[str, tuple[Deletion, ...]]:
    """Return the text without marks, and its deletions; what hides nothing to be seen is no deletion."""
    parts: list[str] = []
    deletions: list[Deletion] = []
    at = length = 0
    for found in _DELETION.finditer(writing):
        before, hidden = _from_outside(writing[at : found.start()]), _from_inside(found[2])
        parts += [before, hidden]
        span = Span(length + len(before), length + len(before) + len(hidden))
        if hidden.strip():
            deletions.append(Deletion(span, int(found[1]), _from_inside(found[3] or "")))
        length, at = span.end, found.end()
    parts.append(_from_outside(writing[at:]))
    return "".join(parts), tuple(deletions)


def _outside(text: str) -> str:
    return _OWN_OPENING.sub(r"{\1\\{", text)


def _from_outside(text: str) -> str:
    return _WRITTEN_OPENING.sub(r"{\1{", text)


def _inside(text: str) -> str:
    return _OWN_ENDING.sub(r"\1\2\\", _outside(text))


def _from_inside(text: str) -> str:
    return _from_outside(_WRITTEN_ENDING.sub(r"\1\2", text))
