"""由于儒略日数字位数太多，国际天文学联合会采用了简化儒略日 -> 为什么国际天文学联合会采用了简化儒略日？"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.languages.chinese import wording
from cards.languages.chinese.leaning import leans
from cards.model import Span
from cards.passages import Passage
from cards.reading import Reading
from cards.writing.chinese.asking import ask, sure
from cards.writing.chinese.clozing import unsure
from cards.writing.chinese.genre import about_particulars
from cards.writing.chinese.topics import speaks_of
from cards.writing.draft import Claim, Draft, Writer

_BECAUSE = re.compile(
    r"(?:^|(?<=[。；;，,]))(?:因为|由于)(?P<why>[^，,。；;：:“”]{4,24})[，,](?:所以|因此|因而|故)?(?P<what>[^，,。；;：:]{8,40})(?=[。；;]|$)"
)
_POINTING = re.compile(r"这|那(?!不勒斯)|其|该|此|它|他(?!国|人)|她|同年|当时|也|还|又|却|而")


def write(reading: Reading) -> Iterator[Draft]:
    for passage in reading.passages:
        for found in _BECAUSE.finditer(passage.text):
            yield from _why(reading, passage, found)


def _why(reading: Reading, passage: Passage, found: re.Match[str]) -> Iterator[Draft]:
    """Ask only where what happened names whom it happened to, and neither side points elsewhere."""
    if _POINTING.search(found["why"]) or _POINTING.search(found["what"]) or not speaks_of(found["what"]):
        return
    if (
        found["why"].startswith("在")
        or found["why"].endswith(("下", "时", "中", "后", "期间"))
        or leans(found["what"])
    ):
        return
    doubt = "" if about_particulars(reading, passage) else unsure(reading, passage)
    claim = Claim(reading, passage, "cause", "由于…，…", 0.6, Span(*found.span()), doubt=doubt)
    yield ask(sure(claim), wording.why(found["what"].rstrip(".．")), Span(*found.span("why")))


WRITER = Writer("cause", "zh", write)
