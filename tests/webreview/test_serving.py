"""Ports and names: where the reviewer listens and what it answers to."""

from __future__ import annotations

import socket

import pytest

from cards.errors import CardsError
from webreview import serving


def test_any_free_port_is_taken_and_named() -> None:
    with serving.listen("127.0.0.1", 0) as listening:
        port = listening.getsockname()[1]
        assert serving.address_of(listening, "127.0.0.1") == f"http://127.0.0.1:{port}"
        with pytest.raises(CardsError, match=f"port {port} is in use, perhaps by another kapian"):
            serving.listen("127.0.0.1", port)


def test_an_ipv6_address_stands_in_brackets() -> None:
    with serving.listen("127.0.0.1", 0) as listening:
        assert serving.address_of(listening, "fe80::1").startswith("http://[fe80::1]:")
    assert serving.names_of("fe80::1") == {"[fe80::1]"}


def test_who_listens_on_every_address_is_asked_for_by_the_machines_name() -> None:
    assert socket.gethostname() in serving.names_of("0.0.0.0")
    assert "192.168.1.5" not in serving.names_of("127.0.0.1")


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("127.0.0.1", True),
        ("localhost", True),
        ("::1", True),
        ("0.0.0.0", False),
        ("::", False),
        ("192.168.1.5", False),
    ],
)
def test_pages_are_fetched_for_this_machine_alone_unless_that_is_allowed(host: str, own: bool) -> None:
    assert serving.is_own(host) is own
