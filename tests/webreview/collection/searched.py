"""A small collection with something for every kind of search, and a search of it that reads everything."""

from __future__ import annotations

import operator
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, assert_never

from cards.model import (
    BasicNote,
    Card,
    ClozeNote,
    Deletion,
    EnumerationNote,
    Note,
    Origin,
    Source,
    Span,
    cards_of,
    note_id,
)
from cards.progress import (
    Accepted,
    Answered,
    Buried,
    Deleted,
    Entry,
    Flagged,
    Happening,
    Rating,
    Rejected,
    State,
    Suspended,
)
from tests.webreview.collection.made import DAY, NOW, document
from webreview.collection import ME, Collection, decks, documents, learners, log, notes
from webreview.review import days, schedule
from webreview.review.history import Decision, History, fold
from webreview.search import query as q
from webreview.search.folding import folded, searchable
from webreview.settings import Settings

TODAY = NOW + 60 * DAY
SETTINGS = Settings(time_zone="Asia/Shanghai")
COMPARED = {
    q.Comparison.LESS: operator.lt,
    q.Comparison.AT_MOST: operator.le,
    q.Comparison.MORE: operator.gt,
    q.Comparison.AT_LEAST: operator.ge,
    q.Comparison.EQUAL: operator.eq,
    q.Comparison.OTHER: operator.ne,
}


@contextmanager
def searched(location: Path | str) -> Iterator[Collection]:
    """Open a new collection at the location and fill it."""
    with Collection.open(location) as collection:
        learners.join(collection, ME, settings=SETTINGS, now=NOW)
        elements = [
            _basic(name, tags) for name, tags in (("水", ("exam", "law::civil")), ("火", ("Exam::2026",)))
        ]
        documents.add(collection, ME, document(), elements, deck="Elements", now=NOW)
        loose: list[Note] = [
            _basic("Cell WALL", ("marked", "a b"), reversed_too=True),
            _basic("100%_sure\\", ()),
            ClozeNote(
                text="Das Wasser, ＡＴＰ",
                deletions=(Deletion(Span(4, 10), 1, "nass"),),
                **_known("cloze", ()),
            ),
            EnumerationNote(
                question="三个要点？", items=("问政于民", "问需于民"), **_known("list", ("law",))
            ),
        ]
        notes.add(collection, ME, loose, deck="Elements::Cells", now=NOW + 30 * DAY)
        others: list[Note] = [_basic(name, ("exam",)) for name in ("rejected", "open", "deleted")]
        notes.add(collection, ME, others, deck="Other", now=TODAY)
        kept: list[Note] = [*elements, *loose, others[2]]
        decided = (Rejected(others[0].id), Deleted(others[2].id))
        _append(collection, NOW + 31 * DAY, *[Accepted(note.id) for note in kept], *decided)
        _learn(collection, elements[0], [Rating.GOOD] * 6)
        _learn(collection, elements[1], [Rating.EASY, *[Rating.AGAIN, Rating.GOOD] * SETTINGS.leech_lapses])
        _learn(collection, loose[1], [Rating.GOOD])
        _append(collection, TODAY, Suspended(f"{elements[1].id}-0"), Flagged(f"{loose[0].id}-1", 3))
        _append(
            collection,
            TODAY,
            Buried(f"{loose[3].id}-0", TODAY + DAY),
            Buried(f"{loose[2].id}-0", TODAY - DAY),
        )
        yield collection


def _basic(name: str, tags: tuple[str, ...], *, reversed_too: bool = False) -> BasicNote:
    return BasicNote(question=f"{name}?", answer=f"{name}!", reversed_too=reversed_too, **_known(name, tags))


def _known(name: str, tags: tuple[str, ...]) -> dict[str, Any]:
    writer = "learner" if tags else "definition"
    return {
        "id": note_id(name),
        "source": Source("elements.txt", Span(0, 1), "水"),
        "origin": Origin(writer),
        "tags": tags,
    }


def _learn(collection: Collection, note: Note, ratings: list[Rating]) -> None:
    """Answer the note's first card with these ratings, each when it is due or a day before the end."""
    card = cards_of(note)[0].id
    at = NOW + 32 * DAY
    for rating in ratings:
        entries = log.entries_about(collection, ME, card)
        memory = fold(card, entries, settings=SETTINGS).memory
        future = schedule.preview(memory, card=card, now=at, settings=SETTINGS)[rating]
        _append(collection, at, Answered(card, rating, future.due, 1000, len(entries)))
        at = min(future.due + timedelta(hours=3), TODAY - timedelta(minutes=30))


def _append(collection: Collection, at: datetime, *whats: Happening) -> None:
    log.append(collection, ME, [Entry(log.new_id(), at, what) for what in whats], now=at)


@dataclass(frozen=True)
class Known:
    """All that is known of a kept card."""

    card: Card
    note: Note
    deck: str
    document: str
    added_at: datetime
    history: History


