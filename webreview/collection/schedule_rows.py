"""The rows of the cached schedule <-> what the entries about a card come to."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from cards.progress import Memory, State
from webreview.review.history import Decision, History

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a card stands: its note, deck and document (None without one), the note's position, and its own index
    among its siblings."""

    note: str
    card: str
    deck: str
    document: str | None
    position: int
    index: int


def row_of(learner: str, place: Place, known: History, decision: Decision) -> Row:
    """Return the row of a card: where it stands, and what its entries come to."""
    return {
        "learner": learner,
        "card": place.card,
        "note": place.note,
        "deck": place.deck,
        "document": place.document,
        "place": place.index,
        "position": place.position,
        "shuffle": int(hashlib.sha256(place.card.encode()).hexdigest()[:7], 16),
        **columns(known, decision),
    }


def columns(known: History, decision: Decision) -> Row:
    """Return the columns that entries change."""
    memory = known.memory
    return {
        "active": decision is Decision.ACCEPTED and not known.suspended,
        "kept": decision is Decision.ACCEPTED,
        "state": memory.state.value if memory else State.NEW.value,
        "due": memory.due if memory else None,
        "stability": memory.stability if memory else None,
        "difficulty": memory.difficulty if memory else None,
        "step": memory.step if memory else None,
        "interval_days": memory.interval_days if memory else None,
        "reps": memory.reps if memory else None,
        "lapses": memory.lapses if memory else None,
        "last_review": memory.last_review if memory else None,
        "suspended": known.suspended,
        "flag": known.flag,
        "buried_until": known.buried_until,
        "seen": known.seen,
        "introduced": known.introduced,
        "reviewed": known.reviewed,
        "latest": known.latest,
        "answered_below": known.answered_below,
    }


def history_of(row: sa.Row[Any]) -> History:
    """Return what a row of the schedule says; without outcomes and answers, which are in the log."""
    return History(
        memory=memory_of(row),
        suspended=row.suspended,
        flag=row.flag,
        buried_until=row.buried_until,
        seen=row.seen,
        introduced=row.introduced,
        reviewed=row.reviewed,
        latest=row.latest,
        answered_below=row.answered_below,
    )


def memory_of(row: sa.Row[Any]) -> Memory | None:
    """Return the memory that a row of the schedule holds; None while the card is new."""
    if row.state == State.NEW:
        return None
    return Memory(
        due=row.due,
        stability=row.stability,
        difficulty=row.difficulty,
        state=State(row.state),
        step=row.step,
        interval_days=row.interval_days,
        reps=row.reps,
        lapses=row.lapses,
        last_review=row.last_review,
    )
