"""Cards that a search finds, and changes of many of them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field

from cards.progress import State
from webreview.collection import finding, learners, selecting
from webreview.collection.finding import FoundCard, Order
from webreview.desk import AtDesk
from webreview.pages import changing
from webreview.pages.changing import Change
from webreview.review import schedule
from webreview.search import parse
from webreview.search.parser import LONGEST
from webreview.search.query import OfIds
from webreview.sent import GestureId, SubjectId

router = APIRouter(tags=["cards"])

MOST_CARDS = 500
# A search may hold what a form field can; control characters could not be stored and are found nowhere.
Search = Annotated[str, Field(max_length=LONGEST)]
Words = Annotated[str, Field(max_length=1_000, pattern=r"^[^\x00-\x1f\x7f-\x9f]*$")]


class CardOut(BaseModel):
    """A card: its question and answer in plain text, where it lies, and what its schedule says.

    What an answered card alone has is null for a new one. `retrievability` is the chance, 0 to 1, that it is recalled
    today; `stability` is in days, `difficulty` 1 to 10.
    """

    card: str
    note: str
    deck: str
    document: str
    prompt: str
    answer: str
    tags: tuple[str, ...]
    writer: str
    added_at: datetime
    flag: int
    suspended: bool
    buried_until: datetime | None
    state: State
    due: datetime | None
    interval_days: int | None
    stability: float | None
    difficulty: float | None
    retrievability: float | None
    reps: int
    lapses: int
    last_review: datetime | None


class CardsOut(BaseModel):
    """How many cards are found, and those of the page in order."""

    total: int
    cards: list[CardOut]


class ChangeIn(BaseModel):
    """A change of the cards with these ids, or with `q` of all that the search finds; `id` names it: sent again it
    changes nothing. What the change does not need may be left out.
    """

    model_config = ConfigDict(extra="forbid")

    id: GestureId
    do: Literal[
        "suspend",
        "resume",
        "flag",
        "mark",
        "unmark",
        "tag",
        "untag",
        "deck",
        "due",
        "forget",
        "replace",
        "delete",
    ]
    cards: Annotated[list[SubjectId], Field(max_length=MOST_CARDS)] = []
    q: Search | None = None
    flag: Annotated[int, Field(ge=0, le=7)] = 0
    tags: Words = ""
    deck: Words = ""
    days: Annotated[int, Field(ge=0, le=36500)] = 0
    find: Words = ""
    put: Words = ""


class ChangesOut(BaseModel):
    """How many entries the change took; `POST /api/v1/undo` takes them back together."""

    changes: int


@router.get("/cards")
def cards(
    desk: AtDesk,
    q: Annotated[Search, Query()] = "",
    order: Order = Order.ADDED,
    descending: bool = False,
    offset: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
    limit: Annotated[int, Query(ge=1, le=MOST_CARDS)] = 100,
) -> CardsOut:
    """Return the kept cards that the search finds (docs/search.md)."""
    found = finding.find(
        desk.collection,
        desk.learner,
        parse(q),
        now=desk.now(),
        order=order,
        descending=descending,
        first=offset,
        most=limit,
    )
    return CardsOut(total=found.total, cards=[_out(desk, one) for one in found.cards])


@router.get("/tags")
def tags(desk: AtDesk) -> list[str]:
    """Return every tag that a note has, in order."""
    return list(selecting.tags(desk.collection, desk.learner))


@router.post("/changes")
def change(sent: ChangeIn, desk: AtDesk) -> ChangesOut:
    """Change cards as one gesture; when this answers, it is on disk."""
    asked = OfIds(tuple(sent.cards)) if sent.q is None else parse(sent.q)
    selection = selecting.select(desk.collection, desk.learner, asked, now=desk.now())
    wanted = Change(sent.do, sent.flag, sent.tags, sent.deck, str(sent.days), sent.find, sent.put)
    return ChangesOut(changes=changing.make(desk, sent.id, wanted, selection))


def _out(desk: AtDesk, found: FoundCard) -> CardOut:
    memory = found.memory
    settings = learners.settings(desk.collection, desk.learner)
    return CardOut(
        card=found.card.id,
        note=found.note.id,
        deck=found.deck,
        document=found.document,
        prompt=found.card.prompt,
        answer=found.card.answer,
        tags=found.note.tags,
        writer=found.note.origin.writer,
        added_at=found.added_at,
        flag=found.flag,
        suspended=found.suspended,
        buried_until=found.buried_until,
        state=memory.state if memory else State.NEW,
        due=memory.due if memory else None,
        interval_days=memory.interval_days if memory else None,
        stability=memory.stability if memory else None,
        difficulty=memory.difficulty if memory else None,
        retrievability=schedule.retrievability(memory, now=desk.now(), settings=settings) if memory else None,
        reps=memory.reps if memory else 0,
        lapses=memory.lapses if memory else 0,
        last_review=memory.last_review if memory else None,
    )
