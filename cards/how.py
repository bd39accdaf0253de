"""How documents are to be read and cards to be made, as it was said on a command line."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class How:
    """The encoding and password of the documents, where they are named; how densely cards are made."""

    encoding: str | None = None
    password: str | None = None
    density: str = "normal"
