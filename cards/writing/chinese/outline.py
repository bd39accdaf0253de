"""Headings and counted points as lists, doubted in single paragraphs: the points of an abstract are one study's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cards.languages.chinese import wording
from cards.reading import Reading
from cards.writing.chinese.genre import is_scrap
from cards.writing.draft import Draft, Writer
from cards.writing.outline import Wording, outline_writer

_EVERYWHERE = outline_writer("zh", Wording(wording.parts_of, wording.points_of, re.compile(r"[，,；;。：:]")))


def write(reading: Reading) -> Iterator[Draft]:
    for draft in _EVERYWHERE.write(reading):
        if is_scrap(reading):
            yield replace(draft, doubt="points of a single paragraph")
        elif len(set(draft.passages)) == 1:
            yield replace(draft, doubt="points of one sentence, not of the section")
        else:
            yield draft


WRITER = Writer("outline", "zh", write)
