"""What must be done for something: 坚持群众路线，必须[...]; and what a saying stresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.reading import Reading
from cards.writing.chinese.patterns import pattern_writer
from cards.writing.draft import Draft, Writer

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
    ("…，就是…", re.compile(r"[是为][^，,。；;]{4,20}[，,]也?就是(?P<gap>[^，,。；;：:“”]{3,12})(?=。|$)")),
)
_TAKEN = re.compile(r"^(?:以|把|将|这|其|该|此)")

_STRESSED = re.compile(r"[”」](?:强调|要求|意味着|体现了?)(?P<gap>[^，,。；;：:“”]{3,20})(?=[，,。；;])")
_DUTIES = pattern_writer("necessity", 0.55, _PATTERNS, refused=_TAKEN)
_SAYINGS = pattern_writer("necessity", 0.6, (("“…”强调…", _STRESSED),), refused=_TAKEN, asked="什么")


def write(reading: Reading) -> Iterator[Draft]:
    yield from _DUTIES.write(reading)
    yield from _SAYINGS.write(reading)


WRITER = Writer("necessity", "zh", write)
