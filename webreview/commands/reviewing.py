"""kapian review and serve: the reviewer on a port of this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import click

from cards import terminal
from cards.cli import DOCUMENTS, making_options
from cards.how import How
from cards.terminal import say
from webreview.commands.opening import begun, keep_each, open_collection

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from webreview.collection.store import Collection
    from webreview.home import Home

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
    allow = click.option(
        "--allow-urls",
        is_flag=True,
        help="Let pages of the web be added by address also when others in your network reach the reviewer.",
    )
    return port(host(allow(command)))


@click.command(
    short_help="Make cards and review them in the browser.",
    epilog="""\b
Examples:
  kapian review notes.txt
  kapian review chapters/ --density dense --no-open --port 8800""",
)
@DOCUMENTS
@making_options
@click.option("--open/--no-open", "opens", default=True, show_default=True, help="Open the browser.")
@serving_options
@click.pass_obj
def review(
    home: Home,
    documents: tuple[str, ...],
    how: How,
    opens: bool,
    port: int,
    host: str,
    allow_urls: bool,
) -> None:
    """Make cards from documents, keep them, write their Anki packages, and serve the reviewer until Ctrl-C.

    Doing it again adds only what is new: cards that you know keep their schedule.
    """
    from cards.intake import Taking
    from webreview import serving

    # The port first: it would be a pity to say after the work that it is taken.
    with serving.listen(host, port) as listening:
        taking = Taking(documents, how, terminal)
        intakes = begun(taking)
        with open_collection(home) as collection:
            kept = list(keep_each(collection, intakes, accepted=True, many=taking.many))
            address = serving.address_of(listening, host)
            _write_packages(collection, home, [one.deck for one in kept], address)

            fetches = allow_urls or serving.is_own(host)
            serving.serve(
                collection, listening, host=host, fetches=fetches, opened=_ready(address, opens=opens)
            )
    taking.check_complete()


@click.command(
    short_help="Serve the reviewer.",
    epilog="""\b
Examples:
  kapian serve --open
  kapian serve --port 8800
  kapian --data ~/study serve""",
)
@click.option("--open/--no-open", "opens", default=False, show_default=True, help="Open the browser.")
@serving_options
@click.pass_obj
def serve(home: Home, opens: bool, port: int, host: str, allow_urls: bool) -> None:
    """Serve the reviewer of the collection until Ctrl-C."""
    from webreview import serving

    with serving.listen(host, port) as listening, open_collection(home) as collection:
        address = serving.address_of(listening, host)
        fetches = allow_urls or serving.is_own(host)
        serving.serve(collection, listening, host=host, fetches=fetches, opened=_ready(address, opens=opens))


def _ready(address: str, *, opens: bool) -> Callable[[], None]:
    """Return what is done when the reviewer answers: its address is told, and opened where that is wanted."""
    from webreview import serving

    def ready() -> None:
        say(f"review at {address}/ (Ctrl-C ends it)")
        if opens:
            serving.open_browser(f"{address}/")

    return ready


def _write_packages(collection: Collection, home: Home, decks: Sequence[str], address: str) -> None:
    """Write one package a deck, whose links lead to the reviewer at the address."""
    from cards.errors import CardsError
    from cards.files import write_whole
    from webreview.keeping import accepted_decks, package_of

    try:
        home.decks.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CardsError(
            f"{home.decks}: cannot be made ({error.strerror}); name another folder with --data"
        ) from error
    for deck in accepted_decks(collection, names=decks):
        path = home.package_of(deck.name)
        write_whole(path, package_of(collection, [deck], link_base=address).content)
        say(f"{path}: the deck for Anki")
