"""What must be done for something: 坚持群众路线，必须[...]; and what a saying stresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.model import Span
from cards.reading import Reading
from cards.writing.chinese.clozing import cloze
from cards.writing.draft import Claim, Draft, Writer

_PATTERNS = (
    (
        "…必须…",
        re.compile(
            r"(?:^|(?<=[。；;，,]))[^，,。；;：:]{3,20}[，,]?(?:必须|务必)(?P<gap>[^，,。；;：:]{4,24})(?=[，,。；;])"
        ),
    ),
    (
        "应当坚持…",
        re.compile(
            r"(?:应当|必须|要)(?:坚持|遵循|贯彻)(?P<gap>[^，,。；;：:、]{4,20}?)(?:的(?:原则|方针))?(?=[，,。；;])"
        ),
    ),
    (
        "“…”强调…",
        re.compile(
            r"[”」](?:强调|要求|是指|指的是|意味着|体现了?)(?P<gap>[^，,。；;：:“”]{3,20})(?=[，,。；;])"
        ),
    ),
)
_TAKEN = re.compile(r"^(?:以|把|将|这|其|该|此)")


def write(reading: Reading) -> Iterator[Draft]:
    for passage in reading.passages:
        for name, pattern in _PATTERNS:
            for found in pattern.finditer(passage.text):
                if _TAKEN.match(found["gap"]):
                    continue
                claim = Claim(reading, passage, "necessity", name, 0.55, Span(*found.span("gap")))
                draft = cloze(claim, [claim.clause])
                if draft:
                    yield draft


WRITERS = (Writer("necessity", "zh", write),)
