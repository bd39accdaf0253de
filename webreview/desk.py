"""What every page works at: the open collection, whose it is, and the time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import Depends, Request

from webreview.collection.store import Collection


@dataclass(frozen=True, slots=True)
class Desk:
    """An open collection, the learner who sits at it, and the clock of the room."""

    collection: Collection
    learner: str
    now: Callable[[], datetime]


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


AtDesk = Annotated[Desk, Depends(_desk)]
