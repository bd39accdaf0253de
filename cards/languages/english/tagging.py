"""A sentence -> its words with their parts of speech, by lists, endings and the words around.

Tags: det, quant, number, adj, noun, name, pron, poss, which (relatives and question words), prep, to (before a
verb), and, sub, be, aux, modal, verb (finite or bare), past (finite), part (participle), ing, adv, mark. There
is no model behind it; noun phrases with right rims and clauses that hold a verb are what it is made for.
"""

from __future__ import annotations

import re
from functools import lru_cache

from cards.languages.english.lexicon import likely
from cards.languages.language import Word
from cards.model import Span

WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}|\d+(?:[.,:]\d+)*(?:%|st|nd|rd|th|s)?(?![^\W\d_]|-[^\W\d_])"
    r"|\w+(?:[-‐‑.]\w+)*|['’]s\b|['’](?:re|ve|ll|d|m)\b|[^\w\s]"
)

NOMINAL = frozenset(("noun", "name"))
# Words with a capital that are no names for it.
NEVER_NAMES = frozenset(("det", "prep", "and", "which", "that", "pron", "number"))
AFTER_NUMBERS = frozenset(("noun", "noun/verb", "adj", "prep"))
# After a noun these begin no clause with a verb of its own: "a structure composed of proteins".
AFTER_NOUNS = frozenset(
    "composed called known named termed located situated based given caused attached associated involved "
    "related derived needed required made used".split()
)
FINITE = frozenset(("be", "aux", "modal", "verb", "past"))
# After these a clause begins that needs a verb of its own.
OPENS_CLAUSE = frozenset(("which", "sub", "and"))
BREAKS = frozenset(';:—–()[]“”"')


# Every sentence is read twice, for key phrases and for cards; a few hundred sentences are a part of a document.
@lru_cache(maxsize=1024)
def words_of(text: str) -> tuple[Word, ...]:
    """Return the words and marks of a sentence in order."""
    found = [(match.start(), match.end(), match.group()) for match in WORD.finditer(text)]
    likelies = [likely(written.lower()) for _, _, written in found]
    tags = _in_context([written for _, _, written in found], likelies)
    return tuple(
        Word(Span(start, end), written, tag) for (start, end, written), tag in zip(found, tags, strict=True)
    )


@lru_cache(maxsize=1024)
def vocabulary(text: str) -> frozenset[str]:
    """Return the words and marks of a sentence in lower case: where a word is missing, no pattern with it is tried."""
    return frozenset([word.text.lower() for word in words_of(text)])


def _in_context(written: list[str], likelies: list[str]) -> list[str]:
    tags: list[str] = []
    before = "mark"
    verb_seen = False
    for i, word in enumerate(written):
        tag = _tag_at(i, written, likelies, before, verb_seen)
        if tag in FINITE:
            verb_seen = True
        elif tag in OPENS_CLAUSE or (tag == "mark" and word in BREAKS):
            verb_seen = False
        tags.append(tag)
        before = tag if tag != "adv" else before
    return tags


def _tag_at(i: int, written: list[str], likelies: list[str], before: str, verb_seen: bool) -> str:
    """Return the tag of word `i` after a word tagged `before` (adverbs left out)."""
    word, tag = written[i], likelies[i]
    if word[0].isupper() and tag not in NEVER_NAMES and (i or (tag == "noun" and _name_at_start(word))):
        tag = "name"
    match tag:
        case "noun" | "adj" if before == "modal" and word.islower():
            return "verb"
        case "noun" if (
            (before in NOMINAL or before == "adj") and not verb_seen and _unlisted_verb(i, written, likelies)
        ):
            return "verb"
        case "adj" if before == "det" and _at(likelies, i + 1) in ("be", "modal", "aux", "verb"):
            return "noun"  # "The geniohyoid depresses the jaw", "the poor have"
        case "noun/verb" | "verb":
            return _noun_or_verb(i, written, likelies, before, verb_seen)
        case "past":
            return _past_or_participle(i, written, likelies, before, verb_seen)
        case "ing":
            return _gerund(i, likelies, before)
        case "poss":
            return "be" if before in ("pron", "which") else "poss"
        case "to":
            return "to" if _bare(i + 1, written, likelies) else "prep"
        case "that":
            return _that(i, written, likelies, before)
        case "adv" if before == "det":
            return "adj"
        case "pron" if word in ("one", "One") and _at(likelies, i + 1) in AFTER_NUMBERS:
            return "number"
    return tag


