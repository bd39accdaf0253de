"""Slogans and sayings, part by part: “一切为了群众，[...]”是党的群众路线的具体体现。"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.languages.chinese.marks import QUOTES, enclosed
from cards.model import Span
from cards.reading import Reading
from cards.writing.chinese.clozing import cloze
from cards.writing.chinese.genre import about_particulars
from cards.writing.draft import Claim, Draft, Writer

_PART = re.compile(r"[^，,、；;。！？]+")
LONGEST_PART = 16
STRENGTH, AGAIN = 0.6, 0.3


def write(reading: Reading) -> Iterator[Draft]:
    said: set[str] = set()
    for passage in reading.passages:
        for span in enclosed(passage.text):
            if passage.text[span.start] not in QUOTES:
                continue
            inner = span.of(passage.text)[1:-1]
            parts = [
                Span(span.start + 1 + m.start(), span.start + 1 + m.end()) for m in _PART.finditer(inner)
            ]
            if not 2 <= len(parts) <= 5 or any(part.end - part.start > LONGEST_PART for part in parts):
                continue
            # A slogan is worth its words; what somebody once said is not.
            doubt = "what somebody once said" if about_particulars(reading, passage) else ""
            # The first part is the cue: a saying is recalled from its beginning.
            for part in parts[1:]:
                words = part.of(passage.text)
                # A slogan is quoted again and again; once is enough.
                strength = AGAIN if words in said else STRENGTH
                said.add(words)
                claim = Claim(reading, passage, "quotation", "“…，…”", strength, span, doubt=doubt)
                draft = cloze(claim, [part])
                if draft:
                    yield draft


WRITER = Writer("quotation", "zh", write)
