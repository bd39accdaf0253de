"""What a strict reader would find wrong with a gap for a term; such gaps are kept in dense decks alone."""

from __future__ import annotations

from cards.languages.english import ENGLISH
from cards.languages.english.lexicon import likely
from cards.languages.english.tagging import FINITE, NOMINAL
from cards.languages.english.termhood import DESCRIBING
from cards.languages.language import Word
from cards.model import Span
from cards.writing.english.repair import is_plural
from cards.writing.english.stories import doubt_of_sentence

# Words of this Zipf value or more are everybody's: "body", "digestive tract" has one, "school year" two.
EVERYDAY_WORD, EVERYDAY_WORDS = 4.6, 4.1
# A word of this Zipf value or more ("cell", "muscle") is asked for by its definition alone.
MANY_FIT, MANY_FIT_PLURALS = 3.6, 3.2
# Participles that are rarer name a kind: "pseudostratified epithelium".
RARE = 2.5


def doubt_of(text: str, words: tuple[Word, ...], phrase: Span, *, often: bool = False) -> str:
    """Say why a gap for the phrase may have no one right answer or none worth knowing, or "".

    What a document says `often` is a name by that alone: "short bones", "simple epithelium".
    """
    return (
        _doubt_of_verbs(words, phrase)
        or doubt_of_words(words[phrase.start : phrase.end], often=often)
        or doubt_of_place(words, phrase)
        or doubt_of_sentence(text)
    )


def _doubt_of_verbs(words: tuple[Word, ...], phrase: Span) -> str:
    """In "As [visual stimuli move] closer" the phrase took the verb with it."""
    last = words[phrase.end - 1]
    sort = likely(last.text)
    if phrase.end - phrase.start < 2 or sort not in ("noun/verb", "verb"):
        return ""
    if sort == "verb":
        return "takes in the verb"
    alone = not any(word.tag in FINITE for word in (*words[: phrase.start], *words[phrase.end :]))
    return "takes in the verb" if alone or is_plural(words[phrase.end - 2]) else ""


def doubt_of_words(inside: tuple[Word, ...], *, often: bool = False) -> str:
    """Say why the words of a phrase may be no term ("begins with reduced, which describes"), or ""."""
    first = inside[0]
    if (
        len(inside) == 1
        and first.tag != "name"
        and ENGLISH.commonness(first.text) >= (MANY_FIT_PLURALS if is_plural(first) else MANY_FIT)
    ):
        return "a word that fits many sentences"
    if often:
        return ""
    if describes := doubt_of_front(first):
        return describes
    if any(word.tag == "noun" and word.text.islower() and is_plural(word) for word in inside[:-1]):
        return "a plural inside a phrase is two phrases"
    commonest = [ENGLISH.commonness(word.text) for word in inside if word.tag != "name"]
    if len(commonest) == len(inside):
        everyday = EVERYDAY_WORD if len(inside) == 1 else EVERYDAY_WORDS
        if min(commonest) >= everyday:
            return "everyday words"
    return ""


def doubt_of_front(first: Word) -> str:
    """Say that a phrase begins with a word that describes a thing instead of naming its kind ("reduced"), or ""."""
    participle = first.tag in ("ing", "part") and ENGLISH.commonness(first.text) >= RARE
    if first.text.lower() in DESCRIBING or first.tag == "number" or participle:
        return f"begins with {first.text}, which describes"
    return ""


def doubt_of_place(words: tuple[Word, ...], phrase: Span) -> str:
    """In "bones, [...], and joints" any sibling fits; in "lower and [...]" the words before need what is hidden."""
    before, after = _at(words, phrase.start - 1), _at(words, phrase.end)
    earlier = _at(words, phrase.start - 2)
    if before.text.lower() in ("that", "same", "another", "other"):
        return f"points back: {before.text}"
    if before.tag == "and" and earlier.tag == "name" and words[phrase.start].tag == "name":
        return "one of a list"
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


_NO_WORD = Word(Span(0, 0), "", "mark")


def _at(words: tuple[Word, ...], i: int) -> Word:
    return words[i] if 0 <= i < len(words) else _NO_WORD
