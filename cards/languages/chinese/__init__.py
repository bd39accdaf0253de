"""What kapian knows of Chinese, simplified and traditional."""

from __future__ import annotations

from cards.languages.chinese.dangling import dangles
from cards.languages.chinese.phrases import phrases
from cards.languages.chinese.pointing import figures, place
from cards.languages.chinese.sentences import sentences
from cards.languages.chinese.soundness import unsound
from cards.languages.chinese.termhood import termhood
from cards.languages.chinese.words import commonness, size, words
from cards.languages.language import Language

CHINESE = Language(
    code="zh",
    sentences=sentences,
    words=words,
    phrases=phrases,
    commonness=commonness,
    dangles=dangles,
    unsound=unsound,
    size=size,
    termhood=termhood,
    figures=figures,
    place=place,
)
