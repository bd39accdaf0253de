"""A sentence before and after a later version of its document -> what was taken out and what was put in."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from cards.deckfields import fields_of
from cards.model import Note
from webreview.pages.faces import Face, whole
from webreview.review.note_history import Rewording

# A Chinese character is a word to a reader of changes, a run of letters or digits is one.
_WORD = re.compile(r"[㐀-鿿]|\w+|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Changed:
    """A stretch of a sentence; `touched` says that the other wording does not have it."""

    text: str
    touched: bool


@dataclass(frozen=True, slots=True)
class RewordingShown:
    """Both wordings as stretches, and the proposed note as a page lays it out and as an entry of the log carries it.

    Without a proposal `face` is None and `after` is empty: nothing of the card can be put to the new wording.
    """

    before: tuple[Changed, ...]
    now: tuple[Changed, ...]
    face: Face | None
    after: str


def rewording_shown(note: Note, rewording: Rewording) -> RewordingShown:
    """Return the change of the note's sentence as pages lay it out."""
    before, now = wordings(rewording.before, note.source.quote)
    proposal = rewording.proposal
    if proposal is None:
        return RewordingShown(before, now, None, "")
    return RewordingShown(before, now, whole(proposal), json.dumps(fields_of(proposal)))


def wordings(before: str, now: str) -> tuple[tuple[Changed, ...], tuple[Changed, ...]]:
    """Return the two wordings as stretches, those that the other has too and those that it has not, in turn."""
    old, new = _WORD.findall(before), _WORD.findall(now)
    was: list[Changed] = []
    is_now: list[Changed] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        for found, words in ((was, old[a:b]), (is_now, new[c:d])):
            if words:
                found.append(Changed("".join(words), kind != "equal"))
    return tuple(was), tuple(is_now)
