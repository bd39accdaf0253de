"""The real Anki, without its windows: a collection in a folder, filled from packages."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from cards.files import write_whole
from deckbuilder.package import Package

# Anki's own switch for reproducible runs.
os.environ["ANKI_TEST_MODE"] = "1"

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest


@dataclass(frozen=True, slots=True)
class Imported:
    """How many notes of a package were new to Anki, changed in it, known already, or refused."""

    new: int
    updated: int
    duplicate: int
    conflicting: int


@dataclass(frozen=True, slots=True)
class Stored:
    """A note as Anki has it."""

    note_type: str
    fields: tuple[str, ...]
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A card as Anki draws it: both sides as HTML, and the texts that it would speak."""

    note: str
    index: int
    deck: str
    position: int
    front: str
    back: str
    spoken: tuple[tuple[str, str], ...]


class Anki:
    """A collection of the real engine."""

    def __init__(self, folder: Path) -> None:
        self.collection: Any = Collection(str(folder / "collection.anki2"))
        self._package = folder / "import.apkg"

    def imports(self, package: Package) -> Imported:
        """Import the package as the desktop does by default."""
        write_whole(self._package, package.content)
        request = ImportAnkiPackageRequest(
            package_path=str(self._package), options=ImportAnkiPackageOptions()
        )
        log = self.collection.import_anki_package(request).log
        return Imported(len(log.new), len(log.updated), len(log.duplicate), len(log.conflicting))

    def notes(self) -> dict[str, Stored]:
        """Return the notes by their guid."""
        guids = self.collection.db.list("SELECT guid FROM notes ORDER BY id")
        return {guid: self.note(guid) for guid in guids}

    def note(self, guid: str) -> Stored:
        note = self.collection.get_note(self._number(guid))
        return Stored(note.note_type()["name"], tuple(note.fields), tuple(note.tags))

    def cards(self, guid: str = "") -> list[Shown]:
        """Return the cards of the note, or of all notes, in the order in which Anki made them.

        A template that Anki cannot draw raises TemplateError.
        """
        of_note = f"nid:{self._number(guid)}" if guid else ""
        numbers = sorted(self.collection.find_cards(of_note))
        return [self._shown(self.collection.get_card(number)) for number in numbers]

    def decks(self) -> list[str]:
        """Return the names of all decks, in Anki's order."""
        return [deck.name for deck in self.collection.decks.all_names_and_ids()]

    def note_types(self) -> list[str]:
        """Return the names of the note types that are not Anki's own."""
        names = [note_type.name for note_type in self.collection.models.all_names_and_ids()]
        return [name for name in names if name.startswith("kapian")]

    def _number(self, guid: str) -> int:
        return int(self.collection.db.scalar("SELECT id FROM notes WHERE guid = ?", guid))

    def _shown(self, card: Any) -> Shown:
        drawn = card.render_output()
        spoken = [(tag.lang, tag.field_text) for tag in [*drawn.question_av_tags, *drawn.answer_av_tags]]
        return Shown(
            note=card.note().guid,
            index=card.ord,
            deck=self.collection.decks.name(card.did),
            position=card.due,
            front=drawn.question_text,
            back=drawn.answer_text,
            spoken=tuple(spoken),
        )


@contextmanager
def anki_in(folder: Path) -> Iterator[Anki]:
    """Open a new collection of Anki in the folder and close it afterwards."""
    anki = Anki(folder)
    try:
        yield anki
    finally:
        anki.collection.close()


def text_of(html: str, *classes: str) -> str:
    """Return the text that a browser shows of the elements with one of the classes, lists numbered, a line each."""
    reader = _Text(set(classes))
    reader.feed(html)
    reader.close()
    return "\n".join("".join(lines) for lines in reader.found)


class _Text(HTMLParser):
    def __init__(self, classes: set[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[list[str]] = []
        self._classes = classes
        self._open: list[bool] = []
        self._items = 0

    def handle_starttag(self, tag: str, attributes: Sequence[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.handle_data("\n")
            return
        if tag in {"img", "hr"}:
            return
        wanted = bool(self._classes & set((dict(attributes).get("class") or "").split()))
        if wanted and not any(self._open):
            self.found.append([])
        self._open.append(wanted)
        if tag == "ol":
            self._items = 0
        if tag == "li":
            self._items += 1
            self.handle_data(f"{self._items}. " if self._items == 1 else f"\n{self._items}. ")

    def handle_endtag(self, tag: str) -> None:
        if tag not in {"br", "img", "hr"}:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if any(self._open):
            self.found[-1].append(data)
