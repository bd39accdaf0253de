"""The rules that a draft must pass, each by name and with its reason in words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from cards.formulas import masked
from cards.model import ClozeNote, EnumerationNote
from cards.reading import Reading
from cards.writing.draft import Draft

# What is recalled at one go: about 25 Chinese characters or 12 English words, which count two units each.
LONGEST_ANSWER = 28
LONGEST_LIST = 90
# A prompt that takes longer to read than to answer is a text, not a question.
LONGEST_PROMPT = 150
BRACKETS = {
    "(": ")",
    "（": "）",
    "“": "”",
    "‘": "’",
    "《": "》",
    "「": "」",
    "『": "』",
    "[": "]",
    "【": "】",
}
_OPENINGS = {closing: opening for opening, closing in BRACKETS.items()}
_MARKS = re.compile("[" + re.escape("".join((*BRACKETS, *_OPENINGS))) + "]")


@dataclass(frozen=True, slots=True)
class Check:
    """A rule: its name, and a function that says what is wrong with a draft ("" when nothing is)."""

    name: str
    fault: Callable[[Draft, Reading], str]


def fault_of(draft: Draft, reading: Reading) -> str:
    """Return "check: reason" for the first check that the draft fails, or ""."""
    for check in CHECKS:
        if fault := check.fault(draft, reading):
            return f"{check.name}: {fault}"
    return ""


# Prompt and answer of a draft are looked at by several checks, by the ranking and by the search for repeats.
@lru_cache(maxsize=256)
def squeezed(text: str) -> str:
    """Return the letters and digits of a text alone, in lower case."""
    return "".join(filter(str.isalnum, text.lower()))


def _sound_source(draft: Draft, reading: Reading) -> str:
    for number in draft.passages:
        if fault := reading.language.unsound(reading.passages[number].text):
            return fault
    return ""


def _stands_alone(draft: Draft, reading: Reading) -> str:
    return reading.language.dangles(_shown(draft))


def _no_leak(draft: Draft, reading: Reading) -> str:
    for card in draft.cards:
        answer = squeezed(card.answer)
        if answer and answer in squeezed(card.prompt):
            return f"the answer {card.answer} stands in its own prompt"
    return ""


def _short(draft: Draft, reading: Reading) -> str:
    size = reading.language.size
    for card in draft.cards:
        most = LONGEST_LIST if isinstance(draft.note, EnumerationNote) and card.index == 0 else LONGEST_ANSWER
        # A formula is taken in at a glance, however long its TeX.
        answer, prompt = (size(masked(text, by="X")) for text in (card.answer, card.prompt))
        if answer > most:
            return f"an answer of {answer} units, {most} are the most"
        if prompt > LONGEST_PROMPT:
            return f"a prompt of {prompt} units, {LONGEST_PROMPT} are the most"
    return ""


def _something_asked(draft: Draft, reading: Reading) -> str:
    for card in draft.cards:
        if not squeezed(card.answer):
            return "the answer is empty"
        if len(squeezed(card.prompt)) < 3:
            return "the prompt says nothing"
    return ""


def _whole_brackets(draft: Draft, reading: Reading) -> str:
    for card in draft.cards:
        for text in (card.answer, card.prompt.replace("[...]", "")):
            if fault := _unpaired(masked(text)):
                return f"{fault} is not paired"
    return ""


def _whole_formulas(draft: Draft, reading: Reading) -> str:
    for card in draft.cards:
        for text in (card.answer, card.prompt):
            if text.count("\\(") != text.count("\\)"):
                return f"{text} cuts a formula"
    return ""


def _unpaired(text: str) -> str:
    waiting: list[str] = []
    for mark in _MARKS.findall(text):
        if mark in BRACKETS:
            waiting.append(mark)
        elif waiting and waiting[-1] == _OPENINGS[mark]:
            waiting.pop()
        elif mark != "’":  # the right single quotation mark is English's apostrophe as well
            return str(mark)
    return waiting[-1] if waiting else ""


def _shown(draft: Draft) -> str:
    if isinstance(draft.note, ClozeNote):
        return draft.note.text
    return draft.note.question


CHECKS: tuple[Check, ...] = (
    Check("something asked", _something_asked),
    Check("sound source", _sound_source),
    Check("stands alone", _stands_alone),
    Check("no leak", _no_leak),
    Check("short", _short),
    Check("whole brackets", _whole_brackets),
    Check("whole formulas", _whole_formulas),
)
