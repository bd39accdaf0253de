"""The characters of a search -> parentheses, minus signs and terms, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from cards.errors import to_translate
from webreview.search.errors import SearchError

QUOTE = '"'
ESCAPE = "\\"


class Sign(Enum):
    OPEN = "("
    CLOSE = ")"
    MINUS = "-"


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign of the language and its place."""

    sign: Sign
    at: int


@dataclass(frozen=True, slots=True)
class Term:
    """Characters that belong together, without the quotation marks around them.

    A backslash still stands before the character that it takes the meaning from. `places` has the place of each
    character in the search, `quoted` says that the term begins with a quotation mark.
    """

    text: str
    places: tuple[int, ...]
    at: int
    quoted: bool


Token = Mark | Term


def tokens(search: str) -> Iterator[Token]:
    """Yield the tokens of the search; raise SearchError for a quotation that does not end."""
    at = 0
    while at < len(search):
        character = search[at]
        if character.isspace():
            at += 1
        elif character in "()":
            yield Mark(Sign(character), at)
            at += 1
        elif character == "-":
            yield Mark(Sign.MINUS, at)
            at += 1
        else:
            term, at = _term(search, at)
            yield term


def _term(search: str, start: int) -> tuple[Term, int]:
    held: list[tuple[str, int]] = []
    opened: int | None = None
    at = start
    while at < len(search):
        character = search[at]
        if character == ESCAPE and at + 1 < len(search):
            held += [(ESCAPE, at), (search[at + 1], at + 1)]
            at += 2
            continue
        if character == QUOTE:
            opened = at if opened is None else None
        elif opened is None and (character.isspace() or character in "()"):
            break
        else:
            held.append((character, at))
        at += 1
    if opened is not None:
        raise SearchError(
            to_translate(
                "Character {place}: this quotation mark has no partner; add one, or write a backslash before it"
            ),
            opened,
        )
    text, places = "".join(character for character, _ in held), tuple(place for _, place in held)
    return Term(text, places, start, search[start] == QUOTE), at
