"""English: sentences, words, noun phrases, and a feel for what dangles."""

from __future__ import annotations

from cards.languages.english.dangling import dangles
from cards.languages.english.measures import commonness_of, size_of
from cards.languages.english.phrases import phrases_of
from cards.languages.english.pointing import figures, place
from cards.languages.english.sentences import sentences_of
from cards.languages.english.soundness import unsound
from cards.languages.english.tagging import words_of
from cards.languages.english.termhood import termhood
from cards.languages.language import Language

ENGLISH = Language(
    code="en",
    sentences=sentences_of,
    words=words_of,
    phrases=phrases_of,
    commonness=commonness_of,
    dangles=dangles,
    unsound=unsound,
    size=size_of,
    termhood=termhood,
    figures=figures,
    place=place,
)
