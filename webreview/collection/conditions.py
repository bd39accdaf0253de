"""A query of the search language -> a condition on the rows of the schedule."""

from __future__ import annotations

import math
from datetime import datetime, timedelta
from typing import assert_never

import sqlalchemy as sa

from cards.progress import State
from webreview.collection import decks, tables
from webreview.review import days
from webreview.search import expressions
from webreview.search.patterns import fits, inside
from webreview.search.query import (
    Added,
    Both,
    Comparison,
    Condition,
    Either,
    Everything,
    Flagged,
    FromDocument,
    FromNowhere,
    InDeck,
    Is,
    Matching,
    Measure,
    Measured,
    Not,
    OfIds,
    OfNotes,
    Pattern,
    Query,
    Rated,
    Tagged,
    Untagged,
    Wildcard,
    Words,
    WrittenBy,
)
from webreview.settings import Settings

Claim = sa.ColumnElement[bool]

_SCHEDULE = tables.schedule.c
_INDEX = tables.note_index.c
_TAG = tables.note_tag.c
_ANSWER = tables.answer.c
_DOCUMENT = tables.document.c

_ESCAPE = "\\"
_A_DAY = 86_400_000_000
_FAR = 1_000_000
_LEARNING = (State.LEARNING.value, State.RELEARNING.value)


