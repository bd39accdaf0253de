"""A card of the queue -> everything that a review page needs to show it and to take the answer."""

from __future__ import annotations

from datetime import datetime, timedelta
from urllib.parse import quote

from pydantic import BaseModel

from cards.model import cards_of
from cards.progress import Memory, Rating, State
from webreview.collection.study import Showing
from webreview.pages.faces import face
from webreview.pages.interface import Interface
from webreview.pages.intervals import interval_text
from webreview.pages.rendering import fragment
from webreview.review import days, leeches
from webreview.settings import Settings

# As in Anki, whose users find marked notes by this tag.
MARK = "marked"
# And the tag of notes with a card that is forgotten again and again.
LEECH = "leech"


class Button(BaseModel):
    """What a rating promises: the instant `due`; for minutes of learning also `wait_ms`, from the answer on.

    `interval` is the promise in the interface's words.
    """

    rating: int
    due: datetime
    wait_ms: int | None
    interval: str


class Shown(BaseModel):
    """A card as the review page shows it; `front` and `back` are HTML, `prompt` and `answer` plain text.

    `seen` goes back with the answer: it tells which showing was answered. `state` is new, learning (also
    relearning) or review. `siblings` are all cards of the note, this one too. `leech` says that the card becomes a
    leech if it is forgotten now. `source` is the address of the sentence in its document.
    """

    card: str
    note: str
    seen: int
    state: str
    siblings: tuple[str, ...]
    flag: int
    marked: bool
    leech: bool
    language: str
    prompt: str
    answer: str
    front: str
    back: str
    document: str
    section: tuple[str, ...]
    quote: str
    reasons: tuple[str, ...]
    source: str
    buttons: tuple[Button, ...]


def shown(showing: Showing, *, now: datetime, settings: Settings, interface: Interface) -> Shown:
    """Return the showing with its promises in the interface's words, as seen `now`."""
    note, card = showing.note, showing.card
    sides = face(note, card.index)
    source = f"/notes/{quote(note.id, safe='')}/source"
    back = fragment(interface, "face.html", "answer", sides, note.language)
    return Shown(
        card=card.id,
        note=note.id,
        seen=showing.seen,
        state=_state(showing.memory),
        siblings=tuple(sibling.id for sibling in cards_of(note)),
        flag=showing.flag,
        marked=MARK in note.tags,
        leech=becomes_leech(showing, settings),
        language=note.language,
        prompt=card.prompt,
        answer=card.answer,
        front=fragment(interface, "face.html", "question", sides, note.language),
        back=back
        + fragment(interface, "face.html", "exhibits", note)
        + fragment(interface, "face.html", "origin", note, source),
        document=note.source.document,
        section=note.source.section,
        quote=note.source.quote,
        reasons=note.origin.reasons,
        source=source,
        buttons=tuple(
            _button(rating, after, now, settings, interface) for rating, after in showing.futures.items()
        ),
    )


def becomes_leech(showing: Showing, settings: Settings) -> bool:
    """Tell whether the card becomes a leech if it is forgotten in this showing."""
    before, after = showing.memory, showing.futures[Rating.AGAIN]
    lapsed = after.lapses > (before.lapses if before else 0)
    return lapsed and leeches.strikes(after.lapses, settings.leech_lapses)


def _state(memory: Memory | None) -> str:
    if memory is None:
        return State.NEW
    return State.REVIEW if memory.state is State.REVIEW else State.LEARNING


def _button(rating: Rating, after: Memory, now: datetime, settings: Settings, interface: Interface) -> Button:
    if after.state is State.REVIEW:
        # Due on a day: the learner counts nights, not hours.
        nights = (days.study_day(after.due, settings) - days.study_day(now, settings)).days
        wait_ms, interval = None, timedelta(days=nights)
    else:
        interval = after.due - now
        wait_ms = round(interval.total_seconds() * 1000)
    return Button(
        rating=rating, due=after.due, wait_ms=wait_ms, interval=interval_text(interval, interface.words)
    )
