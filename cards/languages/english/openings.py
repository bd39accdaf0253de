"""What a sentence can lose without losing its sense: connectives in front, figure references within."""

from __future__ import annotations

import re
from functools import lru_cache

from cards.model import Span

_CONNECTIVES = (
    *("However", "Thus", "Therefore", "Hence", "Furthermore", "Moreover", "Additionally", "In addition"),
    *("For example", "For instance", "As an example", "In fact", "Indeed", "In contrast", "By contrast"),
    *("That is", "Consequently", "As a result", "Similarly", "Likewise", "Finally", "Meanwhile"),
    *("Nevertheless", "Nonetheless", "On the other hand", "Conversely", "Interestingly", "Importantly"),
    *("Notably", "Specifically", "Even more specifically", "In particular", "In general", "Generally"),
    *("Overall", "In short", "In summary", "In other words", "In conclusion", "Of course", "Also"),
    *("Instead", "Accordingly", "Alternatively"),
    *("Recall that", "Note that", "Remember that", "First", "Second", "Third", "Next", "Lastly", "Again"),
    *("Ultimately", "Effectively", "Essentially", "Basically", "Briefly", "First of all", "At the same time"),
    *("In essence", "In practice", "In short", "Put simply", "Simply put", "As a rule", "To begin with"),
    *("In turn", "After all", "At first", "Unsurprisingly", "Initially", "Eventually"),
    *("Still", "Besides", "Otherwise", "Unfortunately", "Fortunately", "Not surprisingly", "Surprisingly"),
    *("Even more specifically", "As you know", "As you learned", "As you recall", "And", "But", "Yet", "So"),
)
_AS_SHOWN = (
    r"As (?:mentioned|noted|stated|described|discussed|shown|seen|illustrated|you might expect)[^,.;()]{0,60}"
)
# "OSLO, 14 March – ", "LONDON (Reuters) - ": where a piece of news comes from.
_DATELINE = (
    r"[A-Z][A-Z .]{2,24}(?:, (?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+\.?(?: \d{1,2})?))?(?: \([A-Z][A-Za-z ]{1,20}\))?"
    r" (?:[–—-]|--)"
)
_CONNECTIVE = re.compile(rf"(?:(?:{'|'.join(_CONNECTIVES)}|{_AS_SHOWN}),?|{_DATELINE})\s+(?=\S)")
# After another connective it is written small.
_SECOND = re.compile(rf"(?:{'|'.join(_CONNECTIVES)}|{_AS_SHOWN}),\s+(?=\S)", re.IGNORECASE)
# Of these the comma is part: "Next, cells ..." but "Next cells ...".
_NEEDS_COMMA = frozenset(
    (
        *("In addition", "In contrast", "By contrast", "As a result", "In particular", "In general"),
        *("That is", "Also", "First", "Second", "Third", "Next", "Again", "Still", "Besides", "Otherwise"),
        *(
            "Ultimately",
            "Effectively",
            "Essentially",
            "Basically",
            "Briefly",
            "In turn",
            "At first",
            "Initially",
        ),
        *("Eventually", "In practice", "At the same time", "After all", "As a rule"),
        *("Finally", "Meanwhile", "Instead", "Indeed", "Generally", "Overall", "Similarly", "So", "Yet"),
    )
)
_REFERENCE = re.compile(
    r"\s{0,4}[(\[]\s?(?:(?:see|as in|e\.g\.|cf\.)\s+)?"
    r"(?:(?:Figures?|Figs?\.?|Tables?|Link|Chapters?|Sections?|Eqs?\.?|Refs?\.?)\b[^()\[\]]{0,60}"
    r"|(?:see|also)\s[^()\[\]]{0,80}|and|,|[a-f](?:(?:,|\s?[-–]|\sand)\s?[a-f])*|\d{1,3}(?:\s?[,–-]\s?\d{1,3})*|)"
    r"\s?[)\]]"
    # How a word is formed: "(plural = nares)", "(costo- = “rib”)".
    r"|\s{0,4}\((?:(?:plural|singular|from (?:the )?(?:Latin|Greek))\b[^()]{2,60}|[^()=]{1,40} = [“\"'‘][^()]{1,60})\)"
)


# Several cards are tried on a sentence; a few thousand sentences are a part of a document.
@lru_cache(maxsize=4096)
def opening_of(text: str) -> int:
    """Return how many characters of connectives stand in front: 9 for "However, iron rusts."."""
    at = 0
    while found := (_SECOND if at else _CONNECTIVE).match(text, at):
        words = found.group().rstrip()
        if words.rstrip(",") in _NEEDS_COMMA and not words.endswith(","):
            break
        at = found.end()
    return at


@lru_cache(maxsize=4096)
def references_of(text: str) -> tuple[Span, ...]:
    """Return the bracketed references to figures, tables and notes, each with the space before it."""
    return tuple(
        Span(found.start(), found.end()) for found in _REFERENCE.finditer(text) if found.end() > found.start()
    )


def without_references(text: str) -> str:
    return _REFERENCE.sub("", text)
