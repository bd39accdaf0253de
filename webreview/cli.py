"""kapian: every package's commands in one, and what they exit with."""

from __future__ import annotations

import errno
import gc
import os
import sys
from collections.abc import Sequence

import click

from cards import VERSION
from cards.cli import cards, phrases, read
from cards.errors import CardsError
from cards.terminal import say
from deckbuilder.cli import build
from webreview.commands import COMMANDS

DONE, WRONG_INPUT, INTERRUPTED, NOBODY_READS = 0, 1, 130, 141


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
Examples:
  kapian review notes.txt
  kapian build notes.txt -o notes.apkg
  kapian cards --help""",
)
@click.option(
    "--data",
    envvar="KAPIAN_DATA",
    metavar="FOLDER",
    help="Where the collection is kept, or the URL of a PostgreSQL database [env: KAPIAN_DATA].",
)
@click.version_option(VERSION)
@click.pass_context
def kapian(context: click.Context, data: str | None) -> None:
    """Turn documents into flashcards, an Anki deck, and reviews in the browser."""
    from webreview.home import home_at

    context.obj = home_at(data)


for _command in (cards, read, phrases, build, *COMMANDS):
    kapian.add_command(_command)


def main() -> None:
    """Run the command line of this process and leave with its exit code."""
    collect_rarely()
    sys.exit(run(sys.argv[1:]))


def collect_rarely() -> None:
    """Look for garbage in cycles seldom: frozen values make none, and looking takes a quarter of a book's time."""
    gc.set_threshold(100_000, 50, 50)


def run(arguments: Sequence[str]) -> int:
    """Run a command; return 0 when it is done, 1 when its input is wrong, 2 when it was used wrongly."""
    try:
        # Not kapian.main(): click would give 1, our sign of wrong input, to a reader that has seen enough.
        with kapian.make_context("kapian", list(arguments)) as context:
            kapian.invoke(context)
        sys.stdout.flush()
    except CardsError as error:
        say(str(error))
        return WRONG_INPUT
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.exceptions.Exit as left:
        return left.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output (head, less) has seen enough.
        _close_stdout()
        return NOBODY_READS
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        _close_stdout()
        say("the disk is full; make room and try again")
        return WRONG_INPUT
    return DONE


def _close_stdout() -> None:
    """Let what Python still wants to write at its end go into nothing."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
