"""只有坚持群众路线，才能保证党同人民群众的血肉联系 -> 只有怎样，才能……？"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.languages.chinese import wording
from cards.model import Span
from cards.passages import Passage
from cards.reading import Reading
from cards.writing.chinese.asking import ask
from cards.writing.draft import Claim, Draft, Writer, hide

_ONLY = re.compile(
    r"只有(?P<how>[^。；;？！]{2,40}?)[,，]?(?:才能够?|才会|才可以|方能|才)(?P<result>[^。；;，,？！]{3,36})"
)

LONGEST_HOW = 26


def write(reading: Reading) -> Iterator[Draft]:
    for passage in reading.passages:
        for found in _ONLY.finditer(passage.text):
            yield from _condition(reading, passage, found)


def _condition(reading: Reading, passage: Passage, found: re.Match[str]) -> Iterator[Draft]:
    if re.match(r"[这那其该此他她它]", found["how"]) or "只有" in found["how"]:
        return
    whole = Span(found.start(), found.end())
    claim = Claim(reading, passage, "condition", "只有…才…", 0.8, whole)
    how = Span(*found.span("how"))
    # The condition is what is known; only where it is too long to recite is its result asked for.
    if how.end - how.start <= LONGEST_HOW:
        yield ask(claim, wording.only_how(found["result"]), how)
    else:
        yield hide(claim, whole, [Span(*found.span("result"))])


WRITER = Writer("condition", "zh", write)
