"""The words that questions about English sentences are made of."""

from __future__ import annotations

import re

from cards.languages.english.closed import DETERMINERS, PREPOSITIONS, QUANTIFIERS, RELATIVES, SUBORDINATORS

# A capital that only the beginning of its sentence gave: "The liver", "In humans".
_LOWERED = (
    DETERMINERS
    | QUANTIFIERS
    | PREPOSITIONS
    | SUBORDINATORS
    | RELATIVES
    | {"one", "most", "when", "two", "three", "four", "five", "six"}
)
_FIRST_WORD = re.compile(r"[A-Za-z-]+")


def within_sentence(text: str, *, common: bool = False) -> str:
    """Return a sentence's beginning as it is written further in: "The liver" is "the liver", "DNA" stays.

    `common` says that the first word is an ordinary noun or adjective, whose capital goes as well.
    """
    first = _FIRST_WORD.match(text)
    if first and (first.group().lower() in _LOWERED or (common and first.group()[1:].islower())):
        return text[0].lower() + text[1:]
    return text


def what_does(subject: str, verb: str, *, plural: bool) -> str:
    """Return "What does the liver consist of?"; `verb` is bare ("consist of")."""
    return f"What {'do' if plural else 'does'} {subject} {verb}?"


def what_stands_for(short: str, topic: str) -> str:
    """Return "In “The Autonomic Nervous System”, what does SNS stand for?"; without a topic, the question alone."""
    question = what_does(short, "stand for", plural=False)
    return f"In “{topic}”, {question[0].lower()}{question[1:]}" if topic else question


def what_are(subject: str) -> str:
    """Return "What are the three main components of the liver?"."""
    return f"What are {subject}?"


def what_is(subject: str, be: str, state: str) -> str:
    """Return "What are muscles made up of?"."""
    return f"What {be} {subject} {state}?"


def which_ones(statement: str) -> str:
    """Return "The liver has three main components. Which ones?"."""
    return f"{statement.rstrip(' ,:—')}. Which ones?"


def singular(phrase: str) -> str:
    """Return a noun phrase with its last noun in the singular: "interest groups" is "interest group"."""
    if phrase.endswith("ies") and len(phrase) > 4:
        return phrase[:-3] + "y"
    if phrase.endswith(("sses", "xes", "ches", "shes")):
        return phrase[:-2]
    return phrase[:-1] if phrase.endswith("s") and not phrase.endswith(("ss", "us", "is")) else phrase


def give_examples(count: int, kind: str) -> str:
    """Return "Give three examples of legislatures."."""
    return f"Give {('two', 'three', 'four', 'five', 'six', 'seven')[count - 2]} examples of {kind}."
