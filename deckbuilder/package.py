"""Notes -> .apkg, with genanki. Every import of genanki is here."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from itertools import count

import genanki

from cards.documents.model import Media
from cards.errors import CardsError
from cards.model import UNEDITED, Note, Picture, Span, cards_of
from deckbuilder.fields import LINK_BASE, deck_name, fields_of, note_type_of, tags_of
from deckbuilder.note_types import REVISED, NoteType

# Without it Anki takes the package for one of its first scheduler and rewrites what is learned.
_SCHEDULER = 2

# Anki's ids are milliseconds of the time of making. Ours begin somewhere in this year, as the deck's name decides,
# so that two packages seldom want the same ids (Anki gives a taken id's note another).
_IDS_FROM = int(UNEDITED.timestamp()) * 1000
_IDS_WITHIN = 365 * 24 * 3600 * 1000

_NOTE_ROW = "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, 0, 0, '')"
_CARD_ROW = "INSERT INTO cards VALUES (?, ?, ?, ?, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')"


@dataclass(frozen=True, slots=True)
class Deck:
    """A named pile of notes in the order in which they are to be learned; "A::B" is the deck B inside A."""

    name: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Package:
    """An .apkg file and what Anki will count in it."""

    content: bytes
    decks: int
    notes: int
    cards: int


def decks_of(notes: Iterable[Note], *, parent: str = "") -> tuple[Deck, ...]:
    """Return one deck for each document, in order of first appearance, all of them under `parent` if there is one.

    In a deck the notes stand in the order of their places in the document.
    """
    names: dict[str, str] = {}
    piles: dict[str, list[Note]] = {}
    for note in notes:
        name = deck_name(note.source.document, parent=parent)
        # Anki takes names that differ in case only for the same deck.
        piles.setdefault(names.setdefault(name.casefold(), name), []).append(note)
    return tuple(Deck(name, tuple(sorted(pile, key=_place))) for name, pile in piles.items())


def build_package(
    decks: Sequence[Deck], *, media: Iterable[Media] = (), link_base: str = LINK_BASE, speak: bool = False
) -> Package:
    """Return the package of the decks; the same decks give the same bytes.

    New cards come in the order of the decks' notes. Of the `media`, those that notes show go with them; a picture
    that is not among them is left out of its notes. `link_base` is where the reviewer is found ("" for no links);
    with `speak`, Anki reads Chinese and English cards aloud. A note that stands in two decks goes into the first.
    Raises CardsError when there is no note at all, or a note with a blank text.
    """
    if not any(deck.notes for deck in decks):
        raise CardsError("no notes, so there is no package to write")
    database = sqlite3.connect(":memory:", isolation_level=None)
    try:
        cursor = database.cursor()
        ids = count(_first_id(decks[0].name))
        genanki.Package([_described(deck) for deck in decks]).write_to_db(cursor, REVISED.timestamp(), ids)
        _choose_scheduler(cursor)
        cursor.execute("BEGIN")
        pictures = {one.name: one.content for one in media}
        rows = _Rows(ids, pictures, link_base, speak)
        for deck in decks:
            rows.add(deck)
        cursor.executemany(_NOTE_ROW, rows.notes)
        cursor.executemany(_CARD_ROW, rows.cards)
        cursor.execute("COMMIT")
        content = _zipped(database.serialize(), {name: pictures[name] for name in sorted(rows.shown)})
    finally:
        database.close()
    return Package(content, len(decks), len(rows.notes), len(rows.cards))


def _place(note: Note) -> tuple[str, Span]:
    return note.source.document, note.source.span


class _Rows:
    """The rows of notes and cards, in Anki's order of columns."""

    def __init__(self, ids: Iterator[int], pictures: Container[str], link_base: str, speak: bool) -> None:
        self.shown: set[str] = set()
        self._pictures = pictures
        self.notes: list[tuple[int, str, int, int, str, str, str]] = []
        self.cards: list[tuple[int, int, int, int, int, int]] = []
        self._ids = ids
        self._link_base = link_base
        self._speak = speak
        self._known: set[str] = set()

    def add(self, deck: Deck) -> None:
        deck_id = _deck_id(deck.name)
        for given in deck.notes:
            if given.id in self._known:
                continue
            self._known.add(given.id)
            note = self._showable(given)
            # Anki takes a note only when it is newer than its own: one second later lets a package that speaks
            # follow one that does not.
            modified = int(note.edited_at.timestamp()) + self._speak
            fields = fields_of(note, link_base=self._link_base, speak=self._speak)
            tags = f" {' '.join(tags_of(note))} "
            row_id = next(self._ids)
            position = len(self.notes) + 1
            self.notes.append(
                (row_id, note.id, note_type_of(note).id, modified, tags, "\x1f".join(fields), fields[0])
            )
            self.cards += [
                (next(self._ids), row_id, deck_id, card.index, modified, position) for card in cards_of(note)
            ]

    def _showable(self, note: Note) -> Note:
        """Return the note without pictures that the package has not; those that it has are remembered."""
        exhibits = tuple(
            one for one in note.exhibits if not isinstance(one, Picture) or one.media in self._pictures
        )
        self.shown.update(one.media for one in exhibits if isinstance(one, Picture))
        return note if exhibits == note.exhibits else replace(note, exhibits=exhibits)


