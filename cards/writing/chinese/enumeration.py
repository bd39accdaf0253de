"""Lists hidden as a whole: 保障人民[...哪四项...]的机制 -> 知情权、参与权、选择权、监督权."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.languages.chinese import wording
from cards.languages.chinese.lists import lists
from cards.languages.chinese.sentences import clauses
from cards.model import MOST_ITEMS, Span
from cards.reading import Reading
from cards.writing.chinese.asking import ask_for_items
from cards.writing.chinese.clozing import cloze, unsure
from cards.writing.chinese.genre import about_particulars
from cards.writing.draft import Claim, Draft, Writer

LONGEST = 26
# What a sentence only passes by: 面对新形势、新任务、新要求.
_IN_PASSING = re.compile(r"面对|针对|随着|除了?|不论|无论|在(?!.*[^下]$)")
# Rarely asked of encyclopaedias, often of laws and speeches.
OF_PARTICULARS, STRENGTH = 0.45, 0.55
OF_PARTS = 0.6
_PARTS = re.compile(r"(?:包括|包含|分为|划分为|分成|由|下辖|即)了?$")


def write(reading: Reading) -> Iterator[Draft]:
    for passage in reading.passages:
        for items in lists(passage.text, passage.words):
            if len(items) > MOST_ITEMS or items[-1].end - items[0].start > LONGEST:
                continue
            clause = next((c for c in clauses(passage.text) if c.holds(items[0])), passage.whole)
            if _IN_PASSING.match(clause.of(passage.text)):
                continue
            strength = OF_PARTICULARS if about_particulars(reading, passage) else STRENGTH
            if _PARTS.search(passage.text[: items[0].start]):
                strength = OF_PARTS
            claim = Claim(reading, passage, "enumeration", f"{len(items)} items", strength, clause)
            whole = Span(items[0].start, items[-1].end)
            # The clauses after the list say other things; a question does without them.
            which = wording.which(len(items))
            # Of particulars there are many lists; only what is divided or made up of them is worth it.
            asked = None
            if not unsure(reading, passage):
                asked = ask_for_items(claim, items, which, until=whole.end, verb=None)
            draft = asked or cloze(claim, [whole], hint=which)
            if draft:
                yield draft


WRITER = Writer("enumeration", "zh", write)
