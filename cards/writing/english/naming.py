"""What a prompt speaks of, where its own words do not say: "The cycle has three phases." below "Calvin cycle"."""

from __future__ import annotations

import re

from cards.languages.english import ENGLISH
from cards.languages.english.openings import opening_of
from cards.languages.english.tagging import NOMINAL
from cards.languages.language import Word
from cards.model import Span
from cards.passages import Passage
from cards.reading import Reading
from cards.writing.english.clause import noun_phrase_at, word_from
from cards.writing.english.register import full_of_terms

# A noun of this Zipf value or more is one of many: "the cycle", "the tunnel"; "the thylakoid" is known by its name.
MANY = 3.4
# Things of which there is one: "the world", "the sun".
_ONE = frozenset(
    "world earth sun moon universe sky sea internet economy law state government public people public nation human "
    "heart brain body eye skin president prime pope church bible united".split()
)
_NO_TITLE = re.compile(
    r"(?:introduction|conclusions?|summary|overview|background|references|notes|contents|preface|abstract|part|chapter"
    r"|lecture|section|general|preliminary|other|miscellaneous|history|results|methods|discussion)\b.{0,4}",
    re.IGNORECASE,
)
_SAYS_WHICH = frozenset(
    ("of", "that", "which", "who", "for", "in", "between", "called", "known", "from", "at", "on")
)
SHORT_TITLE = 2


def needs_a_name(reading: Reading, passage: Passage, hidden: Span | None = None) -> bool:
    """Whether a sentence begins with "the N" where N may be many things, and names nobody else.

    A text that is full of terms speaks of things in general: "the nucleus" is any cell's.
    """
    words = passage.words
    first = word_from(words, opening_of(passage.text))
    if first >= len(words) or words[first].text.lower() != "the":
        return False
    phrase = noun_phrase_at(words, first)
    if phrase is None or full_of_terms(reading):
        return False
    place = words[phrase.end - 1].span
    if hidden is not None and hidden.holds(place):
        return False
    return _is_one_of_many(words, phrase) and not any(
        word.tag == "name" and not (hidden and hidden.meets(word.span)) for word in words[first + 1 :]
    )


def _is_one_of_many(words: tuple[Word, ...], phrase: Span) -> bool:
    inside = [
        word for word in words[phrase.start : phrase.end] if word.tag in (*NOMINAL, "adj", "ing", "part")
    ]
    if any(word.text.lower() in _ONE or ENGLISH.commonness(word.text) < MANY for word in inside):
        return False
    after = words[phrase.end].text.lower() if phrase.end < len(words) else ""
    return after not in _SAYS_WHICH and len(inside) < 3


def title_above(passage: Passage, answer: str) -> str:
    """Return the heading that says what a sentence speaks of ("Photosynthesis · Calvin cycle"), or "" where none does
    or it would give the answer away."""
    titles = [title for title in passage.section if not _NO_TITLE.fullmatch(title)]
    if not titles:
        return ""
    above = titles[-1]
    if len(titles) > 1 and len(above.split()) <= SHORT_TITLE and titles[0] not in above:
        above = f"{titles[0]} · {above}"
    return "" if answer.lower() in above.lower() else above