def _described(deck: Deck) -> genanki.Deck:
    """Return the deck and its note types without the notes, to which genanki could give one time only."""
    described = genanki.Deck(_deck_id(deck.name), deck.name)
    for note_type in {note_type_of(note).id: note_type_of(note) for note in deck.notes}.values():
        described.add_model(_model(note_type))
    return described


@cache
def _model(note_type: NoteType) -> genanki.Model:
    return genanki.Model(
        note_type.id,
        note_type.name,
        fields=[{"name": name} for name in note_type.fields],
        templates=[
            {"name": template.name, "qfmt": template.front, "afmt": template.back}
            for template in note_type.templates
        ],
        css=note_type.css,
        model_type=genanki.Model.CLOZE if note_type.is_cloze else genanki.Model.FRONT_BACK,
    )


def _first_id(name: str) -> int:
    return _IDS_FROM + _hash(name) % _IDS_WITHIN


def _deck_id(name: str) -> int:
    # Of the size of a time in milliseconds, as Anki's own deck ids are; Anki finds decks by name, not by id.
    return (1 << 40) + _hash(name) % (1 << 40)


def _hash(name: str) -> int:
    return int.from_bytes(sha256(name.encode("utf-8", "surrogatepass")).digest()[:8], "big")


def _choose_scheduler(cursor: sqlite3.Cursor) -> None:
    (settings,) = cursor.execute("SELECT conf FROM col").fetchone()
    cursor.execute("UPDATE col SET conf = ?", (json.dumps(json.loads(settings) | {"schedVer": _SCHEDULER}),))


def _zipped(database: bytes, pictures: dict[str, bytes]) -> bytes:
    package = io.BytesIO()
    # Anki numbers the files of a package and lists their names.
    listed = json.dumps({str(number): name for number, name in enumerate(pictures)})
    with zipfile.ZipFile(package, "w") as archive:
        _pack(archive, "collection.anki2", database, zipfile.ZIP_DEFLATED)
        _pack(archive, "media", listed.encode(), zipfile.ZIP_DEFLATED)
        for number, content in enumerate(pictures.values()):
            _pack(archive, str(number), content, zipfile.ZIP_STORED)
    return package.getvalue()


def _pack(archive: zipfile.ZipFile, name: str, content: bytes, how: int) -> None:
    # The name alone: today's date and this system's mark would differ from run to run.
    entry = zipfile.ZipInfo(name)
    entry.compress_type = how
    entry.create_system = 3
    archive.writestr(entry, content, compresslevel=1)
