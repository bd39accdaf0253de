"""Names, dates, numbers and phrases hidden where they stand: 1786年2月2日，亚洲协会在[...]举行。"""

from __future__ import annotations

from collections.abc import Iterator

from cards.languages.chinese.stretches import Sort
from cards.reading import Reading
from cards.writing.chinese.clozing import cloze
from cards.writing.chinese.genre import about_particulars
from cards.writing.chinese.telling import Gap, Telling
from cards.writing.draft import Claim, Draft, Writer

# Below this nobody asked; the best gaps of encyclopaedia sentences have about 0.3.
LEAST = 0.015
CHARACTERS_A_GAP = 20
# Readers struck most gaps that are weaker: in laws and textbooks, and in texts full of names, dates and numbers, where
# phrases that name nobody are the last thing that anybody asks for.
LIKELY, LIKELY_AMONG_NAMES = 0.14, 0.25
LIKELY_PHRASE = {Sort.OBJECT: 0.35, Sort.TERM: 0.3}
# So many characters at least tell which subject is meant.
TELLING = 24


def write(reading: Reading) -> Iterator[Draft]:
    telling = Telling(reading)
    for passage in reading.passages:
        most = 3 + len(passage.text) // CHARACTERS_A_GAP
        particulars = about_particulars(reading, passage)
        for gap in telling.gaps(passage)[:most]:
            if gap.likelihood < LEAST:
                break
            if _anybody(gap):
                continue
            draft = cloze(
                _claim(reading, gap, particulars=particulars), [gap.stretch.span], sort=gap.stretch.sort
            )
            if draft:
                yield draft


def _anybody(gap: Gap) -> bool:
    """Whether the subject of a sentence is hidden that says too little of it: [岳飞]是南宋的将领."""
    text = gap.passage.text
    after = text[gap.stretch.span.end :]
    return gap.stretch.span.start == 0 and after.startswith(("是", "为")) and len(after) < TELLING


def _claim(reading: Reading, gap: Gap, *, particulars: bool) -> Claim:
    sort = gap.stretch.sort.value
    # The square root spreads the small chances: 0.04 is 0.2, 0.36 is 0.6.
    strength = min(1.0, gap.likelihood**0.5)
    least = LIKELY
    if particulars:
        least = LIKELY_PHRASE.get(gap.stretch.sort, LIKELY_AMONG_NAMES)
    return Claim(
        reading,
        gap.passage,
        sort,
        f"{sort} in its sentence",
        strength,
        gap.stretch.span,
        weighed=True,
        doubt="" if strength >= least else "hardly anybody would ask for it",
    )


WRITER = Writer("gap", "zh", write)
