"""A word by itself -> its likely class, from the lists and the endings.

The classes are the tags of `tagging` and two that need the sentence: "noun/verb" (forms, work) and "that".
"""

from __future__ import annotations

from functools import lru_cache

from cards.languages.english import closed
from cards.languages.english.wordlists import wordlist

_VERBS = wordlist("verbs")
_NOUNS_TOO = wordlist("verbs or nouns")
_ADJECTIVES = wordlist("adjectives")

_CLOSED: tuple[tuple[frozenset[str], str], ...] = (
    (closed.BE, "be"),
    (closed.AUXILIARIES, "aux"),
    (closed.MODALS, "modal"),
    (closed.DETERMINERS, "det"),
    (closed.PRONOUNS, "pron"),
    (closed.RELATIVES, "which"),
    (closed.SUBORDINATORS, "sub"),
    (closed.CONJUNCTIONS, "and"),
    (closed.ADVERBS, "adv"),
    (closed.PREPOSITIONS, "prep"),
    (closed.QUANTIFIERS, "quant"),
    (closed.NUMBERS, "number"),
    (closed.ORDINALS, "adj"),
)
_BY_WORD = {word: tag for words, tag in reversed(_CLOSED) for word in words} | {"to": "to", "that": "that"}
_SURELY_ADJECTIVE = (
    *("ous", "ical", "able", "ible", "ful", "less", "ular", "oid", "esque"),
    *("-free", "-like", "-shaped", "-sized", "-based", "-related"),
)
_VERB_ENDINGS = ("ize", "izes", "ise", "ises", "ify", "ifies")
_NOUN_ENDINGS = (
    *("tion", "sion", "ment", "ness", "ity", "ship", "hood", "ism", "ance", "ence", "ology", "graphy", "phy"),
    *("sis", "itis", "oma", "cyte", "ase", "ture", "dom", "age", "ery", "ory", "cy", "gy", "logist", "ist"),
)
_ADJECTIVE_ENDINGS = ("ic", "al", "ive", "ary", "ar", "ent", "ant", "ior", "ish", "ese", "eal")


# A language has some hundred thousand words; a hostile text has more.
@lru_cache(maxsize=200_000)
def likely(word: str) -> str:
    """Return the likely class of a word in lower case."""
    if word in _BY_WORD:
        return _BY_WORD[word]
    if not word[0].isalpha():
        return _other(word)
    if len(word) < 3:
        return "noun"
    if word in _ADJECTIVES and word not in _NOUNS_TOO:
        return "adj"
    if "-" in word and word.endswith(("ing", "ed")):
        return "adj"  # milk-producing, X-linked
    return _verbal(word) or _descriptive(word)


def _other(word: str) -> str:
    if word[0].isdigit():
        return "number" if word[-1].isdigit() or word[-1] == "%" else "noun"
    return "poss" if word in ("'s", "’s", "'", "’") else "mark"


def _verbal(word: str) -> str:
    if word in wordlist("irregular past"):
        return "past"
    if word.endswith("ed") and word not in wordlist("not past") and len(word) > 4:
        return "past"
    if word.endswith("ing") and len(word) > 5 and word not in wordlist("nouns in -ing"):
        return "ing"
    base = base_of(word)
    if base:
        return "noun/verb" if base in _NOUNS_TOO else "verb"
    if word.endswith(_VERB_ENDINGS) and len(word) > 6 and word not in wordlist("nouns like verbs"):
        return "verb"
    return ""


def _descriptive(word: str) -> str:
    if word in _ADJECTIVES or word.endswith(_SURELY_ADJECTIVE) or _compared(word):
        return "adj"
    if word in wordlist("nouns like adjectives"):
        return "noun"
    if word.endswith("ly"):
        return "noun" if word in wordlist("not adverbs") else "adv"
    if word.endswith(_NOUN_ENDINGS):
        return "noun"
    if word.endswith(_ADJECTIVE_ENDINGS) and len(word) > 4:
        return "adj"
    return "noun"


def _compared(word: str) -> bool:
    """Whether a word is an adjective's comparative or superlative: broader, finest, bigger."""
    stem = word.removesuffix("er").removesuffix("est")
    return stem != word and any(base in _ADJECTIVES for base in (stem, stem + "e", stem[:-1]))


def base_of(form: str) -> str:
    """Return the verb that an -s form or a base form belongs to ("carries" is "carry"), or ""."""
    bases = [form]
    if form.endswith("ies"):
        bases.append(form[:-3] + "y")
    if form.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
        bases.append(form[:-2])
    if form.endswith("s"):
        bases.append(form[:-1])
    return next((base for base in bases if base in _VERBS or base in _NOUNS_TOO), "")
