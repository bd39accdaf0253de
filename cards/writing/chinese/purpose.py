"""为了[解决大军的后勤给养问题]，郑成功决定夺取台湾。"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.model import Span
from cards.reading import Reading
from cards.writing.chinese.clozing import cloze
from cards.writing.draft import Claim, Draft, Writer

_AIM = re.compile(r"(?:为了|旨在|目的是|目的在于|以便于?)(?P<gap>[^，,。；;：:“”、]{4,24})(?=[，,。；;]|$)")
_POINTING = re.compile(r"^(?:这|那|其|该|此|它|他|她|让|使)|而|起见$")


def write(reading: Reading) -> Iterator[Draft]:
    for passage in reading.passages:
        for found in _AIM.finditer(passage.text):
            if _POINTING.search(found["gap"]):
                continue
            claim = Claim(reading, passage, "purpose", "为了…", 0.5, Span(*found.span()))
            draft = cloze(claim, [Span(*found.span("gap"))])
            if draft:
                yield draft


WRITERS = (Writer("purpose", "zh", write),)
