"""Which noun phrases are terms worth asking for."""

from __future__ import annotations

from cards.languages.english.phrases import EMPTY
from cards.languages.language import Word
from cards.model import Span

# Subjects of "is a" that name nothing.
GENERAL = EMPTY | frozenset(
    "result reason purpose goal aim idea question answer problem difference term word name concept "
    "process function role effect cause group set form structure system structures systems process "
    "processes area areas region regions level levels size shape place point side end top bottom rest "
    "majority total amount lot author authors study work method approach model paper article section all "
    "both today addition cells cell body human humans individual individuals step steps advantage "
    "disadvantage feature features aspect aspects topic issue solution means manner sense kind ".split()
)
LONGEST_TERM = 5


def is_term(words: tuple[Word, ...], phrase: Span) -> bool:
    """Whether the words could be a technical term or a name, by their form alone."""
    inside = words[phrase.start : phrase.end]
    if not inside or len(inside) > LONGEST_TERM:
        return False
    if len(inside) == 1 and (
        inside[0].text.lower() in GENERAL or len(inside[0].text) < 2 or inside[0].tag == "number"
    ):
        return False
    if inside[0].text.lower() in EMPTY and inside[0].text.islower():
        return False
    return any(letter.isalpha() for letter in inside[-1].text)
