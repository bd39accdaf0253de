"""The log of a card or a note -> what stands now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from cards.progress import (
    Answered,
    Buried,
    Entry,
    Flagged,
    Forgotten,
    Memory,
    Rating,
    Rescheduled,
    Resumed,
    State,
    Suspended,
    Undone,
)
from webreview.review import days, schedule
from webreview.settings import Settings


class Outcome(StrEnum):
    """What became of an entry."""

    COUNTS = "counts"
    SECOND_ANSWER = "second answer"  # another answer to the same showing came first; stays in the log
    TAKEN_BACK = "taken back"  # a standing Undone names it
    UNKNOWN = "unknown"  # about a card or note that the collection does not have; not stored


class Decision(StrEnum):
    """What the learner decided on a proposed note, or did to a kept one."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Given:
    """An answer that counts, and what the card was when it was shown: its state, and its interval in days."""

    at: datetime
    seen: int
    rating: Rating
    took_ms: int
    before: State
    interval_days: int


@dataclass(frozen=True, slots=True)
class History:
    """What the entries about one card come to.

    `memory` is None while the card is New. `seen` is the number of its entries in the log, standing or not:
    the number that an answer to its next showing carries. `introduced` is the instant of the first answer
    that counts, `reviewed` that of the last answer given in Review; daily limits are counted with them.
    `latest` is the instant of the last entry, and `answered_below` more than any answer carries as its `seen`:
    later answers to later showings can be added without the entries. `outcomes` has the entries gone through,
    `answers` those of them that are answers and count.
    """

    memory: Memory | None = None
    suspended: bool = False
    flag: int = 0
    buried_until: datetime | None = None
    seen: int = 0
    introduced: datetime | None = None
    reviewed: datetime | None = None
    latest: datetime | None = None
    answered_below: int = 0
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    answers: tuple[Given, ...] = ()


def fold(card: str, entries: Sequence[Entry], *, settings: Settings) -> History:
    """Return what the entries about the card come to.

    `entries` are in the order in which they happened, those of one instant in the order of their arrival. A
    due date is the one that the pressed button promised, whatever the settings say today.
    """
    outcomes = outcomes_of(entries)
    history = History(
        seen=len(entries),
        latest=entries[-1].at if entries else None,
        answered_below=max((e.what.seen + 1 for e in entries if isinstance(e.what, Answered)), default=0),
        outcomes=outcomes,
    )
    answers: list[Given] = []
    for entry in entries:
        if outcomes[entry.id] is Outcome.COUNTS:
            if isinstance(entry.what, Answered):
                answers.append(_given(history, entry.at, entry.what))
            history = _after(history, card, entry, settings)
    return replace(history, answers=tuple(answers))


def continued(history: History, card: str, entries: Sequence[Entry], *, settings: Settings) -> History | None:
    """Return what `fold` makes of the entries behind the history and these, which arrived after them.

    None if that takes the entries themselves: only answers to later showings that happened in turn do not.
    """
    outcomes: dict[str, Outcome] = {}
    answers: list[Given] = []
    for entry in entries:
        if not isinstance(entry.what, Answered) or entry.what.seen < history.answered_below:
            return None
        if history.latest is not None and entry.at < history.latest:
            return None
        outcomes[entry.id] = Outcome.COUNTS
        answers.append(_given(history, entry.at, entry.what))
        history = replace(
            _answered(history, card, entry.at, entry.what, settings),
            seen=history.seen + 1,
            latest=entry.at,
            answered_below=entry.what.seen + 1,
        )
    return replace(history, outcomes=outcomes, answers=tuple(answers))


def outcomes_of(entries: Sequence[Entry]) -> dict[str, Outcome]:
    """Return what becomes of each entry about one subject, by its id.

    An Undone takes back an entry that stands before it. Of the answers to one showing only the first counts,
    even when that one is taken back later: the learner saw one question and pressed undo once.
    """
    place = {entry.id: i for i, entry in enumerate(entries)}
    taken_back: set[str] = set()
    for i, entry in reversed(list(enumerate(entries))):
        if not isinstance(entry.what, Undone) or entry.id in taken_back:
            continue
        # Only backwards in time, or two entries could take each other back.
        if place.get(entry.what.entry, i) < i:
            taken_back.add(entry.what.entry)
    outcomes: dict[str, Outcome] = {}
    answered: set[int] = set()
    for entry in entries:
        outcome = Outcome.COUNTS
        if isinstance(entry.what, Answered):
            if entry.what.seen in answered:
                outcome = Outcome.SECOND_ANSWER
            answered.add(entry.what.seen)
        if outcome is Outcome.COUNTS and entry.id in taken_back:
            outcome = Outcome.TAKEN_BACK
        outcomes[entry.id] = outcome
    return outcomes


def _after(history: History, card: str, entry: Entry, settings: Settings) -> History:
    match entry.what:
        case Answered():
            return _answered(history, card, entry.at, entry.what, settings)
        case Suspended():
            return replace(history, suspended=True)
        case Resumed():
            return replace(history, suspended=False, buried_until=None)
        case Buried(until=until):
            return replace(history, buried_until=until)
        case Flagged(flag=flag):
            return replace(history, flag=flag)
        case Forgotten():
            return replace(history, memory=None, introduced=None)
        case Rescheduled(due=due):
            return _rescheduled(history, entry.at, due, settings)
        case _:
            return history


def _answered(history: History, card: str, at: datetime, what: Answered, settings: Settings) -> History:
    before = history.memory
    in_review = before is not None and before.state is State.REVIEW
    return replace(
        history,
        memory=schedule.answer_as_promised(
            before, what.rating, what.due, card=card, now=at, settings=settings
        ),
        introduced=history.introduced or at,
        reviewed=at if in_review else history.reviewed,
    )


def _given(history: History, at: datetime, what: Answered) -> Given:
    memory = history.memory
    return Given(
        at=at,
        seen=what.seen,
        rating=what.rating,
        took_ms=what.took_ms,
        before=memory.state if memory else State.NEW,
        interval_days=memory.interval_days if memory else 0,
    )


def _rescheduled(history: History, at: datetime, due: datetime, settings: Settings) -> History:
    if history.memory is None:
        return replace(history, memory=schedule.placed(due, now=at, settings=settings))
    memory = history.memory
    interval = (days.study_day(due, settings) - days.study_day(memory.last_review, settings)).days
    moved = replace(memory, due=due, state=State.REVIEW, step=0, interval_days=max(interval, 1))
    return replace(history, memory=moved)
