"""Lists below a line that announces them: "To resolve a conflict:" asks for the steps, "A contract needs three
things:" for the things."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cards.documents.model import Kind
from cards.documents.numbering import numbered
from cards.languages.english.openings import opening_of
from cards.languages.english.wording import which_ones
from cards.model import MOST_ITEMS, EnumerationNote, Origin, Source, Span, note_id
from cards.passages import Passage
from cards.reading import Reading
from cards.writing.draft import Draft, Writer
from cards.writing.english.lists import NUMBER_WORDS

FEWEST_ITEMS = 3
# In words: together the items fit on a card, and each is said at one go.
LONGEST_ITEM, LONGEST_LIST = 12, 45
LONGEST_QUOTE = 600
STRENGTH = 0.6
_TO = re.compile(r"To ([a-z][^,:]{3,80}?)(?:, (?:follow|do|take|you|proceed|complete)[^:]*)?:$")
_FOLLOWING = re.compile(r",? (?:as follows|(?:the|these) following(?: \w+)?|these)(?=:)")
_STEPS = {number: word for word, number in NUMBER_WORDS.items()}


def write(reading: Reading) -> Iterator[Draft]:
    for passage in reading.passages:
        if passage.text.endswith(":") and passage.kind is Kind.PARAGRAPH:
            items = _items_below(reading, passage)
            question = _question(passage, len(items)) if _reciteable(items) else ""
            if question and not reading.language.dangles(question):
                yield _draft(reading, passage, items, question)


def _items_below(reading: Reading, passage: Passage) -> list[tuple[str, Passage]]:
    """Return the items of the list that follows, without their numbers and stops; [] where one is longer than a
    sentence."""
    items: list[tuple[str, Passage]] = []
    for below in reading.passages[passage.number + 1 :]:
        if below.kind is not Kind.ITEM or below.block_number != passage.block_number + len(items) + 1:
            # A second sentence of the last item: what the item says is not said at one go.
            return [] if items and below.block_number == items[-1][1].block_number else items
        mark = numbered(below.text)
        items.append((below.text[mark.length if mark else 0 :].strip().rstrip(".;,"), below))
    return items


def _reciteable(items: Sequence[tuple[str, Passage]]) -> bool:
    sizes = [len(text.split()) for text, _ in items]
    return (
        FEWEST_ITEMS <= len(items) <= MOST_ITEMS
        and all(0 < size <= LONGEST_ITEM for size in sizes)
        and sum(sizes) <= LONGEST_LIST
        and len({text.lower() for text, _ in items}) == len(items)
    )


def _question(passage: Passage, count: int) -> str:
    said = passage.text[opening_of(passage.text) :]
    if found := _TO.match(said):
        return f"What are the {_STEPS[count]} steps to {found.group(1)}?"
    announced = _FOLLOWING.sub("", said).rstrip(" :")
    words = announced.lower().split()
    # A list of which the line does not say how many it has may be only a beginning.
    return which_ones(announced) if _STEPS[count] in words and len(words) > FEWEST_ITEMS else ""


def _draft(reading: Reading, passage: Passage, items: Sequence[tuple[str, Passage]], question: str) -> Draft:
    document = reading.document
    places = [_place(text, below) for text, below in items]
    place = Span(passage.place(passage.whole).start, places[-1].end)
    if place.end - place.start > LONGEST_QUOTE:
        place = passage.place(passage.whole)
    note = EnumerationNote(
        id=note_id("enumeration", question, *(text for text, _ in items)),
        source=Source(
            document.name,
            place,
            place.of(document.text),
            passage.section,
            document.place_at(place.start),
        ),
        origin=Origin("steps", ("pattern: a list below its announcement",), STRENGTH),
        language=document.language,
        question=question,
        items=tuple(text for text, _ in items),
    )
    numbers = tuple(below.number for _, below in items)
    return Draft(note, tuple(places), places[0], numbers, STRENGTH)


def _place(text: str, below: Passage) -> Span:
    at = below.text.index(text)
    return below.place(Span(at, at + len(text)))


WRITER = Writer("steps", "en", write)
