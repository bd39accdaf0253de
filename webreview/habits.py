"""How a learner likes to review: what the pages do, but for the schedule."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from cards.errors import CardsError

# What a key does at the review page, and the key that does it unless the learner chose another one.
KEYS = {
    "show": " ",
    "again": "1",
    "hard": "2",
    "good": "3",
    "easy": "4",
    "undo": "u",
    "redo": "U",
    "edit": "e",
    "flag": "f",
    "mark": "*",
    "bury-card": "-",
    "bury-note": "=",
    "suspend-card": "@",
    "suspend-note": "!",
    "delete": "Delete",
    "info": "i",
    "source": "d",
    "triage": "t",
    "speak": "r",
    "help": "?",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """What a learner chose about the pages.

    `keys` says whether single keys act at all, `key_of` has the keys that are not the usual ones, by what they do.
    `typing` asks for the answer in a field, `speaking` reads cards aloud as they are shown, `timer` shows the seconds
    of a card, `swiping` rates by swipes on a touch screen. What was kept and rejected since `leanings_since` says which
    writers' cards the learner likes; None counts all of it.

    Raises CardsError for a value that the pages do not know.
    """

    keys: bool = True
    key_of: dict[str, str] = field(default_factory=dict)
    typing: bool = False
    speaking: bool = False
    timer: bool = True
    swiping: bool = False
    leanings_since: datetime | None = None

    def __post_init__(self) -> None:
        unknown = [name for name in self.key_of if name not in KEYS]
        if unknown:
            raise CardsError(f"no key does {unknown[0][:40]!r}")
        keys = list(self.all_keys().values())
        for key in self.key_of.values():
            if len(key) > 10 or not key.isprintable() or not key:
                raise CardsError("“{key}” is not the name of a key.", key=key[:20])
            if keys.count(key) > 1:
                raise CardsError("Two actions have the key “{key}”; give one of them another.", key=key)

    def all_keys(self) -> dict[str, str]:
        """Return the key of everything that has one."""
        return KEYS | self.key_of
