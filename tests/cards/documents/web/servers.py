"""Real servers on this machine that answer as strangers may."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

Answer = Callable[[socket.socket, str], None]

PAGE = (
    "<title>水的循环 - 某网</title><article><h1>水的循环</h1><p>蒸发是液体变成气体的过程。</p></article>"
).encode()


@dataclass(frozen=True, slots=True)
class Site:
    """A server on `port`; `requests` are the heads of the requests that came."""

    port: int
    requests: list[str] = field(default_factory=list)


@contextmanager
def site(answer: Answer) -> Iterator[Site]:
    """Serve on this machine; `answer` is given the connection and the path that is asked for."""
    listening = socket.create_server(("127.0.0.1", 0))
    there = Site(listening.getsockname()[1])

    def work(connection: socket.socket) -> None:
        with connection:
            try:
                head = _head(connection)
                there.requests.append(head)
                answer(connection, head.split(" ")[1] if " " in head else "")
            except OSError:
                # Whoever asked has gone.
                return

    def serve() -> None:
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            threading.Thread(target=work, args=(connection,), daemon=True).start()

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield there
    finally:
        listening.close()


def only_here(address: str) -> bool:
    """The address check of tests: their own servers and nothing else."""
    return address == "127.0.0.1"


def always(answer: bytes) -> Answer:
    """Answer whatever is asked for with the same."""
    return lambda connection, path: connection.sendall(answer)


def page(body: bytes, *, status: str = "200 OK", **headers: str) -> bytes:
    """Return an HTTP answer; names of headers are written with "_" for "-"."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    told = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body)), **named}
    lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in told.items())]
    return "\r\n".join([*lines, "", ""]).encode() + body


def _head(connection: socket.socket) -> str:
    head = b""
    while b"\r\n\r\n" not in head and (more := connection.recv(4096)):
        head += more
        # The first bytes of TLS are no text, and nothing follows them unanswered.
        if head[:1] == b"\x16":
            break
    return head.decode("latin-1")
