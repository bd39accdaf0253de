"""What cannot stand alone, and what is not worth asking about."""

from __future__ import annotations

import re
from functools import lru_cache

from cards.languages.english.openings import opening_of, without_references

# A word that points back to an earlier sentence when it stands in front.
_POINTING = re.compile(
    r"(?:and|but|or|so|then|thus|here|instead|rather|nor|yet|also|likewise|similarly|conversely|there"
    r"|this|these|those|such|it|its|he|his|she|her|they|their|them|him|both|each|either|neither|some|others?"
    r"|another|one|many|most|all|several|few|two|three|four|the (?:former|latter|same|other|others|first|second|third|two|three|four))\b",
    re.IGNORECASE,
)
# Of these the first noun after them says enough: "Some bacteria", "Most people", "both A and B", "one of the lobes".
_COUNTING = frozenset("each some many most all several few two three four both either one another".split())
_COUNTED = re.compile(
    r"\s+(?:of\s+)?(?!of\b|these\b|those\b|them\b|this\b|such\b|is\b|are\b|was\b|were\b|has\b|have\b|can\b|will\b)[a-z]",
    re.IGNORECASE,
)
_BOTH_AND = re.compile(r"\s[^.;]{1,80}\band\b", re.IGNORECASE)
_ANOTHER_OF = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:kind|type|form|example|class|category|method|way|cause|part|component|source|feature|function)\s+of\b"
)
# "This cell" may stand after a clause of its own sentence, hardly ever before.
_BACKWARD = re.compile(
    r"\b(?:this|these|those|such)\b(?!\s+(?:as|that|who|which|in|of|with|without)\b)(?=\s+[a-z])",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:it|its|they|their|them|he|she|his|her|him)\b", re.IGNORECASE)
_CLAUSE_BEFORE = re.compile(
    r"[,;:—.]|\b(?:and|but|that|which|when|if|because|so|as|before|after)\b", re.IGNORECASE
)
# "In democracies, they are elected": what stands in front is no subject to point back to.
_AFTER_FRONT = re.compile(
    r"(?:In|At|On|For|During|After|Before|With|Without|Among|By|From|Under|Over|Within|Upon|Unlike|Like|Despite)\b"
    r"[^,.;:]{1,80}, (it|they|he|she|its|their|his|this|these|those|such)\b"
)

_DOCUMENT = re.compile(
    r"\bas (?:shown|seen|described|discussed|mentioned|noted|stated|above|illustrated|listed|depicted)\b"
    r"|\b(?:mentioned|described|discussed|listed|shown|seen|noted) (?:above|earlier|below|in|here|previously|later)\b"
    r"|\b(?:above|previously|earlier|already)[- ](?:mentioned|described|discussed)\b"
    r"|\b(?:this|next|previous|following|last|preceding) (?:chapter|section|book|figure|table|module|unit|video|article|paper|page|website|link|lesson|text|document|handbook|manual)\b"
    r"|\b(?:the|this|these|both|first|last|final|each|next|previous|earlier|later|another) (?:\w+ )?chapters?\b|\bPart [IVX\d]+\b"
    r"|\b(?:figure|fig\.|table|chapter|section|exhibit|appendix) \d"
    r"|\bsee (?:also|the|below|above|figure|table|chapter|section)\b"
    r"|\bthe (?:above|following|latter|former|aforementioned|foregoing)\b|\bthe other two\b"
    r"|\b(?:click|watch|visit|view|read|explore|look at) (?:this|the|on|here|at)\b",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(
    r"\b(?:you|your|yours|we|our|us|my|me|let’s|let's)\b|\bI\b(?= (?:am|have|had|was|will|would|think|believe|do|did|can|could)\b)"
)
_TASK = re.compile(
    r"(?:Explain|Discuss|Identify|Describe|Distinguish|Define|Compare|List|Name|Consider|Recall|Note|Remember|Imagine|Suppose"
    r"|Think|Look|Try|Write|Read|Answer|Choose|Complete|Summarize|Outline|Analyze|Evaluate|Let|Recognize|Understand|Apply)\b(?! of\b)"
)
# A reference that lost its figure: "As shown in , the artery", "the organ systems ( and )".
_HOLE = re.compile(r"\b(?:in|see|from|by|of) [,.;)]")


def dangles(text: str) -> str:
    """Say why a stretch cannot stand alone ("begins with This"), or ""."""
    opening = text.lstrip("“\"(‘' ")
    found = _POINTING.match(opening)
    if found and not _explained(opening, found):
        return f"begins with {found.group()}"
    if fronted := _AFTER_FRONT.match(opening):
        return f"points back: {fronted.group(1)}"
    for pattern in (_BACKWARD, _PRONOUN):
        back = pattern.search(opening)
        if (
            back
            and not _CLAUSE_BEFORE.search(opening, 0, back.start())
            and (pattern is _BACKWARD or back.start() < 12)
        ):
            return f"points back: {back.group()}"
    return ""


def _explained(text: str, found: re.Match[str]) -> bool:
    word = found.group().lower()
    if word == "both":
        return bool(_BOTH_AND.match(text, found.end()))
    if word == "those":
        return text[found.end() :].startswith((" who", " with", " that"))
    if word == "another":
        return bool(_ANOTHER_OF.match(text, found.end()))
    return word in _COUNTING and bool(_COUNTED.match(text, found.end()))


# Every draft on a sentence asks this again; a few thousand sentences are a part of a document.
@lru_cache(maxsize=4096)
def unsound(text: str) -> str:
    """Say why a sentence is not worth asking about ("speaks of its document: this chapter"), or "".

    Connectives in front and references in brackets do not count: cards are made without them.
    """
    text = without_references(text[opening_of(text) :])
    if text.endswith("?"):
        return "is a question"
    if text.endswith(":"):
        return "only announces what follows"
    if _TASK.match(text):
        return "sets a task"
    words = text.split()
    if len(words) > 3 and sum(word[0].isupper() for word in words) > 0.6 * len(words):
        return "is a title"
    if sum(map(str.isalpha, text)) < 0.6 * len(text):
        return "is mostly marks and figures"
    for pattern, reason in (
        (_DOCUMENT, "speaks of its document"),
        (_ADDRESSED, "speaks to its reader"),
        (_HOLE, "has a hole"),
    ):
        if found := pattern.search(text):
            return f"{reason}: {found.group()}"
    return ""
