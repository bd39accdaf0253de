"""The reviewer on a port of this machine."""

from __future__ import annotations

import errno
import ipaddress
import os
import signal
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable
from contextlib import suppress

import uvicorn

from cards.documents import document_on_web
from cards.errors import CardsError
from webreview import clock
from webreview.app import create_app
from webreview.collection.store import Collection
from webreview.settings import Settings

EVERY_ADDRESS = ("0.0.0.0", "::")


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that takes connections from now on; port 0 is any free one.

    Raises CardsError when the port is taken or may not be used, or the host is not an address of this machine.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        # A port whose last server ended a moment ago is free, but on Windows the option would share a taken one.
        if sys.platform != "win32":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(128)
    except OSError as error:
        listening.close()
        raise CardsError(_why_not(host, port, error)) from error
    return listening


def address_of(listening: socket.socket, host: str) -> str:
    """Return the address to open in a browser."""
    name = _address_in_network() if host in EVERY_ADDRESS else host
    return f"http://{_in_addresses(name)}:{listening.getsockname()[1]}"


def names_of(host: str) -> frozenset[str]:
    """Return the names under which a reviewer that listens on `host` is asked for."""
    names = (host, socket.gethostname(), _address_in_network()) if host in EVERY_ADDRESS else (host,)
    return frozenset(map(_in_addresses, names))


def is_own(host: str) -> bool:
    """Tell whether a reviewer that listens on `host` is reached from this machine alone."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def serve(
    collection: Collection,
    listening: socket.socket,
    *,
    host: str,
    fetches: bool,
    opened: Callable[[], None] = lambda: None,
) -> None:
    """Serve the reviewer until it is interrupted; `opened` is called when it answers.

    `fetches` says that learners may add pages of the web by their addresses.
    """
    app = create_app(
        collection,
        Settings(time_zone=clock.time_zone()),
        hosts=names_of(host),
        fetch=document_on_web if fetches else None,
    )
    server = uvicorn.Server(
        uvicorn.Config(app, log_level="warning", server_header=False, timeout_graceful_shutdown=2)
    )
    # uvicorn shuts down on a signal and then raises it again: SIGTERM shall end like Ctrl-C, the collection closed.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    # The socket listens already: whoever connects now waits for the server's first breath.
    opened()
    with suppress(KeyboardInterrupt):
        server.run(sockets=[listening])


def open_browser(address: str) -> None:
    """Open the address in the learner's browser, where there is a screen for one."""
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        # A browser for terminals would take this terminal over.
        return
    threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()


def _why_not(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {port} is in use, perhaps by another kapian; choose another with --port"
    if error.errno == errno.EACCES:
        return f"port {port} may not be used by you; choose one above 1023 with --port"
    return f"{host} is not an address of this machine ({error.strerror or error}); choose another with --host"


def _in_addresses(name: str) -> str:
    """Return the name as addresses write it: IPv6 stands in brackets."""
    return f"[{name}]" if ":" in name else name


def _address_in_network() -> str:
    """Return this machine's address on the way out; nothing is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe, suppress(OSError):
        # An address that documentation may use: no such machine exists.
        probe.connect(("192.0.2.1", 9))
        return str(probe.getsockname()[0])
    return "127.0.0.1"
