"""What is said on a terminal beside results: messages, one line of progress, a question for a password."""

from __future__ import annotations

import shutil
import sys

import click

_CLEAR = "\r\x1b[K"

# Whether a line of progress stands on the terminal, which the next message takes the place of.
_standing = False


def say(message: str) -> None:
    """Tell the user something that is not the result: it goes to stderr."""
    _clear()
    click.echo(message, err=True)


def show_progress(line: str) -> None:
    """Show how far the work is, in the place of what was shown before; on a terminal only."""
    global _standing
    if sys.stderr.isatty():
        click.echo(_CLEAR + line[: shutil.get_terminal_size().columns - 1], err=True, nl=False)
        _standing = True


def ask_password(question: str) -> str | None:
    """Return what the user types unseen; None where nobody is there to be asked."""
    _clear()
    if not sys.stdin.isatty():
        return None
    answer: str = click.prompt(question, hide_input=True, default="", show_default=False, err=True)
    return answer or None


def _clear() -> None:
    global _standing
    if _standing:
        click.echo(_CLEAR, err=True, nl=False)
        _standing = False
