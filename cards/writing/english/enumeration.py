"""Lists: "The liver has three main components: hepatocytes, bile canaliculi, and hepatic sinusoids."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.languages.english.tagging import NOMINAL
from cards.languages.english.wording import what_are, what_does, what_is, which_ones, within_sentence
from cards.languages.language import Word
from cards.model import Span
from cards.passages import Passage
from cards.reading import Reading
from cards.writing.draft import Draft, Writer
from cards.writing.english.asking import ask_for_items
from cards.writing.english.clause import extent, noun_phrase_at, word_from
from cards.writing.english.gap import claim_of
from cards.writing.english.inversion import is_common
from cards.writing.english.lists import NUMBER_WORDS, list_at
from cards.writing.english.register import names_in
from cards.writing.english.repair import is_plural, shown_of

_INTRODUCED = re.compile(
    r"\b(includes?|consists? of|(?:is|are) (?:composed of|made up of|divided into)|comprises?|contains?|are)"
    r"\s+(?:the\s+)?(?=\w)|:\s+"
)
_BARE = {"includes": "include", "consists of": "consist of", "comprises": "comprise", "contains": "contain"}
_BACK = re.compile(r"(?:These|They)(?: are| include)?")
_ARE_THE = re.compile(r" are (the [a-z])")
_ASIDE = re.compile(r", (?:with|and|but|which|while|whereas)\b|[;:(—]")
# Of what is asked after "What are": fewer do not say of what, more are not read.
FEWEST_WORDS, MOST_WORDS = 4, 22
STRENGTH = 0.7


def write(reading: Reading) -> Iterator[Draft]:
    for passage in reading.passages:
        if passage.text.count(",") + passage.text.count(" and ") < 2 or len(passage.text) > 500:
            continue
        if draft := _in_front(reading, passage):
            yield draft
            continue
        for found in _INTRODUCED.finditer(passage.text):
            words = passage.words
            items = list_at(words, word_from(words, found.end()))
            if not items or (found.group(1) == "are" and _describes(words[items[0].start : items[0].end])):
                continue
            draft = _draft(reading, passage, found, tuple(extent(words, item) for item in items))
            if draft:
                yield draft
                break


def _in_front(reading: Reading, passage: Passage) -> Draft | None:
    """ "A, B, and C are the institutions that ..." asks "What are the institutions that ...?"."""
    found = _ARE_THE.search(passage.text)
    if found is None or reading.language.unsound(passage.text):
        return None
    words = passage.words
    items = list_at(words, 0, end=word_from(words, found.start()))
    said = passage.text[found.start(1) :].rstrip(" .")
    aside = _ASIDE.search(said)
    said = said[: aside.start()] if aside else said
    if not items or not FEWEST_WORDS <= len(said.split()) <= MOST_WORDS:
        return None
    claim = claim_of(reading, passage, "enumeration", "A, B and C are the Y", STRENGTH)
    return ask_for_items(claim, what_are(said), tuple(extent(words, item) for item in items))


def _draft(reading: Reading, passage: Passage, found: re.Match[str], items: tuple[Span, ...]) -> Draft | None:
    shown = shown_of(reading, passage, keep=items[0], end=found.start())
    statement = shown.text.rstrip(".").strip()
    if passage.number and not passage.first and _BACK.fullmatch(statement):
        return _about_the_sentence_before(reading, passage, items)
    question = _question(passage, found, statement, len(items), names_in(reading))
    if not question or reading.language.dangles(statement):
        return None
    claim = claim_of(reading, passage, "enumeration", f"{found.group().strip()} A, B and C", STRENGTH)
    return ask_for_items(claim, question, items)


def _about_the_sentence_before(reading: Reading, passage: Passage, items: tuple[Span, ...]) -> Draft | None:
    """ "Five folds hold the liver. These are A, B and C." asks "Five folds hold the liver. Which ones?"."""
    before = reading.passages[passage.number - 1]
    shown = shown_of(reading, before, keep=Span(0, 0))
    if (
        not _announced(before.words, len(items))
        or reading.language.dangles(shown.text)
        or reading.language.unsound(before.text)
    ):
        return None
    claim = claim_of(reading, passage, "enumeration", "These are A, B and C", STRENGTH)
    return ask_for_items(claim, which_ones(shown.text.rstrip(".")), items)


def _question(
    passage: Passage, found: re.Match[str], statement: str, count: int, names: frozenset[str]
) -> str:
    words = tuple(word for word in passage.words if word.span.end <= found.start())
    verb = found.group(1)
    if verb is None:
        return which_ones(statement) if _announces(words, count) else ""
    subject = _whole_subject(words)
    if subject is None:
        return ""
    common = bool(words) and is_common(words, Span(0, len(words)), names)
    said = within_sentence(statement, common=common)
    if verb.startswith(("is ", "are ")):
        return what_is(said, *verb.split(" ", 1))
    if verb == "are":
        return what_are(said) if is_plural(subject) else ""
    return what_does(said, _BARE.get(verb, verb), plural=verb not in _BARE)


def _describes(item: tuple[Word, ...]) -> bool:
    """Whether "are" is followed by what the subject is like: "active in the digestion of sugars, fats and ..."."""
    return item[-1].tag not in NOMINAL or any(word.tag in ("prep", "part") for word in item)


def _announces(words: tuple[Word, ...], count: int) -> bool:
    """Whether the words before a colon say how many follow ("three main components") or name what they are."""
    if len(words) < 4 or words[-1].tag not in NOMINAL:
        return False
    return _announced(words, count) if _numbers(words) else is_plural(words[-1])


def _announced(words: tuple[Word, ...], count: int) -> bool:
    """Whether the words speak of as many things as the list has: "three main components"."""
    return count in _numbers(words)


def _numbers(words: tuple[Word, ...]) -> list[int]:
    return [NUMBER_WORDS[word.text.lower()] for word in words if word.text.lower() in NUMBER_WORDS]


def _whole_subject(words: tuple[Word, ...]) -> Word | None:
    """Return the head noun where all the words are one noun phrase with its "of ..." and "in ..."."""
    phrase = noun_phrase_at(words, 0)
    if phrase is None:
        return None
    head = words[phrase.end - 1]
    at = phrase.end
    while at < len(words) and words[at].tag == "prep":
        following = noun_phrase_at(words, at + 1)
        if following is None:
            return None
        at = following.end
    return head if at == len(words) else None


WRITER = Writer("enumeration", "en", write)
