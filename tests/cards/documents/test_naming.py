"""Names of files that can be shown."""

from __future__ import annotations

import pytest

from cards.documents.naming import deceives, name_from, shown


@pytest.mark.parametrize(
    ("stored", "name"),
    [
        ("群众路线.txt".encode("gb18030"), "群众路线.txt"),
        ("群众路线.txt".encode(), "群众路线.txt"),
        (b"a.md", "a.md"),
        (b"\xff\x81.txt", "\ufffd\ufffd.txt"),
    ],
    ids=["GB18030", "UTF-8", "short", "neither"],
)
def test_a_name_in_any_encoding_is_text(stored: bytes, name: str) -> None:
    assert name_from(stored) == name


@pytest.mark.parametrize("name", ["a\u202etxt.exe", "a\nb.txt", "a\0.txt", "\u2066a.txt"])
def test_a_name_that_is_read_as_another_deceives(name: str) -> None:
    assert deceives(name)


@pytest.mark.parametrize("name", ["群众路线（一）.txt", "Übung 3 – part.md", "a.b.c", ""])
def test_a_common_name_does_not_deceive(name: str) -> None:
    assert not deceives(name)
    assert shown(name) == name


def test_what_cannot_be_seen_is_shown_as_a_number() -> None:
    assert shown("a\u202etxt.exe\n") == "a<202e>txt.exe<000a>"
