"""What is known of a card: a page of its own, or a dialog over the review; and the same as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from urllib.parse import quote
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse

from cards.progress import Answered, Entry, Practised, Rating, State
from webreview.collection import card_info, learners
from webreview.collection.card_info import CardInfo
from webreview.desk import AtDesk
from webreview.pages.interface import Interface, interface_of
from webreview.pages.keys import flag_names
from webreview.pages.kinds import kind_text
from webreview.pages.preferences import own_address
from webreview.pages.rendering import page
from webreview.review.history import Decision, Outcome

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """An answer of the card's log, in the learner's own time; `stands` is false for one that was taken back."""

    at: str
    rating: str
    seconds: str
    due: str
    stands: bool


@router.get("/cards/{card}")
def show(request: Request, card: str, desk: AtDesk, back: Annotated[str, Query()] = "/") -> HTMLResponse:
    """Show the card's schedule, its log, and where its note came from."""
    interface = interface_of(request)
    known = card_info.get(desk.collection, desk.learner, card, now=desk.now())
    zone = ZoneInfo(learners.settings(desk.collection, desk.learner).time_zone)
    source = f"/notes/{quote(known.note.id, safe='')}/source" if known.document else ""
    return page(
        request,
        "card_info.html",
        known=known,
        facts=_facts(known, interface, zone, now=desk.now()),
        answers=[row for entry in known.entries if (row := _answer(*entry, interface, zone))],
        source=source,
        back=own_address(back),
    )


def _facts(known: CardInfo, interface: Interface, zone: ZoneInfo, *, now: datetime) -> list[tuple[str, str]]:
    """Return what is to be said of the card, name and value."""
    gettext, ngettext = interface.words.gettext, interface.words.ngettext
    memory = known.memory
    facts = [(gettext("State"), _state(known, interface, now=now)), (gettext("Deck"), known.deck)]
    if memory is not None:
        days = ngettext("%s day", "%s days", memory.interval_days) % memory.interval_days
        facts += [
            (gettext("Due"), _shown(memory.due, zone)),
            (gettext("Interval"), days),
            (gettext("Stability"), f"{memory.stability:.1f}"),
            (gettext("Difficulty"), f"{memory.difficulty:.1f} / 10"),
            (gettext("Chance that you know it today"), f"{round(100 * known.retrievability)} %"),
            (gettext("Answers"), str(memory.reps)),
            (gettext("Times forgotten"), str(memory.lapses)),
        ]
    if known.flag:
        facts.append((gettext("Flag"), flag_names(gettext)[known.flag]))
    if known.note.tags:
        facts.append((gettext("Tags"), " ".join(known.note.tags)))
    facts += [
        (gettext("Added"), _shown(known.added_at, zone)),
        (gettext("Way of asking"), kind_text(known.note.origin.writer, interface.words)),
    ]
    return facts


def _state(known: CardInfo, interface: Interface, *, now: datetime) -> str:
    gettext = interface.words.gettext
    if known.decision is Decision.DELETED:
        return gettext("Deleted")
    if known.suspended:
        return gettext("Suspended")
    if known.buried_until is not None and known.buried_until > now:
        return gettext("Buried until tomorrow")
    names = {
        State.NEW: gettext("New"),
        State.LEARNING: gettext("Learning"),
        State.REVIEW: gettext("In review"),
        State.RELEARNING: gettext("Learning again"),
    }
    return names[known.memory.state if known.memory else State.NEW]


def _answer(entry: Entry, outcome: Outcome, interface: Interface, zone: ZoneInfo) -> AnswerRow | None:
    gettext = interface.words.gettext
    names = {
        Rating.AGAIN: gettext("Again"),
        Rating.HARD: gettext("Hard"),
        Rating.GOOD: gettext("Good"),
        Rating.EASY: gettext("Easy"),
    }
    match entry.what:
        case Answered(rating=rating, took_ms=took, due=due):
            promised = _shown(due, zone)
        case Practised(rating=rating, took_ms=took):
            promised = gettext("practice")
        case _:
            return None
    stands = outcome is Outcome.COUNTS
    return AnswerRow(_shown(entry.at, zone), names[rating], f"{took / 1000:.1f}", promised, stands)


def _shown(instant: datetime, zone: ZoneInfo) -> str:
    return instant.astimezone(zone).strftime("%Y-%m-%d %H:%M")
