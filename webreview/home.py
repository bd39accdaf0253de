"""Where a learner's things are kept on this machine."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from cards.errors import CardsError
from cards.model import note_id

COLLECTION = "collection.sqlite"
# A file system takes 255 bytes; a Chinese character is three.
LONGEST_NAME = 75


@dataclass(frozen=True, slots=True)
class Home:
    """`collection` is a SQLite file or the URL of a PostgreSQL database, `decks` the folder of written packages."""

    collection: Path | str
    decks: Path

    def package_of(self, deck: str) -> Path:
        """Return where the package of the deck of this name is written: a file of its own."""
        plain = re.sub(r'[\\/:*?"<>|\s]+', " ", deck).strip(" .")[:LONGEST_NAME]
        if plain != deck:
            # "a/b" and "a:b" are two decks.
            plain = f"{plain} {note_id(deck)[:6]}".strip()
        return self.decks / f"{plain}.apkg"

    def check_collection(self) -> None:
        """Raise CardsError if nothing was ever added here: a command that only reads makes no collection."""
        if isinstance(self.collection, Path) and not self.collection.exists():
            raise CardsError(f"{self.collection}: there is no collection yet; kapian add makes one")


def home_at(data: str | None) -> Home:
    """Return the home in the folder `data`, without it the platform's own place for a program's data.

    `data` may also be the collection's file itself, or a database URL; packages then go beside the file, or to the
    platform's place.
    """
    usual = user_data_path("kapian", appauthor=False)
    if data is None:
        return Home(usual / COLLECTION, usual / "decks")
    if "://" in data:
        return Home(data, usual / "decks")
    place = Path(data).expanduser().absolute()
    if place.is_file():
        return Home(place, place.parent / "decks")
    return Home(place / COLLECTION, place / "decks")
