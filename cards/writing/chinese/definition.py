"""数据，是指任何以电子或者其他方式对信息的记录 -> both ways: what it means, and what is called so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.languages.chinese import wording
from cards.model import Span
from cards.passages import Passage
from cards.reading import Reading
from cards.writing.draft import Claim, Draft, Writer, ask, hide_in

_MEANS = re.compile(
    r"^(?:本法所称(?:的)?|本条例所称(?:的)?|本办法所称(?:的)?|所谓的?|这里所说的|通常所说的)?[“「]?(?P<term>[^，,。；;：:“”「」的是]{2,14})[”」]?"
    r"(?:[（(][^（）()]{1,40}[)）])?[，,]?(?:是指|指的是|就是指|系指|，?指)(?P<what>.{4,80})[。]?$"
)


def write(reading: Reading) -> Iterator[Draft]:
    for passage in reading.passages:
        found = _MEANS.match(passage.text.rstrip("。"))
        if found and not re.match(r"这|那|其|该|此|本|他|它|主要", found["term"]):
            yield from _both(reading, passage, found)


def _both(reading: Reading, passage: Passage, found: re.Match[str]) -> Iterator[Draft]:
    claim = Claim(reading, passage, "definition", "…是指…", 0.85, passage.whole)
    what, term = Span(*found.span("what")), Span(*found.span("term"))
    if found.end("what") - found.start("what") <= 26:
        yield ask(claim, wording.what_is(found["term"]), what)
    if found["term"] not in found["what"]:
        text = f"{found['term']}是指{found['what']}。"
        yield hide_in(claim, text, [Span(0, len(found["term"]))], answers=[term])


WRITERS = (Writer("definition", "zh", write),)
