"""Other names: 南北战争，又称[美国内战]，是……; 史称「[元弘之乱]」."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.model import Span
from cards.reading import Reading
from cards.writing.chinese.clozing import cloze
from cards.writing.draft import Claim, Draft, Writer

_CALLED = re.compile(
    r"(?:又称|又名|亦称|亦名|也称|也叫|简称|俗称|别称|别名|旧称|古称|旧名|原名|本名|史称|世称|合称|统称|学名|尊称|通称|改称|更名|改名)"
    r"(?:为|作|是|叫)?[：:]?[“「《『]?(?P<gap>[^，,。；;、：:“”「」《》『』（）()\s]{2,12})[”」》』]?(?=[，,。；;（(]|$)"
)
_NO_NAME = re.compile(r"^(?:为|是|的|其|该|此|这|那|之)|[的了]$")


def write(reading: Reading) -> Iterator[Draft]:
    for passage in reading.passages:
        for found in _CALLED.finditer(passage.text):
            if _NO_NAME.search(found["gap"]):
                continue
            claim = Claim(reading, passage, "alias", "又称…", 0.7, Span(*found.span()))
            draft = cloze(claim, [Span(*found.span("gap"))])
            if draft:
                yield draft


WRITERS = (Writer("alias", "zh", write),)
