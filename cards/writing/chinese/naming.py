"""Names, dates and numbers hidden where they stand: 1786年2月2日，亚洲协会在[...]举行。"""

from __future__ import annotations

from collections.abc import Iterator

from cards.languages.chinese.stretches import Sort, Stretch, stretches
from cards.passages import Passage
from cards.reading import Reading
from cards.writing.chinese.standing import stand
from cards.writing.draft import Claim, Draft, Writer, hide_in

# How often people asked about a stretch of the sort, in Chinese encyclopaedia sentences.
STRENGTHS = {
    Sort.DATE: 0.35,
    Sort.NUMBER: 0.4,
    Sort.TITLE: 0.4,
    Sort.QUOTATION: 0.38,
    Sort.PERSON: 0.5,
    Sort.PLACE: 0.45,
    Sort.ORGANISATION: 0.45,
    Sort.NAME: 0.4,
    Sort.FOREIGN: 0.25,
    Sort.TERM: 0.15,
}


def write(reading: Reading) -> Iterator[Draft]:
    for passage in reading.passages:
        for stretch in stretches(passage.text, passage.words):
            draft = _draft(reading, passage, stretch)
            if draft:
                yield draft


def _draft(reading: Reading, passage: Passage, stretch: Stretch) -> Draft | None:
    standing = stand(reading, passage, stretch.span)
    if standing is None or stretch.span.of(passage.text) in standing.heading:
        return None
    claim = Claim(reading, passage, "name", stretch.sort.value, STRENGTHS[stretch.sort], passage.whole)
    place = standing.at(stretch.span)
    if standing.text.count(stretch.span.of(passage.text)) > 1:
        return None
    return hide_in(claim, standing.text, [place], answers=[stretch.span], heading=standing.heading)


WRITERS = (Writer("name", "zh", write),)
