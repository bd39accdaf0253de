"""The columns of the table of cards: what each is called, what stands in it, and what it sorts by."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from gettext import NullTranslations

from cards.progress import State
from webreview.collection.finding import FoundCard, Order
from webreview.pages.intervals import interval_text
from webreview.review import days, schedule
from webreview.settings import Settings

SHOWN_AT_FIRST = ("question", "deck", "state", "due", "interval")


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its name, with its heading; `order` is what it sorts by, None if by nothing."""

    name: str
    heading: str
    order: Order | None


@dataclass(frozen=True, slots=True)
class Context:
    """What cells are made with: names of decks by their ids, the learner's settings, and the instant."""

    decks: dict[str, str]
    settings: Settings
    now: datetime
    words: NullTranslations


def all_columns(words: NullTranslations) -> tuple[Column, ...]:
    """Return every column there is, in the order in which they stand."""
    gettext = words.gettext
    return (
        Column("question", gettext("Question"), Order.QUESTION),
        Column("answer", gettext("Answer"), None),
        Column("deck", gettext("Deck"), Order.DECK),
        Column("document", gettext("Document"), None),
        Column("tags", gettext("Tags"), None),
        Column("state", gettext("State"), Order.STATE),
        Column("due", gettext("Due"), Order.DUE),
        Column("interval", gettext("Interval"), Order.INTERVAL),
        Column("stability", gettext("Stability"), Order.STABILITY),
        Column("difficulty", gettext("Difficulty"), Order.DIFFICULTY),
        Column("retrievability", gettext("Known now"), Order.RETRIEVABILITY),
        Column("lapses", gettext("Lapses"), Order.LAPSES),
        Column("reps", gettext("Answers"), Order.REPS),
        Column("answered", gettext("Answered"), Order.ANSWERED),
        Column("added", gettext("Added"), Order.ADDED),
        Column("writer", gettext("Way of asking"), None),
    )


def chosen(names: Iterable[str], words: NullTranslations) -> tuple[Column, ...]:
    """Return the named columns in their order; the question always, and the first ones where none is known."""
    wanted = {"question", *names}
    columns = tuple(column for column in all_columns(words) if column.name in wanted)
    return columns if len(columns) > 1 else chosen(SHOWN_AT_FIRST, words)


def cell(name: str, found: FoundCard, context: Context) -> str:
    """Return what stands in the column for the card; nothing where the card has no such value."""
    plain = _OF_CARDS.get(name)
    if plain is not None:
        return plain(found)
    match name:
        case "deck":
            return context.decks[found.deck]
        case "state":
            return state_text(found, context)
        case "added":
            return _day(found.added_at, context).isoformat()
    memory = found.memory
    if memory is None:
        return ""
    match name:
        case "due":
            return _day(memory.due, context).isoformat()
        case "interval":
            whole = timedelta(days=memory.interval_days)
            return interval_text(whole, context.words) if memory.interval_days else ""
        case "stability":
            return interval_text(timedelta(days=memory.stability), context.words)
        case "difficulty":
            return f"{memory.difficulty:.1f}"
        case "retrievability":
            chance = schedule.retrievability(memory, now=context.now, settings=context.settings)
            return f"{round(100 * chance)} %"
        case "lapses":
            return str(memory.lapses)
        case "reps":
            return str(memory.reps)
        case _:
            return _day(memory.last_review, context).isoformat()


def state_text(found: FoundCard, context: Context) -> str:
    """Return the card's state in words; that it is out comes before what it would be."""
    gettext = context.words.gettext
    if found.suspended:
        return gettext("Suspended")
    if found.buried_until is not None and found.buried_until > context.now:
        return gettext("Buried")
    names = {
        State.NEW: gettext("New"),
        State.LEARNING: gettext("Learning"),
        State.REVIEW: gettext("In review"),
        State.RELEARNING: gettext("Learning again"),
    }
    return names[found.memory.state if found.memory else State.NEW]


def _day(at: datetime, context: Context) -> date:
    return days.study_day(at, context.settings)


_OF_CARDS: dict[str, Callable[[FoundCard], str]] = {
    "question": lambda found: found.card.prompt,
    "answer": lambda found: found.card.answer,
    "document": lambda found: found.note.source.document if found.document else "",
    "tags": lambda found: " ".join(found.note.tags),
    "writer": lambda found: found.note.origin.writer,
}
