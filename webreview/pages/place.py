"""What is under review: a deck, all decks, or the cards of a search; carried by addresses and forms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Depends, Form, Query

from webreview.sent import IdOrNothing, Instant

LONGEST_SEARCH = 1_000

_Search = Annotated[str, Query(max_length=LONGEST_SEARCH)]


@dataclass(frozen=True, slots=True)
class Place:
    """A deck ("" for all), or with a `search` its cards, each until it is known once `since` then.

    `practice` says that ratings leave the schedule as it is.
    """

    deck: str = ""
    search: str = ""
    since: datetime | None = None
    practice: bool = False

    @property
    def fields(self) -> dict[str, str]:
        """Return what an address or a form carries of it."""
        if not self.search:
            return {"deck": self.deck}
        since = {"since": self.since.isoformat()} if self.since else {}
        return {"search": self.search, **since, **({"practice": "true"} if self.practice else {})}

    @property
    def query(self) -> str:
        """Return it as the query of an address."""
        return urlencode(self.fields)


def _in_address(
    deck: IdOrNothing = "", search: _Search = "", since: Instant | None = None, practice: bool = False
) -> Place:
    return Place(deck, search.strip(), since, practice)


def _in_form(
    deck: Annotated[IdOrNothing, Form()] = "",
    search: Annotated[str, Form(max_length=LONGEST_SEARCH)] = "",
    since: Annotated[Instant | None, Form()] = None,
    practice: Annotated[bool, Form()] = False,
) -> Place:
    return Place(deck, search.strip(), since, practice)


PlaceInAddress = Annotated[Place, Depends(_in_address)]
PlaceInForm = Annotated[Place, Depends(_in_form)]
