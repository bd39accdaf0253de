"""What a command line names -> notes: documents are read and asked about, deck files are read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cards.deckfile import read_deck
from cards.documents import Document, Hints, Media, name_of, paths_of, read_file
from cards.errors import CardsError
from cards.model import Note, cards_of
from cards.pipeline import Considered, Density, Options, consider, make_notes

DECK_FILE = ".jsonl"


@dataclass(frozen=True, slots=True)
class FromDocument:
    """A document and the notes made from it, at least one."""

    document: Document
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class FromDeckFile:
    """The notes of a deck file, whose documents are elsewhere."""

    path: Path
    notes: tuple[Note, ...]


Intake = FromDocument | FromDeckFile


@dataclass(frozen=True, slots=True)
class Gathered:
    """What several files gave, in their order, and how many gave nothing."""

    taken: tuple[Intake, ...]
    skipped: int

    @property
    def notes(self) -> tuple[Note, ...]:
        """All notes; one that stands in two files comes once."""
        return tuple({note.id: note for intake in self.taken for note in intake.notes}.values())

    @property
    def media(self) -> tuple[Media, ...]:
        """The pictures of all documents."""
        documents = (intake.document for intake in self.taken if isinstance(intake, FromDocument))
        return tuple(one for document in documents for one in document.media)

    def check_complete(self) -> None:
        """Raise CardsError where files were skipped: the others are done, but the user asked for all."""
        _check_complete(self.skipped, self.skipped + len(self.taken))


def read_each(
    names: Iterable[str], *, encoding: str | None, tell: Callable[[str], None]
) -> Iterator[Document]:
    """Return the documents in files and folders, one after the other.

    One that cannot be read is told and skipped; CardsError comes after the last where some were, at once where there
    is only one or no such file.
    """
    paths = paths_of(names)
    skipped = 0
    for path in paths:
        try:
            document = read_file(path, hints=Hints(encoding=encoding))
        except CardsError as error:
            if len(paths) == 1:
                raise
            skipped += 1
            tell(f"{error}; skipped")
        else:
            yield document
    _check_complete(skipped, len(paths))


def gather(
    names: Iterable[str], *, density: str, encoding: str | None, tell: Callable[[str], None]
) -> Gathered:
    """Return the notes of files and of folders of documents, telling what is being read and what it gave.

    A file that gives nothing is told and skipped, so that the others are not lost with it. Raises CardsError when
    there is no such file, or when none gave a note.
    """
    options = Options(density=Density(density))
    paths = paths_of(names)
    taken: list[Intake] = []
    for number, path in enumerate(paths, start=1):
        tell(f"reading {name_of(path)}" + (f" ({number} of {len(paths)})" if len(paths) > 1 else ""))
        try:
            intake = take_in(path, options, encoding=encoding)
        except CardsError as error:
            if len(paths) == 1:
                raise
            tell(f"{error}; skipped")
        else:
            taken.append(intake)
            tell(f"{name_of(path)}: {counted(count_cards(intake.notes), 'card')}")
    if not taken:
        raise CardsError(f"none of the {len(paths)} files gave a card, see above")
    return Gathered(tuple(taken), len(paths) - len(taken))


def take_in(path: Path, options: Options, *, encoding: str | None = None) -> Intake:
    """Return the notes of the file, a deck file where its name ends in .jsonl, else a document.

    Raises CardsError when it cannot be read or gives no notes, and says why.
    """
    if path.suffix == DECK_FILE:
        return _from_deck_file(path)
    document = read_file(path, hints=Hints(encoding=encoding))
    notes = make_notes(document, options)
    if not notes:
        raise CardsError(_why_nothing(path, consider(document, options)))
    return FromDocument(document, notes)


def count_cards(notes: Sequence[Note]) -> int:
    """Return how many cards the notes have together."""
    return sum(len(cards_of(note)) for note in notes)


def counted(number: int, noun: str) -> str:
    """Return the number with its noun: "1 card", "2 cards"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def refusals(document: Document, density: str) -> list[str]:
    """Return what was refused in the document, a line each: the prompt and the reason."""
    refused = consider(document, Options(density=Density(density))).refused
    return [f"{_one_line(cards_of(one.note)[0].prompt)} – {one.reason}" for one in refused]


def _check_complete(skipped: int, files: int) -> None:
    if skipped:
        raise CardsError(f"{skipped} of {files} files were skipped, see above")


def _from_deck_file(path: Path) -> FromDeckFile:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise CardsError(f"{path}: cannot be read ({error.strerror})") from error
    return FromDeckFile(path, read_deck(content, name=name_of(path)))


def _why_nothing(path: Path, considered: Considered) -> str:
    if not considered.refused:
        advice = "cards are made from prose that defines, lists, contrasts or gives reasons"
        return f"{name_of(path)}: nothing in it is worth a card; {advice}"
    reasons = Counter(refused.reason.partition(":")[0] for refused in considered.refused)
    told = ", ".join(f"{reason} ({count})" for reason, count in reasons.most_common(3))
    return f"{name_of(path)}: none of {len(considered.refused)} possible cards passed the checks: {told}"


def _one_line(text: str) -> str:
    return " / ".join(text.split("\n"))
