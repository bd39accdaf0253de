"""What cannot stand alone: stretches that point back to a sentence that a card does not show."""

from __future__ import annotations

import re
from functools import lru_cache

# A word that points back to an earlier sentence when it stands in front.
_POINTING = re.compile(
    r"(?:and|but|or|so|then|of (?:these|those)|thus|here|instead|rather|nor|yet|also|likewise|similarly|conversely"
    r"|there"
    r"|this|these|those|such|it|its|he|his|she|her|they|their|them|him|both|each|either|neither"
    r"|some|others?|another|one|many|most|all|several|few|two|three|four"
    r"|the (?:former|latter|same|other|others|first|second|third|two|three|four))\b",
    re.IGNORECASE,
)
# Of these the first noun after them says enough: "Some bacteria", "Most people", "one of the lobes".
_COUNTING = frozenset("each some many most all several few two three four both either one".split())
_COUNTED = re.compile(
    r"\s+(?:of\s+)?(?!(?:of|these|those|them|this|such|is|are|was|were|has|have|can|will)\b)[a-z]",
    re.IGNORECASE,
)
_BOTH_AND = re.compile(r"\s[^.;]{1,80}\band\b", re.IGNORECASE)
_ANOTHER_OF = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:kind|type|form|example|class|category|method|way|cause|part|component|source|feature"
    r"|function)\s+of\b"
)
# "This cell" may stand after a clause of its own sentence, hardly ever before.
_BACKWARD = re.compile(
    r"\b(?:this|these|those|such)\b(?!\s+(?:as|that|who|which|in|of|with|without)\b)(?=\s+[a-z])",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:it|its|they|their|them|he|she|his|her|him)\b", re.IGNORECASE)
# A pronoun so early has no noun before it.
_EARLY = 12
# "When it is full, the bladder contracts": nothing was named before the pronoun.
_AHEAD = re.compile(
    r"(?:When|If|As|Once|While|Because|Although|Though|Since|After|Before|Until|Unless|Where|Whenever|Even if"
    r"|Instead of|Rather than|By|In|With|Without|For|To) (?:\w+ing )?(it|they|he|she|them|him|this|these)\b"
)
# "Paired ovals, they are each": the same, after a participle.
_PARTICIPLE_AHEAD = re.compile(
    r"(?:[A-Z][a-z]+(?:ed|ing)|Made|Known|Found|Built|Born)\b[^,.;:]{2,60}, (it|they|he|she)\b"
)
# In characters: what stands before "this" so early is a front ("Posteriorly, this support"), no clause.
_FRONT = 22
_CLAUSE_BEFORE = re.compile(
    r"[,;:—.]|\b(?:and|but|that|which|when|if|because|so|as|before|after)\b", re.IGNORECASE
)
# "In 1891, aged 24, she followed her sister": who, no name says.
_PERSON = re.compile(r"\b(?:he|she|him)\b")
_NAME = re.compile(
    r"\b[A-Z][a-z]+|\b(?:man|woman|king|queen|president|person|doctor|patient|child|girl|boy)\b"
)
# "Once received, these muscles relax", "If it decreases, the opposite occurs": what is, and opposite to what?
_UNNAMED = re.compile(
    r"(?:Once|When|If|After|While|Until|Unless) [a-z]+(?:ed|there|present|inside|complete|in place),"
    r"|.*\b(?P<opposite>the (?:opposite|reverse|same) (?:relationship )?"
    r"(?:occurs|happens|effect|is (?:also )?true|applies|holds|way)\b)(?! as\b)"
    r"|.*\b(?P<last>(?:in|of|during|by|from|to) (?:this|these|those|such) [a-z]+)[,.;]",
)
# "The neuron is the more important of the two.", "The aorta presents much lower resistance.": than what?
_OF_WHICH = re.compile(r"\bof the (?:two|three|four)(?=[,.;])", re.IGNORECASE)
_MUCH_MORE = re.compile(r"\b(?:much|far|even) (?:[a-z]{2,}er|more|less)\b")
_MEASURE = re.compile(r"\b(?:than|whereas|while|although|but|as|so|if|when|because)\b")
# "With few inhabitants it is the emptiest country": the same without a comma.
_WITHOUT_COMMA = re.compile(r"(?:With|Without|Among|Despite)\b[^,.;:]{1,60}? (it|they) (?:is|are|was|were)\b")
# "In democracies, they are elected": what stands in front is no subject to point back to.
_AFTER_FRONT = re.compile(
    r"(?:In|At|On|For|During|After|Before|With|Without|Among|By|From|Under|Over|Within|Upon|Unlike|Like|Despite)"
    r"\b[^,.;:]{1,80}, (it|they|he|she|its|their|his|this|these|those|such)\b"
)


# The cards on a sentence mostly show the same words; a few thousand sentences are a part of a document.
@lru_cache(maxsize=4096)
def dangles(text: str) -> str:
    """Say why a stretch cannot stand alone ("begins with This", "points back: they"), or ""."""
    opening = text.lstrip("“\"(‘' ")
    found = _POINTING.match(opening)
    if found and not _explained(opening, found):
        return f"begins with {found.group()}"
    if fronted := _AFTER_FRONT.match(opening) or _WITHOUT_COMMA.match(opening):
        return f"points back: {fronted.group(1)}"
    back = _BACKWARD.search(opening)
    if back and (back.start() < _FRONT or not _CLAUSE_BEFORE.search(opening, 0, back.start())):
        return f"points back: {back.group()}"
    if ". " not in opening and (unnamed := _UNNAMED.match(opening)):
        return f"points back: {unnamed.group(unnamed.lastgroup or 0)}"
    if ahead := _AHEAD.match(opening) or _PARTICIPLE_AHEAD.match(opening):
        return f"points back: {ahead.group(1)}"
    back = _PRONOUN.search(opening, 0, 2 * _EARLY)
    if back and back.start() < _EARLY and not _CLAUSE_BEFORE.search(opening, 0, back.start()):
        return f"points back: {back.group()}"
    if compared := _OF_WHICH.search(opening):
        return f"points back: {compared.group()}"
    compared = _MUCH_MORE.search(opening)
    if compared and not _MEASURE.search(opening):
        return f"compares with nothing: {compared.group()}"
    person = _PERSON.search(opening)
    if person and not _NAME.search(opening, 1, person.start()):
        return f"points back: {person.group()}"
    return ""


def _explained(text: str, found: re.Match[str]) -> bool:
    """Whether what follows says what is meant: "both A and B", "those who", "another kind of", "some bacteria"."""
    word = found.group().lower()
    if word == "both":
        return bool(_BOTH_AND.match(text, found.end()))
    if word == "those":
        return text[found.end() :].startswith((" who", " with", " that"))
    if word == "another":
        return bool(_ANOTHER_OF.match(text, found.end()))
    return word in _COUNTING and bool(_COUNTED.match(text, found.end()))
