"""Addresses -> what is there, from real servers; nothing else on this machine or network is ever asked."""

from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Callable

import pytest

from cards.documents.addresses import is_public
from cards.documents.online import Fetched
from cards.documents.web import MOST_BYTES, fetch
from cards.errors import CardsError
from tests.cards.documents.web.servers import PAGE, Answer, always, only_here, page, site


def _resolving(**hosts: list[str]) -> Callable[[str, int], list[str]]:
    """Return a way to resolve that knows these hosts ("_" stands for ".") and numeric addresses."""
    known = {name.replace("_", "."): addresses for name, addresses in hosts.items()}

    def resolve(host: str, port: int) -> list[str]:
        return known.get(host, [host])

    return resolve


def _led(paths: dict[str, str]) -> Answer:
    """Answer each of the paths with a redirect, others with the page."""

    def answer(connection: socket.socket, path: str) -> None:
        there = (
            page(b"", status="302 Found", Location=paths[path], Set_Cookie="a=b")
            if path in paths
            else page(PAGE)
        )
        connection.sendall(there)

    return answer


def _fetch(port: int, path: str = "/", *, seconds: float = 20, **hosts: list[str]) -> Fetched:
    resolve = _resolving(**({"site_test": ["127.0.0.1"]} | hosts))
    return fetch(f"http://site.test:{port}{path}", allowed=only_here, resolve=resolve, seconds=seconds)


def _refusal(answer: Answer, path: str = "/", *, seconds: float = 20, **hosts: list[str]) -> str:
    with site(answer) as there, pytest.raises(CardsError) as refused:
        _fetch(there.port, path, seconds=seconds, **hosts)
    assert "\n" not in str(refused.value)
    return str(refused.value).partition(f":{there.port}{path}: ")[2]


def test_a_page_is_fetched_by_its_checked_address_under_its_own_name() -> None:
    with site(always(page(PAGE))) as there:
        fetched = _fetch(there.port, "/a?b=c#d")

    assert (fetched.content, fetched.type, fetched.charset) == (PAGE, "text/html", "utf-8")
    assert there.requests[0].startswith("GET /a?b=c HTTP/1.1\r\n")
    assert f"Host: site.test:{there.port}\r\n" in there.requests[0]


def test_a_host_is_called_by_its_name_in_tls_too() -> None:
    with site(always(b"")) as there, pytest.raises(CardsError, match="cannot be reached"):
        fetch(
            f"https://site.test:{there.port}/", allowed=only_here, resolve=_resolving(site_test=["127.0.0.1"])
        )

    assert "site.test" in there.requests[0]


def test_a_packed_page_is_unpacked() -> None:
    with site(always(page(gzip.compress(PAGE), Content_Encoding="gzip"))) as there:
        assert _fetch(there.port).content == PAGE


@pytest.mark.parametrize(
    "addresses",
    [["10.0.0.1"], ["127.0.0.1", "10.0.0.1"], ["127.0.0.1", "::1"], ["169.254.169.254"], ["no address"]],
)
def test_a_host_with_any_address_that_is_not_allowed_is_not_asked(addresses: list[str]) -> None:
    with site(always(page(PAGE))) as there, pytest.raises(CardsError, match="not on the public network"):
        _fetch(there.port, site_test=addresses)

    assert there.requests == []


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.53/",
        "http://169.254.169.254/latest/",
        "http://[::1]/",
        "http://evil.test/",
        "//10.1.2.3/x",
    ],
)
def test_a_redirect_to_a_machine_that_is_not_allowed_is_not_followed(address: str) -> None:
    assert "not on the public network" in _refusal(_led({"/": address}), evil_test=["192.168.0.1"])


def test_a_host_is_resolved_again_at_each_redirect() -> None:
    answers = [["127.0.0.1"], ["10.0.0.1"]]
    with site(_led({"/": "/on"})) as there, pytest.raises(CardsError, match="not on the public network"):
        fetch(f"http://site.test:{there.port}/", allowed=only_here, resolve=lambda host, port: answers.pop(0))

    assert len(there.requests) == 1


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("file:///etc/passwd", "only addresses that begin with http:// or https://"),
        ("ftp://site.test/", "only addresses that begin with http:// or https://"),
        ("http://a:b@site.test/", "an address with a name or password in it"),
        ("http://[::1", "no address"),
        ("http://site.test:99999/", "no address"),
    ],
)
def test_a_redirect_to_what_is_no_open_page_is_refused(address: str, sentence: str) -> None:
    assert sentence in _refusal(_led({"/": address}))


