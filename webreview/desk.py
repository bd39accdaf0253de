"""What every page works at: the open collection, whose it is, the time, and where documents are worked on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import Depends, Request

from cards.documents import Given
from webreview.collection.store import Collection
from webreview.workshop import Workshop

# Gives the document at a web address, or raises CardsError.
Fetch = Callable[[str], Given]


@dataclass(frozen=True, slots=True)
class Desk:
    """An open collection, the learner who sits at it, the clock of the room, and the workshop behind it.

    `fetch` is None where nobody may have pages of the web fetched.
    """

    collection: Collection
    learner: str
    now: Callable[[], datetime]
    workshop: Workshop
    fetch: Fetch | None = None


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


AtDesk = Annotated[Desk, Depends(_desk)]
