"""Whether words say of whom or what they speak, so that a learner can tell it from others."""

from __future__ import annotations

import re
from functools import lru_cache

from cards.languages.chinese.tags import NAMES
from cards.languages.chinese.words import commonness, words
from cards.model import Span
from cards.passages import Passage
from cards.reading import Reading
from cards.writing.chinese.genre import about_particulars

_TELLING = NAMES | {"eng"}
_TITLED = re.compile(r"《[^》]{2,}》|“[^”]{2,}”|「[^」]{2,}」")
_AGE = re.compile(r".{1,2}[朝代]")
# Where texts are not about particulars, a term will do that is one of the text's own, or none of everyday's (能力 has
# 5.2, 细胞 4.6).
TOPICS = 12
TELLING_BY_LENGTH = 6
EVERYDAY = 4.7


def tells(reading: Reading, passage: Passage, found: Span) -> bool:
    """Whether words say of whom or what they speak: by a name where texts are about many, else by a term."""
    if about_particulars(reading, passage):
        return telling(passage.text, found)
    said = found.of(passage.text)
    # Words that are longer say by themselves which: 党的一切工作.
    if len(said) >= TELLING_BY_LENGTH:
        return True
    known = any(phrase.text in said for phrase in reading.keyphrases[:TOPICS])
    return known or telling(passage.text, found, most=EVERYDAY)


@lru_cache(maxsize=4096)
def telling(text: str, span: Span, *, most: float = 0.0) -> bool:
    """Whether a stretch holds a name or a title, or a word that is less common (in Zipf values) than `most`."""
    if _TITLED.search(span.of(text)):
        return True
    inside = [word for word in words(text) if span.holds(word.span)]
    return any(
        word.tag in _TELLING or _AGE.fullmatch(word.text) or commonness(word.text) < most for word in inside
    )


def is_age(word: str) -> bool:
    """Whether a word names a dynasty, which jieba takes for a time: 秦朝."""
    return _AGE.fullmatch(word) is not None


def is_name(tag: str) -> bool:
    """Whether a word with this tag is a name."""
    return tag in _TELLING
