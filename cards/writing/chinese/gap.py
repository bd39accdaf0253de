"""Names, dates, numbers and phrases hidden where they stand: 1786年2月2日，亚洲协会在[...]举行。"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cards.languages.chinese.stretches import Sort
from cards.reading import Reading
from cards.writing.chinese.asking import ask
from cards.writing.chinese.clozing import cloze
from cards.writing.chinese.fact import QUESTIONS, question_about
from cards.writing.chinese.telling import Gap, Telling, stretches_of
from cards.writing.draft import Claim, Draft, Writer

# Below this nobody asked; the best gaps of encyclopaedia sentences have about 0.3.
LEAST = 0.015
CHARACTERS_A_GAP = 20
# Readers struck three of four gaps whose sentence could not be made a question.
UNSURE = "no question is sure to fit it"
# So many characters at least tell which subject is meant.
TELLING = 24


def write(reading: Reading) -> Iterator[Draft]:
    telling = Telling(reading)
    sorts = frozenset(Sort) if reading.doubtful_too else frozenset(QUESTIONS)
    for passage in reading.passages:
        found = stretches_of(passage, sorts)
        asked = {stretch: question_about(reading, passage, stretch) for stretch in found}
        # Without a question a gap is doubted, and not even weighed where nobody wants doubtful ones.
        chosen = [stretch for stretch in found if asked[stretch] or reading.doubtful_too]
        most = 3 + len(passage.text) // CHARACTERS_A_GAP
        for gap in telling.gaps(passage, chosen, found)[:most]:
            if gap.likelihood < LEAST and not asked[gap.stretch]:
                continue
            draft = _draft(_claim(reading, gap), gap, asked[gap.stretch])
            if draft:
                yield draft


def _draft(claim: Claim, gap: Gap, question: str) -> Draft | None:
    if question:
        return ask(claim, question, gap.stretch.span)
    if _anybody(gap):
        return None
    return cloze(replace(claim, doubt=UNSURE), [gap.stretch.span], sort=gap.stretch.sort)


def _anybody(gap: Gap) -> bool:
    """Whether the subject of a sentence is hidden that says too little of it: [岳飞]是南宋的将领."""
    text = gap.passage.text
    after = text[gap.stretch.span.end :]
    return gap.stretch.span.start == 0 and after.startswith(("是", "为")) and len(after) < TELLING


def _claim(reading: Reading, gap: Gap) -> Claim:
    sort = gap.stretch.sort.value
    # The square root spreads the small chances: 0.04 is 0.2, 0.36 is 0.6.
    strength = min(1.0, gap.likelihood**0.5)
    return Claim(
        reading, gap.passage, sort, f"{sort} in its sentence", strength, gap.stretch.span, weighed=True
    )


WRITER = Writer("gap", "zh", write)
