"""What is not worth asking about: sentences about the document, tasks, questions, titles, broken sentences."""

from __future__ import annotations

import re
from functools import lru_cache

from cards.languages.english.openings import opening_of, without_references
from cards.languages.english.sentences import LOST_FIGURE
from cards.languages.english.tagging import FINITE, words_of

_PLACES = (
    "chapter|section|book|figure|table|module|unit|video|article|paper|page|website|link|lesson|text|document"
    "|handbook|manual|study|work|review|report|thesis|survey|essay|post"
)
_DOCUMENT = re.compile(
    r"\bas (?:shown|seen|described|discussed|mentioned|noted|stated|above|illustrated|listed|depicted)\b"
    r"|\b(?:mentioned|described|discussed|listed|shown|seen|noted) (?:above|earlier|below|in|here|previously|later)\b"
    r"|\b(?:above|previously|earlier|already)[- ](?:mentioned|described|discussed)\b"
    rf"|\b(?:this|next|previous|following|last|preceding) (?:{_PLACES})\b"
    r"|\b(?:the|this|these|both|first|last|final|each|next|earlier|later|another) (?:\w+ )?chapters?\b"
    r"|\bPart [IVX\d]+\b|\b(?:figure|fig\.|table|chapter|section|exhibit|appendix|listing)\s{1,3}\d"
    r"|\bsee (?:also|the|below|above|figure|table|chapter|section)\b"
    r"|\bthe (?:above|following|latter|former|aforementioned|foregoing)\b|\bthe other two\b"
    r"|\b(?:click|watch|visit|view|read|explore|look at) (?:this|the|on|here|at)\b",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(
    r"\b(?i:you|your|yours|my|me|let[’']s|we[’']ll|we[’']ve)\b|^(?:[Ww]e|[Oo]ur)\b|\bwe will\b"
    r"|\bI\b(?= (?:am|have|had|was|will|would|think|believe|do|did|can|could)\b)"
)
_TASK = re.compile(
    r"(?:Explain|Discuss|Identify|Describe|Distinguish|Define|Compare|List|Name|Consider|Recall|Note|Remember"
    r"|Imagine|Suppose|Think|Look|Try|Write|Read|Answer|Choose|Complete|Summarize|Outline|Analyze|Evaluate|Let"
    r"|Recognize|Understand|Apply)\b(?! of\b)"
)
_ITEM = re.compile(r"[ivx]{1,4}[.)] |[a-z][.)] |\([a-z0-9]{1,3}\) ")
# The numbers of laws: "Subsection (1) does not apply", "in paragraphs 2 and 3".
_PART = re.compile(
    r"\b(?:sub-?(?:section|paragraph)s?|paragraphs?|clauses?) (?:\(\w{1,3}\)|\d)", re.IGNORECASE
)
# A reference that lost its figure: "the artery in , the vein", "the heart. shows the heart".
_HOLE = re.compile(r"\b(?:in|see|from|by|of) [,.;)]|\b(?!approx)[a-z]{5,}\. [a-z]|\bRefs?\.?\s*\)")
_REASONS = (
    (_DOCUMENT, "speaks of its document"),
    (_ADDRESSED, "speaks to its reader"),
    (_HOLE, "has a hole"),
)
# Of the characters of a sentence; formulas and lists of figures have fewer letters.
LEAST_LETTERS = 0.6
MOST_CAPITALS = 0.6


# Every draft on a sentence asks this again; a few thousand sentences are a part of a document.
@lru_cache(maxsize=4096)
def unsound(text: str) -> str:
    """Say why a sentence is not worth asking about ("speaks of its document: this chapter"), or "".

    Connectives in front and references in brackets do not count: cards are made without them.
    """
    if found := _PART.search(text):
        return f"speaks of its document: {found.group()}"
    opening = opening_of(text)
    text = without_references(text[opening:])
    if LOST_FIGURE.match(text):
        return "has a hole: in front"
    if text.endswith("?"):
        return "is a question"
    if text.endswith(":"):
        return "only announces what follows"
    if text.endswith((";", ",", "; or", "; and", ", or", ", and")) or _ITEM.match(text):
        return "is an item of a list"
    if text.startswith(("(", "[")):
        return "is an aside"
    if _TASK.match(text):
        return "sets a task"
    if sum(map(str.isalpha, text)) < LEAST_LETTERS * len(text):
        return "is mostly marks and figures"
    words = text.split()
    if len(words) > 3 and sum(word[0].isupper() for word in words) > MOST_CAPITALS * len(words):
        return "is a title"
    if not opening and text[:1].islower() and text.split(maxsplit=1)[0].isalpha():
        return "begins with a small letter"
    if text[-1:].isalnum() and not any(word.tag in FINITE for word in words_of(text)):
        return "is no sentence"
    for pattern, reason in _REASONS:
        if found := pattern.search(text):
            return f"{reason}: {found.group()}"
    return ""
