"""The cards of a search, gone through until each is known: what is left of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from cards.progress import Answered, Entry, Practised, Rating, State, Undone
from webreview.collection import codec, finding, schedules, tables
from webreview.collection.store import Collection
from webreview.review.history import Outcome, outcomes_of
from webreview.review.queue import Counts
from webreview.search.query import Query

_SCHEDULE = tables.schedule.c
_ENTRY = tables.entry.c
_KINDS = tuple(kind.__name__.lower() for kind in (Answered, Practised, Undone))


@dataclass(frozen=True, slots=True)
class Left:
    """The ids of the cards that are left, first to be shown first; how many there are by state; ratings so far."""

    cards: tuple[str, ...]
    counts: Counts
    done: int


def left(collection: Collection, learner: str, query: Query, *, since: datetime, now: datetime) -> Left:
    """Return what is left of the query's cards: those not rated `since` then, then those last rated Again.

    Suspended and buried cards are left out.
    """
    cards = finding.card_ids(collection, learner, query, now=now)
    with collection.reading() as connection:
        states = _states(connection, learner, cards, now)
        rated = _rated(connection, learner, since)
    unseen = [card for card in cards if card in states and card not in rated]
    again = [card for card, ratings in rated.items() if card in states and ratings[-1] is Rating.AGAIN]
    remaining = (*unseen, *again)
    by_state = Counter(states[card] for card in remaining)
    counts = Counts(
        new=by_state[State.NEW],
        learning=by_state[State.LEARNING] + by_state[State.RELEARNING],
        review=by_state[State.REVIEW],
    )
    asked = set(cards)
    return Left(remaining, counts, sum(len(ratings) for card, ratings in rated.items() if card in asked))


def _states(
    connection: sa.Connection, learner: str, cards: tuple[str, ...], now: datetime
) -> dict[str, State]:
    """Return the state of each of the cards that may be shown."""
    found: dict[str, State] = {}
    for batch in schedules.batches(cards):
        rows = connection.execute(
            sa.select(_SCHEDULE.card, _SCHEDULE.state).where(
                _SCHEDULE.learner == learner,
                _SCHEDULE.card.in_(batch),
                _SCHEDULE.active,
                sa.or_(_SCHEDULE.buried_until.is_(None), _SCHEDULE.buried_until <= now),
            )
        )
        found.update((row.card, State(row.state)) for row in rows)
    return found


def _rated(connection: sa.Connection, learner: str, since: datetime) -> dict[str, list[Rating]]:
    """Return the ratings that stand of each card since then, the card whose last one is oldest first."""
    rows = connection.execute(
        sa.select(_ENTRY.id, _ENTRY.kind, _ENTRY.subject, _ENTRY.payload, _ENTRY.happened_at)
        .where(_ENTRY.learner == learner, _ENTRY.happened_at >= since, _ENTRY.kind.in_(_KINDS))
        .order_by(_ENTRY.happened_at, _ENTRY.sequence)
    )
    about: dict[str, list[Entry]] = {}
    for row in rows:
        about.setdefault(row.subject, []).append(codec.entry_from(*row))
    standing: dict[str, list[tuple[datetime, Rating]]] = {}
    for card, entries in about.items():
        outcomes = outcomes_of(entries)
        for entry in entries:
            if isinstance(entry.what, Answered | Practised) and outcomes[entry.id] is Outcome.COUNTS:
                standing.setdefault(card, []).append((entry.at, entry.what.rating))
    in_order = sorted(standing.items(), key=lambda item: item[1][-1][0])
    return {card: [rating for _, rating in ratings] for card, ratings in in_order}