class Conditions:
    """Makes conditions of queries, for one learner at one instant, over an open connection."""

    def __init__(self, connection: sa.Connection, learner: str, settings: Settings, now: datetime) -> None:
        self._connection = connection
        self._learner = learner
        self._settings = settings
        self._now = now

    def of(self, query: Query) -> Claim:
        """Return the condition; it is true or false for every row, never null."""
        match query:
            case Everything():
                return sa.true()
            case Both(parts=parts):
                return sa.and_(*map(self.of, parts))
            case Either(parts=parts):
                return sa.or_(*map(self.of, parts))
            case Not(part=part):
                return sa.not_(self.of(part))
            case Words(pattern=pattern):
                return _of_notes(self._indexed(_like(_INDEX.words, _around(pattern))))
            case Matching(expression=expression):
                return self._matching(expression)
            case InDeck(pattern=pattern):
                known = decks.decks_in(self._connection, self._learner)
                return _SCHEDULE.deck.in_([deck.id for deck in known if inside(deck.name, pattern)])
            case Tagged(pattern=pattern):
                tag, child = (_like(_TAG.folded, form) for form in (pattern, _child(pattern)))
                return _of_notes(
                    sa.select(_TAG.position).where(_TAG.learner == self._learner, sa.or_(tag, child))
                )
            case Untagged():
                return ~_of_notes(sa.select(_TAG.position).where(_TAG.learner == self._learner))
            case FromDocument(pattern=pattern):
                named = [row.id for row in self._documents() if fits(row.name, pattern)]
                return sa.func.coalesce(_SCHEDULE.document.in_(named), sa.false())
            case FromNowhere():
                return _SCHEDULE.document.is_(None)
            case WrittenBy(pattern=pattern):
                return _of_notes(self._indexed(_like(_INDEX.writer, pattern)))
            case Is(condition=condition):
                return self._is(condition)
            case Flagged(flag=flag):
                return _SCHEDULE.flag == flag
            case Added(days=since):
                return _of_notes(self._indexed(_INDEX.added_at >= self._begin(since)))
            case Rated(days=since, ratings=ratings):
                answered = sa.select(_ANSWER.card).where(
                    _ANSWER.learner == self._learner,
                    _ANSWER.at >= self._begin(since),
                    _ANSWER.rating.in_(ratings),
                )
                return _SCHEDULE.card.in_(answered)
            case Measured(measure=measure, comparison=comparison, number=number):
                return sa.func.coalesce(_compared(self.measured(measure), comparison, number), sa.false())
            case OfNotes(ids=ids):
                return _SCHEDULE.note.in_(ids)
            case OfIds(ids=ids):
                return _SCHEDULE.card.in_(ids)
            case _:
                assert_never(query)

    def measured(self, measure: Measure) -> sa.ColumnElement[float]:
        """Return the number as an expression over the schedule; null for a new card, but for reps and lapses."""
        match measure:
            case Measure.STABILITY:
                return _SCHEDULE.stability
            case Measure.DIFFICULTY:
                return _SCHEDULE.difficulty
            case Measure.RETRIEVABILITY:
                return retrievability(self._settings, self._now)
            case Measure.INTERVAL:
                return sa.type_coerce(_SCHEDULE.interval_days, sa.Double())
            case Measure.DUE:
                # Days are not all of 24 hours: the middle of the day tells on which a card in Review is due.
                middle = sa.case((_SCHEDULE.state == State.REVIEW.value, _A_DAY // 2), else_=0)
                due = sa.type_coerce(_SCHEDULE.due, sa.BigInteger()) + middle
                return _whole_days(due - _micros(days.day_start(self._now, self._settings)))
            case Measure.LAPSES:
                return sa.type_coerce(sa.func.coalesce(_SCHEDULE.lapses, 0), sa.Double())
            case Measure.REPS:
                return sa.type_coerce(sa.func.coalesce(_SCHEDULE.reps, 0), sa.Double())

    def _is(self, condition: Condition) -> Claim:
        match condition:
            case Condition.NEW:
                return _SCHEDULE.state == State.NEW.value
            case Condition.LEARNING:
                return _SCHEDULE.state.in_(_LEARNING)
            case Condition.REVIEW:
                return _SCHEDULE.state == State.REVIEW.value
            case Condition.SUSPENDED:
                return _SCHEDULE.suspended
            case Condition.BURIED:
                return self._buried()
            case Condition.DUE:
                due = sa.func.coalesce(
                    _SCHEDULE.due < days.next_day_start(self._now, self._settings), sa.false()
                )
                return sa.and_(due, sa.not_(_SCHEDULE.suspended), sa.not_(self._buried()))
            case Condition.LEECH:
                threshold = self._settings.leech_lapses
                return sa.func.coalesce(_SCHEDULE.lapses, 0) >= threshold if threshold else sa.false()
            case Condition.MARKED:
                return self.of(Tagged(Pattern(("marked",))))

    def _buried(self) -> Claim:
        return sa.func.coalesce(_SCHEDULE.buried_until > self._now, sa.false())

    def _matching(self, expression: str) -> Claim:
        if self._connection.dialect.name == "sqlite":
            return _of_notes(self._indexed(sa.func.matches(expression, _INDEX.words)))
        # PostgreSQL has an engine of its own, with other rules and no bound on its time.
        found_by = expressions.found_by(expression)
        rows = self._connection.execute(self._indexed(sa.true()).add_columns(_INDEX.words))
        positions = [row.position for row in rows if found_by(row.words)]
        # As one value: a statement holds 65,535, and collections more notes.
        return _SCHEDULE.position == sa.any_(sa.literal(positions, sa.ARRAY(sa.Integer)))

    def _indexed(self, claim: Claim) -> sa.Select[tuple[int]]:
        return sa.select(_INDEX.position).where(
            of_learner(self._connection, tables.note_index, self._learner), claim
        )

    def _documents(self) -> list[sa.Row[tuple[str, str]]]:
        named = sa.select(_DOCUMENT.id, _DOCUMENT.name).where(_DOCUMENT.learner == self._learner)
        return list(self._connection.execute(named))

    def _begin(self, since: int) -> datetime:
        """Return the start of the first of the last `since` study days."""
        first = days.study_day(self._now, self._settings) - timedelta(days=since - 1)
        return days.starts(first, self._settings)


def of_learner(connection: sa.Connection, table: sa.Table, learner: str) -> Claim:
    """Return the condition that a row is the learner's, for a statement that reads most of the table.

    SQLite would walk an index for it and fetch each row from its own place: ten times the time of reading the
    table from front to end. A plus sign keeps it from that.
    """
    if connection.dialect.name == "sqlite":
        return sa.literal_column(f"+{table.name}.learner", sa.Text()) == learner
    return table.c.learner == learner


def retrievability(settings: Settings, now: datetime) -> sa.ColumnElement[float]:
    """Return the chance of recall on the study day of `now` over the schedule; null for a new card."""
    decay = -settings.parameters[20]
    factor = math.pow(0.9, 1 / decay) - 1
    ends = _micros(days.reckoned_end(now, settings))
    elapsed = _whole_days(ends - sa.type_coerce(_SCHEDULE.last_review, sa.BigInteger()))
    never_negative = sa.case((elapsed < 0, 0), else_=elapsed)
    return sa.func.power(1 + factor * never_negative / _SCHEDULE.stability, decay, type_=sa.Double())


def _of_notes(positions: sa.Select[tuple[int]]) -> Claim:
    return _SCHEDULE.position.in_(positions)


def _compared(value: sa.ColumnElement[float], comparison: Comparison, number: float) -> Claim:
    match comparison:
        case Comparison.LESS:
            return value < number
        case Comparison.AT_MOST:
            return value <= number
        case Comparison.MORE:
            return value > number
        case Comparison.AT_LEAST:
            return value >= number
        case Comparison.EQUAL:
            return value == number
        case Comparison.OTHER:
            return value != number


def _like(column: sa.ColumnElement[str], pattern: Pattern) -> Claim:
    signs = {Wildcard.ANY: "%", Wildcard.ONE: "_"}
    written = "".join(signs[part] if isinstance(part, Wildcard) else _escaped(part) for part in pattern.parts)
    return column.like(written, escape=_ESCAPE)


def _escaped(text: str) -> str:
    return "".join(f"{_ESCAPE}{one}" if one in f"%_{_ESCAPE}" else one for one in text)


def _around(pattern: Pattern) -> Pattern:
    return Pattern((Wildcard.ANY, *pattern.parts, Wildcard.ANY))


def _child(pattern: Pattern) -> Pattern:
    return Pattern((*pattern.parts, "::", Wildcard.ANY))


def _whole_days(micros: sa.ColumnElement[int]) -> sa.ColumnElement[float]:
    # Databases divide towards zero: days before today are counted from far away.
    return sa.type_coerce((micros + _FAR * _A_DAY) // _A_DAY - _FAR, sa.Double())


def _micros(at: datetime) -> int:
    return (at - tables.EPOCH) // timedelta(microseconds=1)
