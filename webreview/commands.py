"""The commands that work on the collection: review, add, serve, export, check."""

from __future__ import annotations

import re
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from cards.cli import DOCUMENTS, making_options, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from cards.intake import Intake
    from cards.model import Note
    from webreview.collection.store import Collection
    from webreview.home import Home
    from webreview.keeping import Kept

# As in cards/cli.py: imports that cost time wait until a command runs.

_Command = TypeVar("_Command", bound="Callable[..., object]")

PORT = 8765


def serving_options(command: _Command) -> _Command:
    """Give a command the options that say where the reviewer is served."""
    port = click.option(
        "--port",
        type=click.IntRange(0, 65535),
        default=PORT,
        show_default=True,
        help="0 takes any free port.",
    )
    host = click.option(
        "--host",
        default="127.0.0.1",
        show_default=True,
        help="The address to serve on; another than this lets others in your network in: there is no login.",
    )
    return port(host(command))


@click.command(
    short_help="Make cards and review them in the browser.",
    epilog="""\b
Examples:
  kapian review notes.txt
  kapian review chapters/ --density dense --no-open --port 8800""",
)
@DOCUMENTS
@making_options
@click.option("--no-open", is_flag=True, help="Do not open the browser.")
@serving_options
@click.pass_obj
def review(
    home: Home,
    documents: tuple[str, ...],
    density: str,
    encoding: str | None,
    no_open: bool,
    port: int,
    host: str,
) -> None:
    """Make cards from documents, keep them, write their Anki packages, and serve the reviewer until Ctrl-C.

    Doing it again adds only what is new: cards that you know keep their schedule.
    """
    from cards.intake import gather
    from webreview import serving

    # The port first: it would be a pity to say after the work that it is taken.
    with serving.listen(host, port) as listening:
        gathered = gather(documents, density=density, encoding=encoding, tell=say)
        with _collection(home) as collection:
            kept = [one for intake in gathered.taken for one in _keep(collection, intake, accepted=True)]
            address = serving.address_of(listening, host)
            _write_packages(collection, home, [one.deck for one in kept], address)

            def ready() -> None:
                say(f"review at {address}/ (Ctrl-C ends it)")
                if not no_open:
                    serving.open_browser(f"{address}/")

            serving.serve(collection, listening, host=host, opened=ready)
    gathered.check_complete()


@click.command(
    short_help="Make cards and put them into the collection.",
    epilog="""\b
Examples:
  kapian add notes.txt
  kapian add --triage chapters/
  kapian add deck.jsonl""",
)
@DOCUMENTS
@making_options
@click.option(
    "--triage", is_flag=True, help="Let the new cards wait until you accept or reject them in the reviewer."
)
@click.pass_obj
def add(home: Home, documents: tuple[str, ...], density: str, encoding: str | None, triage: bool) -> None:
    """Make cards from documents or deck files (.jsonl), put them into the collection, and print what is new.

    Adding the same again adds nothing, and rejected cards stay rejected.
    """
    from cards.intake import gather

    gathered = gather(documents, density=density, encoding=encoding, tell=say)
    with _collection(home) as collection:
        for intake in gathered.taken:
            for kept in _keep(collection, intake, accepted=not triage):
                for note in kept.new:
                    click.echo(f"{kept.deck}: {_first_prompt(note)}")
    gathered.check_complete()


@click.command(
    short_help="Serve the reviewer.",
    epilog="""\b
Examples:
  kapian serve
  kapian serve --port 8800
  kapian --data ~/study serve""",
)
@serving_options
@click.pass_obj
def serve(home: Home, port: int, host: str) -> None:
    """Serve the reviewer of the collection until Ctrl-C."""
    from webreview import serving

    with serving.listen(host, port) as listening, _collection(home) as collection:
        address = serving.address_of(listening, host)
        serving.serve(
            collection, listening, host=host, opened=lambda: say(f"review at {address}/ (Ctrl-C ends it)")
        )


