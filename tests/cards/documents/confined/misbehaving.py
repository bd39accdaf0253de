"""A confined program that does what it is asked to, however bad."""

from __future__ import annotations

import ctypes
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cards.documents.confined.inside import Ask, serve
from cards.documents.confined.messages import Message
from cards.errors import CardsError


def do(request: Message, ask: Ask) -> Message:
    """Answer with what came of doing it."""
    return DEEDS[request.fields["do"]](request, ask)


def refuse(request: Message, ask: Ask) -> Message:
    raise CardsError("{name}: page {page} is blank", name="a.pdf", page=3)


def inflate(request: Message, ask: Ask) -> Message:
    """Refuse in a sentence that would fill the parent's memory."""
    raise _SlyError(name="a.pdf")


class _SlyError(CardsError):
    def __init__(self, **values: object) -> None:
        super().__init__("{name}", **values)
        self.sentence = "{name:>9999999999}"


def blunder(request: Message, ask: Ask) -> Message:
    raise KeyError("heading")


def crash(request: Message, ask: Ask) -> Message:
    ctypes.string_at(0)
    return Message()


def allocate(request: Message, ask: Ask) -> Message:
    return Message({}, (bytes(request.fields["bytes"]),))


def recurse(request: Message, ask: Ask) -> Message:
    return recurse(request, ask)


def spin(request: Message, ask: Ask) -> Message:
    # One call of C, which no signal handler of Python's would interrupt.
    return Message({"sum": sum(range(10**12))})


def hang(request: Message, ask: Ask) -> Message:
    """Stay until the end of the named pipe's other side, which never comes."""
    with open(request.fields["pipe"], "rb") as pipe:  # noqa: PTH123
        pipe.read()
    return Message()


def talk(request: Message, ask: Ask) -> Message:
    print("Parser warning: object 7 0 R is damaged")
    sys.stderr.write("fatal: no fonts\n")
    os.write(1, b"xref\n")
    os.write(2, b"xref\n")
    return Message({"said": True})


def inquire(request: Message, ask: Ask) -> Message:
    return Message({}, ask(Message({"asks": "images/a.png"})).contents)


def echo(request: Message, ask: Ask) -> Message:
    return Message(request.fields, request.contents)


def tell_environment(request: Message, ask: Ask) -> Message:
    return Message({"environment": dict(os.environ), "files": len(os.listdir("/dev/fd"))})  # noqa: PTH208


def try_everything(request: Message, ask: Ask) -> Message:
    """Tell which of these deeds could be done, as their names."""
    place = Path(request.fields["folder"])
    system = ctypes.CDLL(None)

    def connect() -> object:
        return socket.create_connection(("127.0.0.1", 9))

    def run() -> object:
        return subprocess.run(["true"], check=True)

    def write() -> object:
        return (place / "new.txt").write_text("new")

    def append() -> object:
        return (place / "kept.txt").open("ab").write(b"more")

    def remove() -> None:
        (place / "kept.txt").unlink()

    def rename() -> object:
        return (place / "kept.txt").rename(place / "other.txt")

    def connect_below() -> object:
        return None if system.socket(2, 1, 0) >= 0 else os.strerror(_fail())

    def remove_below() -> object:
        return None if system.unlink(str(place / "kept.txt").encode()) == 0 else os.strerror(_fail())

    def kill_below() -> object:
        return None if system.kill(os.getppid(), 0) == 0 else os.strerror(_fail())

    deeds = (connect, run, write, append, remove, rename, connect_below, remove_below, kill_below)
    return Message({"done": [deed.__name__ for deed in deeds if _is_done(deed)]})


def _fail() -> int:
    raise PermissionError


def _is_done(deed: Callable[[], object]) -> bool:
    try:
        deed()
    except OSError:
        return False
    return True


DEEDS: dict[str, Callable[[Message, Ask], Message]] = {
    deed.__name__: deed
    for deed in (
        refuse,
        inflate,
        blunder,
        crash,
        allocate,
        recurse,
        spin,
        hang,
        talk,
        inquire,
        echo,
        tell_environment,
        try_everything,
    )
}


def arguments(deed: Callable[..., Any], **fields: Any) -> Message:
    """Return the request to do it."""
    return Message({"do": deed.__name__, **fields})


if __name__ == "__main__":
    serve(do)