def _name_at_start(word: str) -> bool:
    return len(word) > 1 and (word.isupper() or any(letter.isupper() for letter in word[1:]))


def _noun_or_verb(i: int, written: list[str], likelies: list[str], before: str, verb_seen: bool) -> str:
    always = likelies[i] == "verb"
    if before in ("modal", "to", "which") or (before == "pron" and not verb_seen):
        return "verb"
    if before in ("det", "adj", "poss", "prep", "quant", "number", "be", "part", "past") and not (
        always and before in ("adj", "number", "quant", "part")
    ):
        return "noun"
    after = _at(likelies, i + 1)
    if before in NOMINAL or before in ("adj", "number", "quant", "part"):
        agrees = _ends_in_s(written[i]) != _ends_in_s(written[i - 1]) if before in NOMINAL else True
        if always:
            alone = not verb_seen and not _finite_ahead(likelies, i + 1)
            return "verb" if agrees or alone or after in ("det", "that", "prep", "to", "adv") else "noun"
        if verb_seen or not agrees:
            return "noun"
        ends = written[i + 1 : i + 2]
        if before in NOMINAL and (ends == ["."] or (ends == [","] and likelies[0] in ("sub", "which"))):
            return "verb"  # The clause has no other: "The membrane folds.", "When a cell divides, ..."
        if after in ("det", "that", "adv", "pron", "to", "quant", "which", "sub") or (
            after in ("prep", "adj", "noun", "past", "number", "noun/verb", "verb")
            and not _finite_ahead(likelies, i + 1)
        ):
            return "verb"
        return "noun"
    if before in ("and", "mark", "sub"):
        if i == 0 or after in ("prep", "be", "aux", "modal", "and", "mark"):
            return "verb" if always and i and after != "be" else "noun"
        return "verb" if always or after in ("det", "pron") else "noun"
    return "verb" if always else "noun"


def _unlisted_verb(i: int, written: list[str], likelies: list[str]) -> bool:
    """Whether a noun in -s is a verb that no list has: "the enzyme cleaves the bond"."""
    if not _ends_in_s(written[i]) or _ends_in_s(written[i - 1]) or not written[i].islower():
        return False
    return _at(likelies, i + 1) == "det" and not _finite_ahead(likelies, i + 1)


def _past_or_participle(i: int, written: list[str], likelies: list[str], before: str, verb_seen: bool) -> str:
    if before in NOMINAL and written[i] in AFTER_NOUNS:
        return "part"
    if before in ("be", "aux", "det", "adj", "prep", "number", "quant", "poss"):
        return "part"
    if before in ("pron", "which"):
        return "past"
    if before in NOMINAL:
        if verb_seen or (_at(likelies, i + 1) == "prep" and _finite_ahead(likelies, i + 1)):
            return "part"
        return "part" if _finite_ahead(likelies, i + 1) else "past"
    return "part"


def _gerund(i: int, likelies: list[str], before: str) -> str:
    after = _at(likelies, i + 1)
    if before in ("det", "adj", "poss", "quant") and after not in ("noun", "noun/verb", "adj", "det"):
        return "noun"
    return "ing"


def _that(i: int, written: list[str], likelies: list[str], before: str) -> str:
    after = _at(likelies, i + 1)
    if after == "noun/verb" and _ends_in_s(written[i + 1]):
        return "which"
    if before in NOMINAL or before == "pron" or after in ("det", "pron", "be", "modal", "aux", "verb"):
        return "which"
    return "which" if before in ("verb", "past", "part", "adj") else "det"


def _bare(i: int, written: list[str], likelies: list[str]) -> bool:
    tag = _at(likelies, i)
    if tag == "adv":
        return _bare(i + 1, written, likelies) if _at(likelies, i + 1) != "adv" else False
    if tag in ("be", "aux"):
        return True
    return tag in ("verb", "noun/verb") and not (_ends_in_s(written[i]) and written[i][-2:] != "ss")


def _finite_ahead(likelies: list[str], i: int) -> bool:
    # Fifteen words: a subject that is longer is not told from its verb anyway, and the look ahead stays short.
    for tag in likelies[i : i + 15]:
        if tag in ("be", "modal", "aux"):
            return True
        if tag in ("mark", "which", "that", "sub", "pron"):
            return False
        if tag == "verb":
            return True
    return False


def _at(likelies: list[str], i: int) -> str:
    return likelies[i] if i < len(likelies) else "mark"


def _ends_in_s(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "is", "us"))