def test_five_redirects_are_followed_without_cookies() -> None:
    with site(_led({f"/{i}": f"/{i + 1}" for i in range(5)})) as there:
        assert _fetch(there.port, "/0").address.endswith("/5")

    assert len(there.requests) == 6
    assert not any("cookie" in request.lower() for request in there.requests)


def test_six_redirects_are_too_many() -> None:
    assert "without end" in _refusal(_led({"/": "/"}))


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (page(b"", status="404 Not Found"), "there is no such page (404)"),
        (page(b"", status="403 Forbidden"), "the site shows this page only to those whom it knows (403)"),
        (page(b"", status="503 Busy"), "the site answers with an error (503); try again later"),
        (page(b"", status="304 Not Modified"), "the site answers with an error (304)"),
        (page(b"short", Content_Length="99"), "the site cannot be reached, or broke off in the middle"),
        (b"", "the site cannot be reached, or broke off in the middle"),
        (b"no HTTP at all\r\n\r\n", "the site cannot be reached, or broke off in the middle"),
        (page(PAGE, Content_Encoding="br"), "the site packs its page in a way that nobody asked for (br)"),
        (page(PAGE, Content_Encoding="gzip"), "what the site sent is damaged"),
        (page(gzip.compress(PAGE)[:-9], Content_Encoding="gzip"), "what the site sent is damaged"),
        (
            page(gzip.compress(b"\0" * (2 * MOST_BYTES)), Content_Encoding="gzip"),
            "the site sends more than 32 MB",
        ),
    ],
    ids=["404", "403", "503", "304", "length", "nothing", "garbage", "brotli", "not packed", "cut", "bomb"],
)
def test_what_cannot_be_read_is_one_sentence(answer: bytes, sentence: str) -> None:
    assert _refusal(always(answer)).startswith(sentence)


def test_an_endless_page_is_refused() -> None:
    def endlessly(connection: socket.socket, path: str) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while True:
            connection.sendall(b"x" * 65536)

    assert _refusal(endlessly).startswith("the site sends more than 32 MB")


def test_endless_headers_are_refused() -> None:
    def endlessly(connection: socket.socket, path: str) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n")
        while True:
            connection.sendall(b"X-Header: " + b"x" * 65536 + b"\r\n")

    assert "broke off" in _refusal(endlessly)


def test_a_site_that_hangs_is_left() -> None:
    done = threading.Event()

    def hang(connection: socket.socket, path: str) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab")
        done.wait()

    try:
        assert _refusal(hang, seconds=0.3).startswith("the site did not send the page within 0 seconds")
    finally:
        done.set()


def test_a_name_that_nobody_answers_for_is_left() -> None:
    done = threading.Event()

    def hang(host: str, port: int) -> list[str]:
        done.wait()
        return []

    with pytest.raises(CardsError, match="did not send the page within"):
        fetch("http://site.test/", allowed=only_here, resolve=hang, seconds=0.2)
    done.set()


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://2130706433/",
        "http://0x7f000001/", "http://0x7f.1/", "http://127.1/", "http://0/", "http://0.0.0.0/", "http://10.1.2.3/",
        "http://172.16.0.1/", "http://192.168.1.1/", "http://100.64.0.1/", "http://169.254.169.254/",
        "http://224.0.0.1/", "http://255.255.255.255/", "http://[fe80::1]/", "http://[fd00::1]/", "http://[ff02::1]/",
        "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/",
    ],
)  # fmt: skip
def test_machines_that_are_not_public_are_not_asked_however_they_are_written(address: str) -> None:
    with pytest.raises(CardsError, match=r"not on the public network|cannot be reached"):
        fetch(address)


@pytest.mark.parametrize(
    "address", ["http://0177.0.0.1/", "http://user@site.test/", "http://", "http://a b:c/"]
)
def test_odd_addresses_are_refused(address: str) -> None:
    with pytest.raises(CardsError):
        fetch(address, allowed=only_here, resolve=_resolving())


@pytest.mark.parametrize(
    ("address", "public"),
    [
        *[(one, True) for one in ("93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946")],
        *[
            (one, False)
            for one in ("127.0.0.1", "10.0.0.1", "192.0.2.1", "100.64.0.1", "0.0.0.0", "240.0.0.1")
        ],
        *[
            (one, False)
            for one in ("::1", "::", "::ffff:8.8.8.8", "::8.8.8.8", "fe80::1%eth0", "fec0::1", "2001::1")
        ],
        *[(one, False) for one in ("64:ff9b::808:808", "2002:808:808::1", "", "site.test", "0x7f.1")],
    ],
)
def test_an_address_is_public_or_not(address: str, public: bool) -> None:
    assert is_public(address) is public
