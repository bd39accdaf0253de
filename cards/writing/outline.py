"""The structure of a text: the parts below a heading, and points counted in running text (一是…二是…, First,…)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from cards.documents.numbering import Numbering, Style, numbered
from cards.model import MOST_ITEMS, EnumerationNote, Origin, Source, Span, note_id
from cards.passages import Passage, Section
from cards.reading import Reading
from cards.writing.draft import Draft, Writer

LEAST_ITEMS = 2
LEAST_FRONT = 3
# Together the items fit on a card; an item of more units is cut to its first clause.
LONGEST_ITEM = 32
LONGEST_LIST = 90
# A quotation of more characters than this is a page, not a source: its first item stands for it.
LONGEST_QUOTE = 600

# Points of running text; other numbers there are years, sums and dates.
_POINTS = frozenset(
    {Style.POINT, Style.ORDINAL, Style.AMONG, Style.SEQUENCE, Style.FIRST, Style.HAN_BRACKETED}
)
# Headings that every text of a kind has, and nobody needs to know.
_EMPTY = re.compile(
    r"总\s*则|附\s*则|引言|绪论|前言|结语|结论|小结|摘要|参考文献|注释|外部链接|参见|"
    r"introduction|conclusions?|summary|references|see also|notes|key terms|abstract",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[，,；;。.]\s?")


@dataclass(frozen=True, slots=True)
class Wording:
    """How a language asks for structure.

    `parts` and `points` word a question from a heading, a number of items and the document's language tag;
    `boundaries` parts a text's clauses, after which a point may begin.
    """

    parts: Callable[[str, int, str], str]
    points: Callable[[str, int, str], str]
    boundaries: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Item:
    text: str
    place: Span
    passage: int
    number: Numbering | None = None


def outline_writer(language: str, wording: Wording) -> Writer:
    """Return the writer that asks for the structure of texts in one language."""

    def write(reading: Reading) -> Iterator[Draft]:
        yield from _headings(reading, wording)
        yield from _points(reading, wording)

    return Writer("outline", language, write)


def _headings(reading: Reading, wording: Wording) -> Iterator[Draft]:
    """Ask for the sections of a heading that has two to seven of them."""
    below: defaultdict[tuple[str, ...], list[Section]] = defaultdict(list)
    for section in reading.sections:
        below[section.path[:-1]].append(section)
    opened = _opened(reading)
    for parent in reading.sections:
        items = [
            _Item(_short(s.title), s.place, opened[s.path]) for s in below[parent.path] if s.path in opened
        ]
        if len(items) < len(below[parent.path]):
            continue
        items = _fronts(items)
        if LEAST_ITEMS <= len(items) <= MOST_ITEMS and _listable(items):
            question = wording.parts(parent.title, len(items), reading.document.language)
            yield _draft(reading, question, items, parent.path, "sections of a heading", 0.7)


def _points(reading: Reading, wording: Wording) -> Iterator[Draft]:
    """Ask for the points that are counted in the running text of one section."""
    run: list[_Item] = []
    section: tuple[str, ...] = ()
    for passage in reading.passages:
        if passage.section != section:
            yield from _run(reading, wording, run, section)
            run, section = [], passage.section
        for item in _counted(passage, wording):
            assert item.number is not None
            if item.number.number == (1,) and run:
                yield from _run(reading, wording, run, section)
                run = []
            if item.number.last or item.number.number == (len(run) + 1,):
                run.append(item)
    yield from _run(reading, wording, run, section)


def _run(
    reading: Reading, wording: Wording, run: Sequence[_Item], section: tuple[str, ...]
) -> Iterator[Draft]:
    run = _fronts(run)
    if section and LEAST_ITEMS <= len(run) <= MOST_ITEMS and _listable(run):
        question = wording.points(section[-1], len(run), reading.document.language)
        yield _draft(reading, question, run, section, "points counted in the text", 0.75)


def _counted(passage: Passage, wording: Wording) -> Iterator[_Item]:
    """Yield the points that begin in a sentence: at its front or after a clause."""
    text = passage.text
    starts = [0, *(found.end() for found in wording.boundaries.finditer(text))]
    marks = [(start, mark) for start in starts if (mark := numbered(text, start)) and mark.style in _POINTS]
    ends = [*(start for start, _ in marks[1:]), len(text)]
    for (start, mark), end in zip(marks, ends, strict=False):
        words = _short(text[start + mark.length : end].strip(" ，,；;。."))
        if words:
            at = text.index(words, start + mark.length)
            yield _Item(words, passage.place(Span(at, at + len(words))), passage.number, mark)


def _short(words: str) -> str:
    """Return the first clause of words that are too long to recite."""
    if len(words) <= LONGEST_ITEM:
        return words
    return _CLAUSE.split(words, maxsplit=1)[0]


def _fronts(items: Sequence[_Item]) -> list[_Item]:
    """Return the items' first clauses where these are alike in length: 深入调研,解决问题; 贴近群众,加强教育.

    What is set in parallel is what is to be known; the rest would be too long to recite.
    """
    fronts = [_CLAUSE.split(item.text, maxsplit=1)[0] for item in items]
    shorter = all(front != item.text for front, item in zip(fronts, items, strict=True))
    if not items or not shorter or len({len(front) for front in fronts}) > 1 or len(fronts[0]) < LEAST_FRONT:
        return list(items)
    return [replace(item, text=front) for front, item in zip(fronts, items, strict=True)]


def _listable(items: Sequence[_Item]) -> bool:
    texts = [item.text for item in items]
    if any(_EMPTY.fullmatch(text) for text in texts):
        return False
    return all(texts) and len(set(texts)) == len(texts) and sum(map(len, texts)) <= 2 * LONGEST_LIST


def _opened(reading: Reading) -> dict[tuple[str, ...], int]:
    """Return the number of the first sentence below each heading, parts of a section included."""
    opened: dict[tuple[str, ...], int] = {}
    for passage in reading.passages:
        for depth in range(1, len(passage.section) + 1):
            opened.setdefault(passage.section[:depth], passage.number)
    return opened


def _draft(
    reading: Reading,
    question: str,
    items: Sequence[_Item],
    section: tuple[str, ...],
    pattern: str,
    strength: float,
) -> Draft:
    document = reading.document
    place = Span(items[0].place.start, items[-1].place.end)
    if place.end - place.start > LONGEST_QUOTE:
        place = items[0].place
    texts = tuple(item.text for item in items)
    note = EnumerationNote(
        id=note_id("enumeration", question, *texts),
        source=Source(document.name, place, place.of(document.text), section, document.place_at(place.start)),
        origin=Origin("outline", (f"pattern: {pattern}",), strength),
        language=document.language,
        question=question,
        items=texts,
    )
    return Draft(
        note=note,
        answers=tuple(item.place for item in items),
        clause=items[0].place,
        passages=tuple(sorted({item.passage for item in items})),
        strength=strength,
    )
