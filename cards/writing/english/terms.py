"""Which noun phrases are terms worth asking for."""

from __future__ import annotations

import math

from cards.languages.english import ENGLISH
from cards.languages.english.phrases import EMPTY
from cards.languages.language import Word
from cards.model import Span

# Subjects of "is a" that name nothing.
GENERAL = EMPTY | frozenset(
    "result reason purpose goal aim idea question answer problem difference term word name concept "
    "process function role effect cause group set form structure system structures systems process "
    "processes area areas area region regions level levels size shape place point side end top bottom "
    "rest majority total amount lot author authors study work method approach model paper article "
    "section all both today addition cells body human humans individual individuals step steps "
    "advantage disadvantage feature features aspect aspects topic issue solution means manner sense kind".split()
)
LONGEST_TERM = 5
# Adjectives that describe a thing instead of naming its kind: "smaller ligaments", "proper shielding".
DESCRIBING = frozenset(
    "smaller larger greater higher lower older younger longer shorter stronger weaker deeper wider faster slower "
    "proper expanded increased decreased reduced excessive sufficient insufficient adequate inadequate typical "
    "similar different unique entire overall actual real true false simple complex rapid slow thick thin thin-walled "
    "relative resulting corresponding surrounding remaining existing growing known unknown open closed normal "
    "abnormal high low good bad best worst largest smallest highest lowest big tiny huge vast short long wide narrow "
    "strong weak heavy light hard easy difficult likely unlikely effective successful serious severe mild moderate "
    "new old young early late recent current modern future past present previous next final initial whole full empty "
    "additional extra further multiple single double separate individual particular specific general certain "
    "proximate adjacent nearby distant close near far nearest closest entire sheer mere very numerous distinctive".split()
)

# Log odds that a noun phrase is in its textbook's glossary, measured over 10,600 phrases of which 545 were.
_RARITY = ((0.5, 1.1), (2.5, 0.8), (3.5, 0.0), (4.5, -0.9), (9.9, -1.8))
_FOLLOWED_BY = {"(": 1.4, "is": 1.1, "are": 0.6, "of": -1.8} | dict.fromkeys(",.;—and", 0.5)
_FOLLOWED_OTHERWISE = -0.8
_PRECEDED_BY = {"called": 2.0, "(": 1.0, "as": 0.9} | dict.fromkeys(("in", "of", "to", "or"), -0.8)
_ODDS = -3.0


def is_term(words: tuple[Word, ...], phrase: Span) -> bool:
    """Whether the words could be a technical term or a name, by their form alone."""
    inside = words[phrase.start : phrase.end]
    if not inside or len(inside) > LONGEST_TERM:
        return False
    first = inside[0].text.lower()
    if len(inside) == 1 and (first in GENERAL or len(first) < 2 or inside[0].tag == "number"):
        return False
    if first in EMPTY and inside[0].text.islower():
        return False
    return any(letter.isalpha() for letter in inside[-1].text)


def termhood(words: tuple[Word, ...], phrase: Span, *, count: int, in_headings: bool) -> float:
    """Return how likely the phrase is a term of its subject, 0 to 1, from its words, its neighbours, and how often
    the document uses it."""
    inside = words[phrase.start : phrase.end]
    rarity = min(ENGLISH.commonness(word.text) for word in inside)
    odds = _ODDS + next(gain for most, gain in _RARITY if rarity <= most)
    after = words[phrase.end].text if phrase.end < len(words) else "."
    before = words[phrase.start - 1].text.lower() if phrase.start else "the"
    odds += _FOLLOWED_BY.get(after, _FOLLOWED_OTHERWISE) + _PRECEDED_BY.get(before, 0.0)
    odds += min(math.log(count), 2.0) * 0.8 + (1.0 if in_headings else 0.0)
    if inside[0].text.lower() in DESCRIBING or inside[0].tag in ("ing", "part"):
        odds -= 1.0
    return 1 / (1 + math.exp(-odds))