def everything(collection: Collection) -> list[Known]:
    """Return all kept cards in the order in which they were added, read one by one."""
    known = []
    for deck in decks.all_decks(collection, ME):
        for kept in notes.of_deck(collection, ME, deck.id):
            if kept.decision is not Decision.ACCEPTED or kept.deck != deck.id:
                continue
            for card in cards_of(kept.note):
                history = fold(card.id, log.entries_about(collection, ME, card.id), settings=SETTINGS)
                named = "elements.txt" if kept.document else ""
                added_at = NOW if kept.document else NOW + 30 * DAY
                known.append(Known(card, kept.note, deck.name, named, added_at, history))
    return sorted(known, key=lambda one: one.added_at)


def asks_for(query: q.Query, one: Known) -> bool:
    """Tell whether the query asks for the card: the search language, read as simply as it can be."""
    match query:
        case q.Everything():
            return True
        case q.Both(parts=parts):
            return all(asks_for(part, one) for part in parts)
        case q.Either(parts=parts):
            return any(asks_for(part, one) for part in parts)
        case q.Not(part=part):
            return not asks_for(part, one)
        case q.Words(pattern=pattern):
            return re.search(_expression(pattern), searchable(one.note), re.DOTALL) is not None
        case q.Matching(expression=expression):
            return re.search(expression, searchable(one.note), re.MULTILINE | re.IGNORECASE) is not None
        case q.InDeck(pattern=pattern):
            return _inside(one.deck, pattern)
        case q.Tagged(pattern=pattern):
            return any(_inside(tag, pattern) for tag in one.note.tags)
        case q.Untagged():
            return not one.note.tags
        case q.FromDocument(pattern=pattern):
            return bool(one.document) and _fits(one.document, pattern)
        case q.FromNowhere():
            return not one.document
        case q.WrittenBy(pattern=pattern):
            return _fits(one.note.origin.writer, pattern)
        case q.Is(condition=condition):
            return _is(condition, one)
        case q.Flagged(flag=flag):
            return one.history.flag == flag
        case q.Added(days=since):
            return one.added_at >= _begin(since)
        case q.Rated(days=since, ratings=ratings):
            return any(given.at >= _begin(since) and given.rating in ratings for given in one.history.answers)
        case q.Measured(measure=measure, comparison=comparison, number=number):
            value = _value(measure, one)
            return value is not None and bool(COMPARED[comparison](value, number))
        case q.OfNotes(ids=ids):
            return one.note.id in ids
        case q.OfIds(ids=ids):
            return one.card.id in ids
    assert_never(query)


def _is(condition: q.Condition, one: Known) -> bool:
    history, memory = one.history, one.history.memory
    buried = history.buried_until is not None and history.buried_until > TODAY
    state = memory.state if memory else State.NEW
    match condition:
        case q.Condition.NEW:
            return state is State.NEW
        case q.Condition.LEARNING:
            return state in (State.LEARNING, State.RELEARNING)
        case q.Condition.REVIEW:
            return state is State.REVIEW
        case q.Condition.SUSPENDED:
            return history.suspended
        case q.Condition.BURIED:
            return buried
        case q.Condition.DUE:
            due = memory is not None and memory.due < days.next_day_start(TODAY, SETTINGS)
            return due and not history.suspended and not buried
        case q.Condition.LEECH:
            return memory is not None and memory.lapses >= SETTINGS.leech_lapses
        case q.Condition.MARKED:
            return "marked" in one.note.tags


def _value(measure: q.Measure, one: Known) -> float | None:
    memory = one.history.memory
    if memory is None:
        return 0 if measure in (q.Measure.LAPSES, q.Measure.REPS) else None
    match measure:
        case q.Measure.STABILITY:
            return memory.stability
        case q.Measure.DIFFICULTY:
            return memory.difficulty
        case q.Measure.RETRIEVABILITY:
            return schedule.retrievability(memory, now=TODAY, settings=SETTINGS)
        case q.Measure.INTERVAL:
            return memory.interval_days
        case q.Measure.DUE:
            return (days.study_day(memory.due, SETTINGS) - days.study_day(TODAY, SETTINGS)).days
        case q.Measure.LAPSES:
            return memory.lapses
        case q.Measure.REPS:
            return memory.reps


def _begin(since: int) -> datetime:
    return days.starts(days.study_day(TODAY, SETTINGS) - (since - 1) * DAY, SETTINGS)


def _inside(name: str, pattern: q.Pattern) -> bool:
    return re.fullmatch(f"{_expression(pattern)}(::.*)?", folded(name), re.DOTALL) is not None


def _fits(name: str, pattern: q.Pattern) -> bool:
    return re.fullmatch(_expression(pattern), folded(name), re.DOTALL) is not None


def _expression(pattern: q.Pattern) -> str:
    signs = {q.Wildcard.ANY: ".*", q.Wildcard.ONE: "."}
    return "".join(signs[part] if isinstance(part, q.Wildcard) else re.escape(part) for part in pattern.parts)
