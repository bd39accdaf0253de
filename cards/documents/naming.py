"""Names of files as they come from disks, archives and browsers -> names that can be shown."""

from __future__ import annotations

import unicodedata
from contextlib import suppress

from cards.documents.decoding import decode
from cards.errors import CardsError

# They turn the letters that follow round, so that a name is read as another: "exe.cod" as "doc.exe".
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def name_from(stored: bytes) -> str:
    """Return a file's name as text.

    A name that is not UTF-8, like those that archives packed on Chinese Windows leave behind, is decoded as a text is.
    """
    with suppress(UnicodeDecodeError):
        # First of all, because a name of two or three letters is too short to be judged by its bytes.
        return stored.decode("utf-8")
    with suppress(CardsError):
        return decode(stored, name="").text
    return stored.decode("utf-8", "replace")


def deceives(name: str) -> bool:
    """Tell whether the name holds control characters, or ones that change the direction of what follows."""
    return any(character in _TURNING or unicodedata.category(character) in ("Cc", "Cs") for character in name)


def shown(name: str) -> str:
    """Return the name with each character that deceives as its number: "<202e>"."""
    return "".join(f"<{ord(one):04x}>" if deceives(one) else one for one in name)
