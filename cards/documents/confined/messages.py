"""What goes between a process and its confined child.

A message is eight bytes, the length of a JSON text in ASCII; that text, {"fields": {...}, "sizes": [...]}; and as many
contents, plain bytes, as there are sizes. Nothing in it can be run, unlike a pickle.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from string import Formatter
from typing import Any

_LENGTH = struct.Struct(">Q")


@dataclass(frozen=True, slots=True)
class Message:
    """Some JSON values by name, and contents that are no text."""

    fields: dict[str, Any] = field(default_factory=dict)
    contents: tuple[bytes, ...] = ()


class NotAMessageError(Exception):
    """What came is no message, or longer than agreed."""


def pieces_of(message: Message) -> Iterator[bytes]:
    """Return the message's bytes in pieces, so that contents need not be copied."""
    sizes = [len(content) for content in message.contents]
    # Escaped to ASCII: UTF-8 has no lone surrogates.
    text = json.dumps({"fields": message.fields, "sizes": sizes}, separators=(",", ":")).encode("ascii")
    yield _LENGTH.pack(len(text)) + text
    yield from message.contents


def read_message(read: Callable[[int], bytes], *, most_bytes: int) -> Message:
    """Return the next message; `read` gives exactly as many bytes as it is asked for, or raises EOFError.

    Raises NotAMessageError where something else comes, or more than `most_bytes`.
    """
    (length,) = _LENGTH.unpack(read(_LENGTH.size))
    _check(length, most_bytes)
    try:
        said = json.loads(read(length))
        fields, sizes = dict(said["fields"]), [int(size) for size in said["sizes"]]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise NotAMessageError("no message") from error
    if any(size < 0 for size in sizes):
        raise NotAMessageError("no message")
    _check(length + sum(sizes), most_bytes)
    return Message(fields, tuple(read(size) for size in sizes))


def is_plain(sentence: str) -> bool:
    """Tell whether the sentence has nothing but names and short formats in braces ("{name}", "{byte:02x}").

    What a child says is formatted by its parent: "{name:>999999999}" would fill the memory.
    """
    try:
        parts = list(Formatter().parse(sentence))
    except ValueError:
        return False
    return all(
        name is None or (name.isidentifier() and format_ in ("", "02x") and conversion is None)
        for _, name, format_, conversion in parts
    )


def _check(length: int, most_bytes: int) -> None:
    if length > most_bytes:
        raise NotAMessageError(f"{length} bytes are more than {most_bytes}")
