"""Drafts -> the notes that are kept, and the drafts that are not with the reason why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from cards.choosing.checks import fault_of
from cards.choosing.ranking import Ranking, Worth
from cards.choosing.repeats import Kept
from cards.model import Note, cards_of
from cards.reading import Reading
from cards.writing.draft import Draft

CARDS_ON_A_CLAUSE = 2


class Density(StrEnum):
    """How many cards a text gets: about one in so many units, a Chinese character being 1, an English word 2."""

    SPARE = "spare"
    NORMAL = "normal"
    DENSE = "dense"

    @property
    def units(self) -> int:
        return {"spare": 80, "normal": 55, "dense": 40}[self.value]


@dataclass(frozen=True, slots=True)
class Refused:
    """A draft that was not kept, and why in words."""

    note: Note
    reason: str


@dataclass(frozen=True, slots=True)
class Considered:
    """All drafts of a document: the notes that were chosen, in the order of the text, and those refused."""

    chosen: tuple[Note, ...]
    refused: tuple[Refused, ...]


def choose(drafts: Iterable[Draft], reading: Reading, *, density: Density) -> Considered:
    """Return the best drafts within the budget of the text; every refusal has its reason."""
    refused: list[Refused] = []
    sound: list[tuple[Worth, Draft]] = []
    ranking = Ranking(reading)
    for draft in drafts:
        if fault := fault_of(draft, reading):
            refused.append(Refused(draft.note, fault))
        else:
            sound.append((ranking.worth(draft), draft))
    sound.sort(key=lambda pair: (-pair[0].score, pair[1].clause.start, pair[1].note.id))
    chosen = _within_budget(sound, _budget(reading, density), refused)
    chosen.sort(key=lambda pair: (pair[1].answers[0].start, -pair[0].score, pair[1].note.id))
    return Considered(tuple(_note(worth, draft) for worth, draft in chosen), tuple(refused))


def _budget(reading: Reading, density: Density) -> int:
    size = sum(reading.language.size(passage.text) for passage in reading.passages)
    return max(1, round(size / density.units))


def _within_budget(
    sound: list[tuple[Worth, Draft]], budget: int, refused: list[Refused]
) -> list[tuple[Worth, Draft]]:
    kept = Kept()
    chosen: list[tuple[Worth, Draft]] = []
    clauses: Counter[int] = Counter()
    spent = 0
    for worth, draft in sound:
        cost = len(cards_of(draft.note))
        reason = kept.fault(draft)
        if not reason and clauses[draft.clause.start] >= CARDS_ON_A_CLAUSE:
            reason = "enough asked: two cards already ask about this clause"
        if not reason and spent + cost > budget:
            reason = f"budget: {budget} cards for this text are better"
        if reason:
            refused.append(Refused(draft.note, reason))
            continue
        kept.add(draft)
        clauses[draft.clause.start] += 1
        spent += cost
        chosen.append((worth, draft))
    return chosen


def _note(worth: Worth, draft: Draft) -> Note:
    origin = replace(
        draft.note.origin, score=worth.score, reasons=(*draft.note.origin.reasons, *worth.reasons)
    )
    return replace(draft.note, origin=origin)