@click.command(
    short_help="Write the collection's decks as an Anki package or a deck file.",
    epilog="""\b
Examples:
  kapian export -o all.apkg
  kapian export --deck Biology --speak -o biology.apkg
  kapian export -o all.jsonl""",
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    required=True,
    type=click.Path(path_type=Path),
    help="The file to write: a deck file where the name ends in .jsonl, else an Anki package.",
)
@click.option(
    "--deck", "decks", multiple=True, metavar="NAME", help="Only this deck; may be given several times."
)
@click.option("--speak", is_flag=True, help="Let Anki read Chinese and English cards aloud.")
@click.pass_obj
def export(home: Home, output: Path, decks: tuple[str, ...], speak: bool) -> None:
    """Write the accepted cards of the collection, all decks or those of the names, to one file."""
    from cards.deckfile import write_deck
    from cards.errors import CardsError
    from cards.files import write_whole
    from cards.intake import DECK_FILE
    from deckbuilder.package import build_package
    from webreview.keeping import accepted_decks

    home.check_collection()
    with _collection(home) as collection:
        found = accepted_decks(collection, names=decks or None)
    missing = [name for name in decks if name not in {deck.name for deck in found}]
    if missing:
        raise CardsError(
            f"no accepted cards in a deck named {missing[0]}; names are on the reviewer's first page"
        )
    if not found:
        raise CardsError("no accepted cards in the collection, so there is nothing to export")
    if output.suffix == DECK_FILE:
        write_whole(output, write_deck(note for deck in found for note in deck.notes))
    else:
        write_whole(output, build_package(found, speak=speak).content)
    say(
        f"{output}: {sum(len(deck.notes) for deck in found)} notes of {', '.join(deck.name for deck in found)}"
    )


@click.command(
    short_help="Prove that the collection is whole.",
    epilog="""\b
Examples:
  kapian check
  kapian check --rebuild""",
)
@click.option("--rebuild", is_flag=True, help="Make the schedule anew from the log first.")
@click.pass_obj
def check(home: Home, rebuild: bool) -> None:
    """Read the whole log and prove that nothing in it was changed and that the schedule is what it says."""
    from cards.errors import CardsError
    from webreview.collection import checking, learners

    home.check_collection()
    with _collection(home) as collection:
        if rebuild:
            checking.rebuild(collection, learners.ME)
        findings = checking.check(collection, learners.ME)
    if findings.problems:
        raise CardsError("\n".join(findings.problems))
    click.echo(f"{findings.notes} notes, {findings.cards} cards, {findings.entries} entries: all is well")


@contextmanager
def _collection(home: Home) -> Iterator[Collection]:
    """Open the learner's collection, new or not."""
    from webreview import clock
    from webreview.collection import learners
    from webreview.collection.store import Collection
    from webreview.settings import Settings

    with Collection.open(home.collection) as collection:
        learners.join(
            collection, learners.ME, settings=Settings(time_zone=clock.time_zone()), now=clock.now()
        )
        yield collection


def _keep(collection: Collection, intake: Intake, *, accepted: bool) -> tuple[Kept, ...]:
    from webreview import clock
    from webreview.keeping import keep

    found = keep(collection, intake, accepted=accepted, now=clock.now())
    for kept in found:
        say(f"{kept.deck}: {len(kept.new)} new notes, {kept.known} known already")
    return found


def _write_packages(collection: Collection, home: Home, decks: Sequence[str], address: str) -> None:
    """Write one package a deck, whose links lead to the reviewer at the address."""
    from cards.errors import CardsError
    from cards.files import write_whole
    from deckbuilder.package import build_package
    from webreview.keeping import accepted_decks

    try:
        home.decks.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CardsError(
            f"{home.decks}: cannot be made ({error.strerror}); name another folder with --data"
        ) from error
    for deck in accepted_decks(collection, names=decks):
        path = home.decks / f"{_file_name(deck.name)}.apkg"
        write_whole(path, build_package([deck], link_base=address).content)
        say(f"{path}: the deck for Anki")


def _file_name(deck: str) -> str:
    """Return the deck's name without what a file system may refuse."""
    return re.sub(r'[\\/:*?"<>|\s]+', " ", deck).strip(" .")[:80] or "deck"


def _first_prompt(note: Note) -> str:
    from cards.model import cards_of

    return cards_of(note)[0].prompt.replace("\n", " / ")
