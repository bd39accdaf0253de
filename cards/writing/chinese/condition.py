"""只有坚持群众路线，才能保证党同人民群众的血肉联系 -> 只有怎样，才能……？"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.languages.chinese import wording
from cards.languages.chinese.leaning import leans
from cards.languages.chinese.tags import NOUNS
from cards.model import Span
from cards.passages import Passage
from cards.reading import Reading
from cards.writing.chinese.asking import ask
from cards.writing.chinese.clozing import unsure
from cards.writing.chinese.genre import about_particulars, reports_a_study
from cards.writing.draft import Claim, Draft, Writer

_ONLY = re.compile(
    r"只有(?P<how>[^。；;？！]{2,40}?)[,，]?(?P<then>才能够?|才会|才可以|方能|方可|才(?![能会可]))"
    r"(?P<result>[^。；;，,？！]{2,36})"
)

LONGEST_HOW = 28
# 的, attributes, pronouns, numbers and measures: 我们的|三个|普通|工人.
_WITHIN_NOUNS = frozenset({"uj", "b", "a", "r", "m", "q"})


def write(reading: Reading) -> Iterator[Draft]:
    """Ask for the condition, not for the result: of that there are many true ones."""
    for passage in reading.passages:
        for found in _ONLY.finditer(passage.text):
            how = Span(*found.span("how"))
            if _names_nothing(found["how"]) or leans(found["result"]) or not _names(passage, found):
                continue
            yield from _condition(reading, passage, found, how)


def _condition(reading: Reading, passage: Passage, found: re.Match[str], how: Span) -> Iterator[Draft]:
    whole = Span(found.start(), found.end())
    claim = Claim(reading, passage, "condition", "只有…才…", 0.8, whole, doubt=_doubt(reading, passage))
    subject = _subject(passage, how)
    if subject:
        how = Span(how.start, subject.start - 1)
    if how.end - how.start <= LONGEST_HOW:
        named = subject.of(passage.text) if subject else ""
        yield ask(claim, wording.only_how(f"{named}{found['then']}{found['result']}"), how)


def _doubt(reading: Reading, passage: Passage) -> str:
    """A rule holds for more than one thing: where texts tell of particulars, or of one study, it says too little."""
    if about_particulars(reading, passage) or reports_a_study(reading, passage):
        return unsure(reading, passage)
    return ""


def _names(passage: Passage, found: re.Match[str]) -> bool:
    """Whether what follows from the condition is said of something: 才有可能出现 is of nothing."""
    place = Span(found.start("how"), found.end())
    after = [
        word for word in passage.words if place.holds(word.span) and word.span.start >= found.start("result")
    ]
    return (
        any(word.tag in NOUNS and word.text != "可能" for word in after)
        or _subject(passage, Span(*found.span("how"))) is not None
    )


def _names_nothing(how: str) -> bool:
    return "只有" in how or re.match(r"[这那其该此他她它]", how) is not None


def _subject(passage: Passage, how: Span) -> Span | None:
    """Return what stands after the comma if it is a noun phrase: 只有在光照条件下，|光反应|才能进行."""
    comma = max(passage.text.rfind(mark, how.start, how.end) for mark in ",，")
    if comma < 0:
        return None
    words = [word for word in passage.words if comma < word.span.start < how.end]
    # 基层治理 ends in a verb that names the matter.
    nominal = all(word.tag in NOUNS or word.tag in _WITHIN_NOUNS for word in words[:-1])
    nominal = (
        nominal and bool(words) and (words[-1].tag in NOUNS or (len(words) > 1 and words[-1].tag == "v"))
    )
    return Span(comma + 1, how.end) if words and nominal else None


WRITER = Writer("condition", "zh", write)
