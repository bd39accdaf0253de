"""What a command line names -> documents and notes: documents are read and asked about, deck files are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Protocol

from cards.deckfile import read_deck
from cards.documents import Document, Given, Hints, Media, find_documents, read
from cards.errors import CardsError, PasswordNeededError
from cards.how import How
from cards.made import Made, make
from cards.model import Note, cards_of
from cards.pipeline import Density, Options, consider

DECK_FILE = ".jsonl"

# From so many documents or bytes on, other processes are done sooner than they are slow to start.
_MANY, _MANY_BYTES = 8, 400_000


class Terminal(Protocol):
    """Where the user is told what happens, and asked."""

    def say(self, message: str) -> None:
        """Tell something that stays."""

    def show_progress(self, line: str) -> None:
        """Show how far the work is."""

    def ask_password(self, question: str) -> str | None:
        """Return the password that the user types, None where there is none."""


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


class Taking:
    """What files, folders and zip files give, one after the other as it is made, while the user is told how far it is.

    A file that gives nothing is told at the end and skipped, so that the others are not lost with it; where there is
    only one file, or none gives a note, CardsError is raised. So it is at once when there is no such file.
    """

    def __init__(self, names: Iterable[str], how: How, terminal: Terminal) -> None:
        found = find_documents(names)
        self._given = found.given
        self._how = how
        self._terminal = terminal
        self._left_out = [str(remark) for remark in found.left_out]
        self._skipped: list[str] = []

    @property
    def many(self) -> bool:
        """Whether there is more than one file."""
        return len(self._given) > 1

    def __iter__(self) -> Iterator[Intake]:
        if not self.many:
            yield self._only()
        else:
            yield from self._each()
        for reason in self._left_out:
            self._terminal.say(reason)

    def check_complete(self) -> None:
        """Raise CardsError where files were skipped: the others are done, but the user asked for all."""
        _check_complete(len(self._skipped), len(self._given))

    @property
    def skipped(self) -> int:
        """How many files gave nothing."""
        return len(self._skipped)

    def _only(self) -> Intake:
        (given,) = self._given
        self._terminal.say(f"reading {given.name}")
        intake = self._opened(take_in(given, self._how), given)
        if isinstance(intake, CardsError):
            raise intake
        self._terminal.say(f"{given.name}: {counted(count_cards(intake.notes), 'card')}")
        return intake

    def _each(self) -> Iterator[Intake]:
        cards = 0
        for number, (given, intake) in enumerate(zip(self._given, self._results(), strict=True), start=1):
            intake = self._opened(intake, given)
            if isinstance(intake, CardsError):
                self._skipped.append(f"{intake}; skipped")
            else:
                cards += count_cards(intake.notes)
                yield intake
            self._terminal.show_progress(
                f"{number} of {len(self._given)} documents, {counted(cards, 'card')}"
            )
        done = len(self._given) - len(self._skipped)
        self._terminal.say(f"{done} of {len(self._given)} documents gave {counted(cards, 'card')}")
        for reason in self._skipped:
            self._terminal.say(reason)
        if not done:
            raise CardsError(f"none of the {len(self._given)} files gave a card, see above")

    def _results(self) -> Iterator[Intake | CardsError]:
        documents = [given for given in self._given if not _is_deck_file(given)]
        if len(documents) < _MANY and sum(given.size for given in documents) < _MANY_BYTES:
            yield from (take_in(given, self._how) for given in self._given)
            return
        # Loaded only here: one text is done sooner than this.
        from cards.crew import Crew

        with Crew() as crew:
            made = crew.make(documents, hints=_hints(self._how), density=Density(self._how.density))
            for given in self._given:
                yield take_in(given, self._how) if _is_deck_file(given) else _from_document(next(made))

    def _opened(self, intake: Intake | CardsError, given: Given) -> Intake | CardsError:
        """Return the same, or what comes of the password that the user types where one is needed."""
        ask = self._terminal.ask_password
        while isinstance(intake, PasswordNeededError) and (password := ask(_question(given))):
            intake = take_in(given, replace(self._how, password=password))
        return intake


def gather(names: Iterable[str], how: How, terminal: Terminal) -> Gathered:
    """Return all that `Taking` gives."""
    taking = Taking(names, how, terminal)
    taken = tuple(taking)
    return Gathered(taken, taking.skipped)


def take_in(given: Given, how: How) -> Intake | CardsError:
    """Return the notes of a deck file (.jsonl) or of a document, or why there are none."""
    try:
        if _is_deck_file(given):
            return FromDeckFile(Path(given.place), read_deck(given.content(), name=given.name))
        document = read(given.content(), name=given.name, hints=given.hinted(_hints(how)))
        return _from_document(make(document, Options(density=Density(how.density))))
    except CardsError as error:
        return error


def read_each(names: Iterable[str], how: How, terminal: Terminal) -> Iterator[Document]:
    """Return the documents in files, folders and zip files, one after the other.

    One that cannot be read is told and skipped; CardsError comes after the last where some were, at once where there
    is only one or no such file.
    """
    found = find_documents(names)
    for remark in found.left_out:
        terminal.say(str(remark))
    skipped = 0
    for given in found.given:
        try:
            yield _read(given, how, terminal)
        except CardsError as error:
            if len(found.given) == 1:
                raise
            skipped += 1
            terminal.say(f"{error}; skipped")
    _check_complete(skipped, len(found.given))


def _read(given: Given, how: How, terminal: Terminal) -> Document:
    while True:
        try:
            return read(given.content(), name=given.name, hints=given.hinted(_hints(how)))
        except PasswordNeededError:
            if not (password := terminal.ask_password(_question(given))):
                raise
            how = replace(how, password=password)


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


def _question(given: Given) -> str:
    return f"password for {given.name}"


def _is_deck_file(given: Given) -> bool:
    return PurePosixPath(given.name).suffix == DECK_FILE


def _hints(how: How) -> Hints:
    return Hints(encoding=how.encoding, password=how.password)


def _from_document(made: Made | CardsError) -> Intake | CardsError:
    if isinstance(made, CardsError):
        return made
    return FromDocument(made.document, made.notes) if made.notes else made.why_nothing()


def _check_complete(skipped: int, files: int) -> None:
    if skipped:
        raise CardsError(f"{skipped} of {files} files were skipped, see above")


def _one_line(text: str) -> str:
    return " / ".join(text.split("\n"))
