"""Decks, to rename, move and close."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from webreview.collection import decks
from webreview.desk import AtDesk
from webreview.pages.changing import deck_name
from webreview.sent import SubjectId

router = APIRouter(tags=["decks"])


class NameIn(BaseModel):
    """A deck's name, which is also its place: "Parent::Deck"."""

    model_config = ConfigDict(extra="forbid")

    name: Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\x00-\x1f\x7f-\x9f]+$")]


class NamedOut(BaseModel):
    """A deck and its name."""

    id: str
    name: str


@router.put("/decks/{deck}")
def rename(deck: SubjectId, sent: NameIn, desk: AtDesk) -> NamedOut:
    """Give the deck, and with it the decks inside it, another name and place."""
    name = deck_name(sent.name)
    decks.rename(desk.collection, desk.learner, deck, name)
    return NamedOut(id=deck, name=name)


@router.delete("/decks/{deck}")
def close(deck: SubjectId, desk: AtDesk) -> NamedOut:
    """Take an empty deck out of the lists; it is shown again when a note comes back to it."""
    named = next((one.name for one in decks.all_decks(desk.collection, desk.learner) if one.id == deck), "")
    decks.close(desk.collection, desk.learner, deck)
    return NamedOut(id=deck, name=named)
