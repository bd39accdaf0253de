"""What goes between a process and its confined child."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards.documents.confined.messages import Message, NotAMessageError, is_plain, pieces_of, read_message

VALUES = st.none() | st.booleans() | st.integers() | st.text()


def reading(content: bytes) -> Callable[[int], bytes]:
    file = io.BytesIO(content)

    def read(size: int) -> bytes:
        got = file.read(size)
        if len(got) < size:
            raise EOFError
        return got

    return read


@given(st.dictionaries(st.text(), VALUES), st.lists(st.binary(), max_size=3))
def test_what_is_written_is_read(fields: dict[str, object], contents: list[bytes]) -> None:
    message = Message(fields, tuple(contents))
    written = b"".join(pieces_of(message))
    assert read_message(reading(written), most_bytes=2**20) == message


def test_half_a_surrogate_pair_comes_through() -> None:
    message = Message({"text": "a\ud800\0"})
    assert read_message(reading(b"".join(pieces_of(message))), most_bytes=100) == message


@given(st.binary(max_size=60))
def test_anything_else_is_no_message(content: bytes) -> None:
    with pytest.raises((NotAMessageError, EOFError)):
        read_message(reading(content), most_bytes=1000)


@pytest.mark.parametrize(
    "text", [b"[]", b"{}", b'{"fields":1,"sizes":[]}', b'{"fields":{},"sizes":[-1]}', b"["]
)
def test_json_of_another_shape_is_no_message(text: bytes) -> None:
    with pytest.raises(NotAMessageError):
        read_message(reading(len(text).to_bytes(8, "big") + text), most_bytes=1000)


@pytest.mark.parametrize("message", [Message({"a": "x" * 100}), Message({}, (bytes(100),))])
def test_a_message_beyond_the_bound_is_not_taken_in(message: Message) -> None:
    with pytest.raises(NotAMessageError, match="are more than 99"):
        read_message(reading(b"".join(pieces_of(message))), most_bytes=99)


@pytest.mark.parametrize(
    "sentence", ["", "{name}: page {page} is blank", "byte 0x{byte:02x}", "{{}} is said"]
)
def test_a_sentence_with_names_is_plain(sentence: str) -> None:
    assert is_plain(sentence)


@pytest.mark.parametrize(
    "sentence",
    ["{name:>999999999}", "{name.__class__}", "{name[0]}", "{name!r}", "{", "{0}", "{}", "{a:{b}}"],
)
def test_a_sentence_that_would_do_more_is_not(sentence: str) -> None:
    assert not is_plain(sentence)
