"""What a strict reader would find wrong with a gap for a term; such gaps are kept in dense decks alone."""

from __future__ import annotations

import re

from cards.languages.english import ENGLISH
from cards.languages.english.tagging import NOMINAL
from cards.languages.english.termhood import DESCRIBING
from cards.languages.language import Word
from cards.model import Span
from cards.writing.english.repair import is_plural

# Words of this Zipf value or more are everybody's: "body", "digestive tract" has one, "school year" two.
EVERYDAY_WORD, EVERYDAY_WORDS = 4.6, 4.9
# "we introduce a perturbation", "the hand is being burned": a study's own steps, a story told to make a point.
_STORY = re.compile(
    r"\b(?:we|our|us)\b|\b(?:is|are|was|were) being\b|\b(?:the|this) patient\b|\b(?:imagine|suppose)\b"
    r"|\b(?:presented|used|considered|given|studied|proposed) here\b"
    r"|\b(?:was|were) (?:then |also )?"
    r"(?:performed|recorded|measured|carried out|obtained|conducted|collected|calculated)\b",
    re.IGNORECASE,
)
# "Tissue perfusion also increases", "are another example": besides what the sentences before say.
_BACK = re.compile(
    r"\balso\b|\banother (?:example|reason|type|way|form)\b|^in (?:response|turn|contrast|addition)\b"
    r"|^(?:the|an?) \S+(?: \S+){0,3} then\b|\bfor (?:instance|example), is\b|\b(?:the|this) latter\b"
    r"|\bsuch (?:an? )?\w+ (?:is|are)\b",
    re.IGNORECASE,
)


def doubt_of(text: str, words: tuple[Word, ...], phrase: Span, *, often: bool = False) -> str:
    """Say why a gap for the phrase may have no one right answer or none worth knowing, or "".

    What a document says `often` is a name by that alone: "short bones", "simple epithelium".
    """
    return (
        ("" if often else doubt_of_words(words[phrase.start : phrase.end]))
        or _doubt_of_place(words, phrase)
        or _told(text)
        or _points_back(text)
    )


def doubt_of_words(inside: tuple[Word, ...]) -> str:
    """Say why the words of a phrase may be no term ("begins with reduced, which describes"), or ""."""
    first = inside[0]
    if first.text.lower() in DESCRIBING or first.tag in ("ing", "part", "number"):
        return f"begins with {first.text}, which describes"
    if any(word.tag == "noun" and word.text.islower() and is_plural(word) for word in inside[:-1]):
        return "a plural inside a phrase is two phrases"
    commonest = [ENGLISH.commonness(word.text) for word in inside if word.text.islower()]
    if len(commonest) == len(inside):
        everyday = EVERYDAY_WORD if len(inside) == 1 else EVERYDAY_WORDS
        if min(commonest) >= everyday:
            return "everyday words"
    return ""


def _doubt_of_place(words: tuple[Word, ...], phrase: Span) -> str:
    """In "bones, [...], and joints" any sibling fits; in "lower and [...]" the words before need what is hidden."""
    before, after = _at(words, phrase.start - 1), _at(words, phrase.end)
    earlier = _at(words, phrase.start - 2)
    joined = before.tag == "and" or before.text == ","
    if joined and earlier.tag in ("adj", "part", "number", "ing"):
        return "shares its head with the word before"
    if joined and after.text == "," and _at(words, phrase.end + 1).tag in (*NOMINAL, "and", "adj"):
        return "one of a list"
    if before.tag == "poss" and earlier.text[:1].isupper():
        return "the name before belongs to it"
    if before.tag == "and" and earlier.text == "," and _at(words, phrase.start - 3).tag in NOMINAL:
        return "one of a list"
    if (
        after.text == ","
        and _at(words, phrase.end + 2).text == ","
        and _at(words, phrase.end + 1).tag in (*NOMINAL, "adj")
    ):
        return "one of a list"
    return ""


def _told(text: str) -> str:
    found = _STORY.search(text)
    return f"tells a story: {found.group()}" if found else ""


def _points_back(text: str) -> str:
    found = _BACK.search(text)
    return f"points back: {found.group()}" if found else ""


_NO_WORD = Word(Span(0, 0), "", "mark")


def _at(words: tuple[Word, ...], i: int) -> Word:
    return words[i] if 0 <= i < len(words) else _NO_WORD
