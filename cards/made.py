"""A document -> its notes, or what is said where it gives none."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from cards.documents.model import Document
from cards.errors import CardsError
from cards.model import Note
from cards.pipeline import Options, consider, make_notes

_TOLD_CHECKS = 3


@dataclass(frozen=True, slots=True)
class Made:
    """A document and the notes made from it.

    Where there are none, `refused` counts the drafts that failed at each check, the commonest first.
    """

    document: Document
    notes: tuple[Note, ...]
    refused: tuple[tuple[str, int], ...] = ()

    def why_nothing(self) -> CardsError:
        """Return what is said where there are no notes."""
        name = self.document.name
        if not self.refused:
            return CardsError(
                f"{name}: nothing in it is worth a card; "
                "cards are made from prose that defines, lists, contrasts or gives reasons"
            )
        told = ", ".join(f"{check} ({count})" for check, count in self.refused[:_TOLD_CHECKS])
        drafts = sum(count for _, count in self.refused)
        return CardsError(f"{name}: none of {drafts} possible cards passed the checks: {told}")


def make(document: Document, options: Options) -> Made:
    """Return what the document gives."""
    notes = make_notes(document, options)
    if notes:
        return Made(document, notes)
    refused = consider(document, options).refused
    checks = Counter(one.reason.partition(":")[0] for one in refused)
    return Made(document, (), tuple(checks.most_common()))
