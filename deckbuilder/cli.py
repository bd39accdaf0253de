"""kapian build: documents or deck files in, an Anki package out."""

from __future__ import annotations

from pathlib import Path

import click

from cards import terminal
from cards.cli import DOCUMENTS, making_options
from cards.how import How
from cards.terminal import say

SPEAK = click.option("--speak", is_flag=True, help="Let Anki read Chinese and English cards aloud.")


@click.command(
    short_help="Make cards and write an Anki package.",
    epilog="""\b
Examples:
  kapian build notes.txt -o notes.apkg
  kapian build chapters/ --deck Biology --speak -o biology.apkg
  kapian build deck.jsonl -o deck.apkg""",
)
@DOCUMENTS
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    required=True,
    type=click.Path(path_type=Path),
    help="The package to write, like deck.apkg.",
)
@click.option("--deck", default="", metavar="NAME", help="Put the documents' decks inside this deck.")
@SPEAK
@making_options
def build(documents: tuple[str, ...], output: Path, deck: str, speak: bool, how: How) -> None:
    """Make cards from documents or deck files (.jsonl) and write them as a package for Anki.

    Each document has a deck of its own name. Import the package again after changes: Anki takes over what is new
    or edited, and keeps your progress.
    """
    from cards.files import write_whole
    from cards.intake import counted, gather
    from deckbuilder.package import build_package, decks_of

    gathered = gather(documents, how, terminal)
    decks = decks_of(gathered.notes, parent=deck)
    package = build_package(decks, media=gathered.media, speak=speak)
    write_whole(output, package.content)
    say(f"{output}: {counted(package.cards, 'card')} in {', '.join(one.name for one in decks)}")
    gathered.check_complete()
