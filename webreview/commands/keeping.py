"""kapian add, export and check: notes into the collection, decks out of it, and the proof that it is whole."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cards import terminal
from cards.cli import DOCUMENTS, making_options
from cards.how import How
from cards.terminal import say
from deckbuilder.cli import SPEAK
from webreview.commands.opening import begun, keep_each, open_collection

if TYPE_CHECKING:
    from cards.model import Note
    from webreview.home import Home


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
def add(home: Home, documents: tuple[str, ...], how: How, triage: bool) -> None:
    """Make cards from documents or deck files (.jsonl), put them into the collection, and print what is new.

    Adding the same again adds nothing, and rejected cards stay rejected. Without --triage, cards of these documents
    that wait in triage are accepted.
    """
    from cards.intake import Taking

    taking = Taking(documents, how, terminal)
    intakes = begun(taking)
    with open_collection(home) as collection:
        for kept in keep_each(collection, intakes, accepted=not triage, many=taking.many):
            for note in kept.new:
                click.echo(f"{kept.deck}: {_first_prompt(note)}")
    taking.check_complete()


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
@SPEAK
@click.pass_obj
def export(home: Home, output: Path, decks: tuple[str, ...], speak: bool) -> None:
    """Write the accepted cards of the collection, all decks or those of the names, to one file."""
    from cards.deckfile import write_deck
    from cards.errors import CardsError
    from cards.files import write_whole
    from cards.intake import DECK_FILE, counted
    from webreview.keeping import accepted_decks, package_of

    home.check_collection()
    with open_collection(home) as collection:
        found = accepted_decks(collection, names=decks or None)
        missing = [name for name in decks if name not in {deck.name for deck in found}]
        if missing:
            raise CardsError(
                f"no accepted cards in a deck named {missing[0]}; names are on the reviewer's first page"
            )
        if not found:
            raise CardsError("no accepted cards in the collection, so there is nothing to export")
        if output.suffix == DECK_FILE:
            content = write_deck(note for deck in found for note in deck.notes)
        else:
            content = package_of(collection, found, speak=speak).content
    write_whole(output, content)
    notes = counted(sum(len(deck.notes) for deck in found), "note")
    say(f"{output}: {notes} of {', '.join(deck.name for deck in found)}")


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
    with open_collection(home) as collection:
        if rebuild:
            checking.rebuild(collection, learners.ME)
        findings = checking.check(collection, learners.ME)
    if findings.problems:
        raise CardsError("\n".join(findings.problems))
    click.echo(f"{findings.notes} notes, {findings.cards} cards, {findings.entries} entries: all is well")


def _first_prompt(note: Note) -> str:
    from cards.model import cards_of

    return cards_of(note)[0].prompt.replace("\n", " / ")
