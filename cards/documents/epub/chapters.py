"""The pieces of a book's page and the entries that lead to it -> headings at the levels of the table of contents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cards.documents.epub.contents import Entry
from cards.documents.html.pieces import Begin, Piece, Words
from cards.documents.model import Kind

# A heading stands at most so many pieces behind the place that the table of contents leads to.
_NEAR = 4


@dataclass(frozen=True, slots=True)
class Level:
    """How headings of the pages stand in the book: one of `own` level in its page has level `whole` there.

    `own` is below zero before the table of contents has named anything: headings have their own levels then.
    """

    own: int = -1
    whole: int = 0

    def of(self, heading: int) -> int:
        """Return the level in the book of another heading of the page."""
        return heading if self.own < 0 else self.whole + max(1, heading - self.own)


def with_chapters(
    pieces: list[Piece], entries: list[Entry], level: Level, *, title: str
) -> tuple[list[Piece], Level]:
    """Return a page's pieces with the headings and beginnings that the entries say, and the level that goes on.

    The first entry of a page and those of the highest level begin chapters. `title` is the book's: the page that
    says it needs no other heading.
    """
    found: list[Piece] = []
    starts = _starts(pieces, entries)
    found += _levelled(pieces[: starts[0][0] if starts else len(pieces)], level)
    for number, (at, entry) in enumerate(starts):
        stretch = pieces[at : starts[number + 1][0] if number + 1 < len(starts) else len(pieces)]
        if number == 0 or entry.level == 1:
            found.append(Begin(entry.title))
        headed, level = _headed(stretch, entry, title)
        found += headed
    return found, level


def _starts(pieces: list[Piece], entries: list[Entry]) -> list[tuple[int, Entry]]:
    """Return where the entries begin, in order; one whose place is not found begins where the one before does."""
    places: dict[str, int] = {}
    for at, piece in enumerate(pieces):
        for identity in piece.ids if isinstance(piece, Words) else ():
            places.setdefault(identity, at)
    found: list[tuple[int, Entry]] = []
    for entry in entries:
        before = found[-1][0] if found else 0
        found.append((max(before, places.get(entry.fragment, before)), entry))
    return found


def _headed(pieces: list[Piece], entry: Entry, title: str) -> tuple[list[Piece], Level]:
    """Return the stretch with the entry's heading, which is found, made of the words that say it, or put in front."""
    wanted = _letters(entry.title)
    if not any(isinstance(one, Words) for one in pieces):
        return pieces, Level(1, entry.level)
    near = [(at, one) for at, one in enumerate(pieces[:_NEAR]) if isinstance(one, Words)]
    for said in (wanted, _letters(title)):
        for at, one in near:
            end = _end_of(pieces, at, said)
            if end > at:
                level = Level(one.level or 1 if one.kind is Kind.HEADING else 1, entry.level)
                words = " ".join(part.words for part in pieces[at:end] if isinstance(part, Words))
                heading = replace(one, kind=Kind.HEADING, words=words, level=entry.level)
                return _around(pieces, at, end, heading, level)
    for at, one in near:
        said = _letters(one.words)
        if one.kind is Kind.HEADING and one.level and said and (said in wanted or wanted in said):
            level = Level(one.level, entry.level)
            return _around(pieces, at, at + 1, replace(one, level=entry.level), level)
    levels = [
        one.level for one in pieces if isinstance(one, Words) and one.kind is Kind.HEADING and one.level
    ]
    level = Level(min(levels, default=2) - 1, entry.level)
    return _around(pieces, 0, 0, Words(Kind.HEADING, entry.title, entry.level), level)


def _end_of(pieces: list[Piece], at: int, wanted: str) -> int:
    """Return the end of the words from `at` on that say all that is wanted; `at` where they say something else."""
    said, end = "", at
    while end < len(pieces):
        part = pieces[end]
        if not isinstance(part, Words) or not wanted.startswith(said + _letters(part.words)):
            break
        said += _letters(part.words)
        end += 1
        if said == wanted:
            return end
    return at


def _around(
    pieces: list[Piece], start: int, end: int, heading: Words, level: Level
) -> tuple[list[Piece], Level]:
    return [*_levelled(pieces[:start], level), heading, *_levelled(pieces[end:], level)], level


def _levelled(pieces: list[Piece], level: Level) -> Iterator[Piece]:
    for piece in pieces:
        if isinstance(piece, Words) and piece.kind is Kind.HEADING and piece.level:
            yield replace(piece, level=level.of(piece.level))
        else:
            yield piece


def _letters(words: str) -> str:
    return "".join(character for character in words.casefold() if character.isalnum())
