"""Which noun phrases are terms worth asking for."""

from __future__ import annotations

import math

from cards.languages.english import ENGLISH
from cards.languages.english.closed import MONTHS
from cards.languages.english.phrases import EMPTY
from cards.languages.english.termhood import DESCRIBING
from cards.languages.language import Word
from cards.model import Span

# Subjects of "is a" that name nothing.
GENERAL = EMPTY | frozenset(
    "result reason purpose goal aim idea question answer problem difference term word name concept "
    "process function role effect cause group set form structure system structures systems process "
    "processes area areas area region regions level levels size shape place point side end top bottom "
    "rest majority total amount lot author authors study work method approach model paper article "
    "section all both today addition cells body human humans individual individuals step steps "
    "advantage disadvantage feature features aspect aspects topic issue solution means manner sense kind "
    "cent percent noon midnight dollars pounds euros degrees "
    "conditions factors things items issues problems substances materials cases effects".split()
)
LONGEST_TERM = 5
# Phrases with these heads tell something of a thing: "classic example", "biggest obstacle".
HEADS_OF_NONE = frozenset(
    "example examples kind kinds way ways part parts thing things number reason reasons result results obstacle "
    "minimum maximum lot case fact list addition possibility choice option need fact point question".split()
)
# Days and months tell when; as answers they are asked for by figures and dates.
WHEN = MONTHS | frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())

# A word that the frequency list does not know is about as telling as one of this Zipf value.
UNKNOWN = 1.2


def is_term(words: tuple[Word, ...], phrase: Span) -> bool:
    """Whether the words could be a technical term or a name, by their form alone."""
    inside = words[phrase.start : phrase.end]
    if not inside or len(inside) > LONGEST_TERM:
        return False
    first = inside[0].text.lower()
    if (len(inside) == 1 and inside[0].text in WHEN) or inside[-1].text == "al":
        return False
    if len(inside) == 1 and (first in GENERAL or len(first) < 2 or inside[0].tag == "number"):
        return False
    if inside[-1].text.lower() in HEADS_OF_NONE:
        return False
    if first in EMPTY and inside[0].text.islower():
        return False
    return not inside[-1].text.isnumeric()


def odds_of(words: tuple[Word, ...], phrase: Span) -> float:
    """Return the log odds that the phrase is a term, from its words alone.

    Weights are a logistic regression's, rounded, over 20,000 noun phrases of textbooks of which 1,241 stood in
    the glossary: rare words make terms, plain adjectives and participles in front do not.
    """
    inside = [word for word in words[phrase.start : phrase.end] if word.tag not in ("prep", "det")]
    rarity = sum(max(ENGLISH.commonness(word.text), UNKNOWN) for word in inside) / len(inside)
    odds = 1.5 - 0.85 * rarity
    if inside[0].text.lower() in DESCRIBING:
        odds -= 1.0
    elif inside[0].tag in ("ing", "part"):
        odds -= 0.7
    elif inside[0].tag == "adj":
        odds += 0.4
    if any(word.tag == "number" for word in inside):
        odds -= 1.8
    if len(inside) != 2:
        odds -= {1: 0.6, 3: 0.0}.get(len(inside), 1.0)
    return odds


def chance(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))


def rated(strength: float, words: tuple[Word, ...], phrase: Span) -> float:
    """Return a pattern's strength lowered for phrases that are hardly terms: the pattern finds those as well."""
    return round(strength * (0.4 + 0.6 * chance(odds_of(words, phrase) + 2.5)), 4)
