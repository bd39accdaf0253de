"""Notes of a document and a later version of it -> which sentences stayed, were reworded, or are gone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from unicodedata import normalize

from cards.choosing.checks import squeezed
from cards.choosing.repeats import pieces_of
from cards.documents.model import Document
from cards.languages import language_named
from cards.model import ClozeNote, Deletion, Note, Source, Span, cards_of, note_id
from cards.passages import Passage, passages_of, sections_of

# Two wordings of one sentence share at least this part of their pieces of a few letters; less is hardly more than
# the subject that they speak of.
ALIKE = 0.5
# A sentence that was joined with its neighbour, or cut in two, is held by the other wholly; that counts a little less
# than being alike all over.
HELD = 0.8
LEAST_PIECES_HELD = 8
# Sentences of this few letters ("Summary.") stand in many texts and prove nothing.
LEAST_LETTERS = 12
# How many of a sentence's rarest pieces lead to those that may be like it, and how many sentences each leads to.
RAREST = 8
MOST_PER_PIECE = 50


@dataclass(frozen=True, slots=True)
class Stays:
    """The sentence stands in the new version as it was, perhaps elsewhere: at `source`."""

    note: str
    source: Source


@dataclass(frozen=True, slots=True)
class Reworded:
    """The sentence was changed to the one at `source`; `proposal` asks the note's question of it, where it can.

    The proposal has the id of the note.
    """

    note: str
    source: Source
    proposal: Note | None


@dataclass(frozen=True, slots=True)
class Gone:
    """No sentence of the new version is like the note's."""

    note: str


Fate = Stays | Reworded | Gone


@dataclass(frozen=True, slots=True)
class Revision:
    """What becomes of each note of the earlier version, in their order, and the notes that only the new one gives."""

    fates: tuple[Fate, ...]
    new: tuple[Note, ...]


def sentence_key(text: str) -> str:
    """Return 24 hex digits that are equal for sentences with the same letters and digits, "" for very short ones."""
    letters = _squeezed(text)
    return note_id("sentence", letters) if len(letters) >= LEAST_LETTERS else ""


def sentences_of(document: Document) -> tuple[str, ...]:
    """Return the document's sentences as they stand in its text."""
    passages = passages_of(document, language_named(document.language))
    return tuple(passage.place(passage.whole).of(document.text) for passage in passages)


def revise(notes: Sequence[Note], document: Document, made: Iterable[Note]) -> Revision:
    """Return what the later version `document`, of which the notes `made` were made, means for the earlier notes.

    A sentence is found again by its letters, wherever it stands; a reworded one is the most similar among those
    that the earlier notes do not have. Notes of `made` that the earlier ones are, or that became proposals, are
    not new.
    """
    text = _Text(document)
    lost: dict[str, list[Note]] = defaultdict(list)
    fates: dict[str, Fate] = {}
    for note in notes:
        place = text.find(note.source)
        if place is None:
            lost[_squeezed(note.source.quote)].append(note)
        else:
            fates[note.id] = Stays(note.id, place)
    known = {note.id for note in notes}
    fresh = [note for note in made if note.id not in known]
    used: set[str] = set()
    pairs = text.reworded({letters: those[0].source.span for letters, those in lost.items() if letters})
    for letters, those in lost.items():
        for note in those:
            source = pairs.get(letters)
            if source is None:
                fates[note.id] = Gone(note.id)
                continue
            proposal, spent = _proposal(note, source, [one for one in fresh if one.id not in used])
            used |= spent
            fates[note.id] = Reworded(note.id, source, proposal)
    return Revision(
        tuple(fates[note.id] for note in notes), tuple(note for note in fresh if note.id not in used)
    )


