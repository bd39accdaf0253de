"""kapian cards, read and phrases: documents in; cards, blocks or key phrases out."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path

import click

from cards import terminal
from cards.how import How
from cards.terminal import say

# The commands import what they need when they run: `kapian --help` shows all of them at once.

DOCUMENTS = click.argument("documents", nargs=-1, required=True, metavar="DOC...")


def reading_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that say how documents are read; it gets them as `how`."""

    @wraps(command)
    def with_how(
        encoding: str | None, password: str | None, density: str = "normal", **others: object
    ) -> None:
        command(how=How(encoding, password, density), **others)

    encoding = click.option(
        "--encoding", metavar="NAME", help="The encoding of the texts, like gb18030, where detection errs."
    )
    password = click.option(
        "--password",
        metavar="WORD",
        help="Opens documents that are locked; left out, it is asked for in the terminal.",
    )
    return encoding(password(with_how))


def making_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that say how documents are read and how cards are made; it gets them as `how`."""
    density = click.option(
        "--density",
        type=click.Choice(("spare", "normal", "dense")),
        default="normal",
        show_default=True,
        help="How many cards a text gets.",
    )
    return density(reading_options(command))


@click.command(
    short_help="Make cards and print them.",
    epilog="""\b
Examples:
  kapian cards notes.txt
  kapian cards --format jsonl --density dense chapters/ > cards.jsonl
  kapian cards --format deck -o deck.jsonl notes.txt""",
)
@DOCUMENTS
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "jsonl", "deck")),
    default="text",
    show_default=True,
    help="text: to read; jsonl: a card a line, for programs; deck: a note a line, for kapian build and add.",
)
@making_options
@click.option("--explain", is_flag=True, help="Say why each card was made and what was refused.")
@click.option(
    "-o", "--output", metavar="FILE", type=click.Path(path_type=Path), help="Write here instead of printing."
)
def cards(
    documents: tuple[str, ...],
    form: str,
    how: How,
    explain: bool,
    output: Path | None,
) -> None:
    """Make cards from documents (files, folders, zip files) and print them, the best of each document first."""
    from cards.cardline import write_card_lines, write_card_text
    from cards.deckfile import write_deck
    from cards.files import write_whole
    from cards.intake import FromDocument, gather, refusals

    gathered = gather(documents, how, terminal)
    match form:
        case "deck":
            content = write_deck(gathered.notes)
        case "jsonl":
            content = write_card_lines(gathered.notes)
        case _:
            content = write_card_text(gathered.notes, reasons=explain)
    if output:
        write_whole(output, content)
    else:
        click.echo(content, nl=False)
    if explain:
        for intake in gathered.taken:
            if isinstance(intake, FromDocument):
                say("\n".join([f"{intake.document.name}, refused:", *refusals(intake.document, how.density)]))
    gathered.check_complete()


@click.command(
    short_help="Print what is read in documents.",
    epilog="""\b
Examples:
  kapian read notes.md
  kapian read --format jsonl chapters/ > blocks.jsonl""",
)
@DOCUMENTS
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "jsonl")),
    default="text",
    show_default=True,
    help="text: to read; jsonl: a block a line, for programs.",
)
@reading_options
def read(documents: tuple[str, ...], form: str, how: How) -> None:
    """Print the blocks of documents (files, folders, zip files), their pictures, and what was left out in reading."""
    from cards.blockline import write_block_lines, write_block_text
    from cards.intake import read_each

    write = write_block_lines if form == "jsonl" else write_block_text
    for document in read_each(documents, how, terminal):
        click.echo(write(document), nl=False)


@click.command(
    short_help="Print the key phrases of documents.",
    epilog="""\b
Examples:
  kapian phrases notes.txt
  kapian phrases --most 10 --format jsonl chapters/ > phrases.jsonl""",
)
@DOCUMENTS
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "jsonl")),
    default="text",
    show_default=True,
    help="text: to read; jsonl: a phrase a line, for programs.",
)
@click.option(
    "--most", type=click.IntRange(1, 200), default=30, show_default=True, help="How many of each document."
)
@reading_options
def phrases(documents: tuple[str, ...], form: str, most: int, how: How) -> None:
    """Print what documents (files, folders, zip files) are about: the phrases that they use more than others do.

    The best come first. The weight compares the phrases of one document, whose best has 1.
    """
    from cards.intake import read_each
    from cards.phraseline import write_phrase_lines, write_phrase_text
    from cards.reading import understand

    write = write_phrase_lines if form == "jsonl" else write_phrase_text
    for document in read_each(documents, how, terminal):
        click.echo(write(document, understand(document).keyphrases[:most]), nl=False)
