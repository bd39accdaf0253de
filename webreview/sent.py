"""What browsers and programs may send: the bounds of ids, instants and numbers, the names of decisions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from cards.progress import Accepted, Happening, Postponed, Rejected

# Written so that every dialect of regular expressions reads it alike: programs take it from the OpenAPI document.
_NO_CONTROLS = r"^[^\x00-\x1f\x7f-\x9f]+$"
_NO_CONTROLS_OR_NOTHING = r"^[^\x00-\x1f\x7f-\x9f]*$"

# An entry's id is any text without control characters, which PostgreSQL's text could not hold.
EntryId = Annotated[str, Field(min_length=8, max_length=64, pattern=_NO_CONTROLS)]

# A gesture's id; that of its entries is numbered behind it.
GestureId = Annotated[str, Field(min_length=8, max_length=56, pattern=_NO_CONTROLS)]

# The id of a card, note, deck or document; ids of imported notes may be anything that is text.
SubjectId = Annotated[str, Field(min_length=1, max_length=200, pattern=_NO_CONTROLS)]

# The id of a deck or card, or nothing where none is meant.
IdOrNothing = Annotated[str, Field(max_length=200, pattern=_NO_CONTROLS_OR_NOTHING)]

# What entries of one press share; empty for one that stands for itself.
Gesture = Annotated[str, Field(max_length=64, pattern=_NO_CONTROLS_OR_NOTHING)]

# Tags hold no spaces: Anki keeps them in one line, with spaces between.
Tag = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\s\x00-\x1f\x7f-\x9f]+$")]
MOST_TAGS = 100
Tags = Annotated[list[Tag], Field(max_length=MOST_TAGS)]

TookMs = Annotated[int, Field(ge=0, le=86_400_000)]

# Beyond these years no date of a schedule can be reckoned with.
Instant = Annotated[
    AwareDatetime, Field(ge=datetime(1990, 1, 1, tzinfo=UTC), le=datetime(2300, 1, 1, tzinfo=UTC))
]

# The number of a card's entries, as far as a database's integer goes.
Seen = Annotated[int, Field(ge=0, le=2**31 - 1)]

# What a learner decides on a proposed note, and the entry that says so.
DecisionName = Literal["accepted", "rejected", "postponed"]
DECISIONS: dict[DecisionName, Callable[[str], Happening]] = {
    "accepted": Accepted,
    "rejected": Rejected,
    "postponed": Postponed,
}