class _Text:
    """A document's sentences and headings, found by their letters."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._places: dict[str, list[Source]] = defaultdict(list)
        passages = passages_of(document, language_named(document.language))
        for source in (*map(self._of_passage, passages), *self._headings()):
            self._places[_squeezed(source.quote)].append(source)
        self._found: set[str] = set()

    def find(self, source: Source) -> Source | None:
        """Return where the sentence stands now; of several the one nearest to its former place."""
        letters = _squeezed(source.quote)
        places = self._places.get(letters)
        if places:
            self._found.add(letters)
            return min(places, key=lambda place: abs(place.span.start - source.span.start))
        return self._literally(source)

    def reworded(self, lost: Mapping[str, Span]) -> dict[str, Source]:
        """Return, for each lost sentence that has one, the sentence that it became.

        `lost` says where each stood. A sentence is taken once, but for quotations that were parts of each other.
        """
        fresh = [letters for letters in self._places if letters not in self._found]
        pieces = [pieces_of(letters) for letters in fresh]
        index: defaultdict[str, list[int]] = defaultdict(list)
        for number, its in enumerate(pieces):
            for piece in its:
                index[piece].append(number)
        best: list[tuple[float, str, int]] = []
        for letters in lost:
            mine = pieces_of(letters)
            rarest = sorted((one for one in mine if one in index), key=lambda one: (len(index[one]), one))
            near = {number for one in rarest[:RAREST] for number in index[one][:MOST_PER_PIECE]}
            best += [
                (-likeness, letters, number)
                for number in near
                if (likeness := _likeness(mine, pieces[number])) >= ALIKE
            ]
        pairs: dict[str, Source] = {}
        taken: dict[int, Span] = {}
        for _, letters, number in sorted(best):
            if letters not in pairs and taken.setdefault(number, lost[letters]).meets(lost[letters]):
                pairs[letters] = self._places[fresh[number]][0]
        return pairs

    def _literally(self, source: Source) -> Source | None:
        """Return the place of a quotation that is no sentence of the new version but stands in it word for word."""
        quote = source.quote
        if len(_squeezed(quote)) < LEAST_LETTERS:
            return None
        start = self._document.text.find(quote)
        if start < 0:
            return None
        span = Span(start, start + len(quote))
        return replace(source, document=self._document.name, span=span, place=self._document.place_at(start))

    def _of_passage(self, passage: Passage) -> Source:
        return self._source(passage.place(passage.whole), passage.section)

    def _headings(self) -> Iterable[Source]:
        return (self._source(section.place, section.path[:-1]) for section in sections_of(self._document))

    def _source(self, span: Span, section: tuple[str, ...]) -> Source:
        document = self._document
        return Source(document.name, span, span.of(document.text), section, document.place_at(span.start))


def _proposal(note: Note, source: Source, made: Sequence[Note]) -> tuple[Note | None, set[str]]:
    """Return the note's question put to its new sentence, and the ids of made notes that it stands for."""
    mine = pieces_of(_said(note))
    rivals = [
        (_likeness(mine, pieces_of(_said(one))), one.id, one)
        for one in made
        if one.source.span.meets(source.span) and type(one) is type(note)
    ]
    likeness, _, best = max(rivals, default=(0.0, "", None), key=lambda rival: rival[:2])
    if best is not None and likeness >= ALIKE:
        worded = replace(best, id=note.id, tags=note.tags, edited_at=note.edited_at)
        return worded, {best.id}
    return _gaps_again(note, source), set()


def _gaps_again(note: Note, source: Source) -> Note | None:
    """Return a cloze note with its gaps in the new sentence, where each of its answers stands there once."""
    if not isinstance(note, ClozeNote):
        return None
    deletions = []
    for deletion in note.deletions:
        answer = deletion.span.of(note.text)
        if source.quote.count(answer) != 1:
            return None
        start = source.quote.index(answer)
        deletions.append(Deletion(Span(start, start + len(answer)), deletion.group, deletion.hint))
    if any(one.span.meets(other.span) for one, other in pairwise(sorted(deletions))):
        return None
    return replace(note, text=source.quote, deletions=tuple(deletions), source=source)


def _said(note: Note) -> str:
    card = cards_of(note)[0]
    return _squeezed(card.prompt) + _squeezed(card.answer)


def _squeezed(text: str) -> str:
    return squeezed(normalize("NFKC", text))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return from 0 to 1 how alike two sentences are: Dice's coefficient, or how far the longer holds the shorter."""
    shared = len(one & other)
    alike = 2 * shared / (len(one) + len(other))
    smaller = min(len(one), len(other))
    return max(alike, HELD * shared / smaller) if smaller >= LEAST_PIECES_HELD else alike
