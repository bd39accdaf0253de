"""An address on the web -> the bytes there. No other file opens the network.

A page is a stranger, and so is every address that it leads to: only public machines are asked, the very address that
was checked is connected to, and time and size are bounded as a whole.
"""

from __future__ import annotations

import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import httpcore2
import httpx2

from cards.documents.addresses import Allowed, is_public
from cards.documents.naming import shown
from cards.documents.online import Fetched
from cards.errors import CardsError

Resolve = Callable[[str, int], list[str]]

SECONDS = 20.0
MOST_BYTES = 32 * 2**20
MOST_REDIRECTS = 5

_REDIRECTS = (301, 302, 303, 307, 308)
_HEADERS = (
    ("User-Agent", "kapian (reads one page for a learner)"),
    ("Accept", "text/html,application/xhtml+xml,text/*;q=0.9,*/*;q=0.5"),
    ("Accept-Encoding", "gzip"),
)
_CHUNK = 2**16
_LAST_PORT = 65535


def resolved(host: str, port: int) -> list[str]:
    """Return the numeric addresses of a host, as the system knows them; OSError where there are none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(place[0]) for *_, place in found))


def fetch(
    address: str, *, allowed: Allowed = is_public, resolve: Resolve = resolved, seconds: float = SECONDS
) -> Fetched:
    """Return what is at a web address.

    Every address of a host must be `allowed`, also those of at most five redirects. Cookies, credentials and this
    machine's proxies are not used. Raises `CardsError` where there is nothing to read, where it is not sent within
    the seconds in all, and where it is more than 32 MB, unpacked.
    """
    asked = shown(address)
    network = _Network(allowed=allowed, resolve=resolve, until=time.monotonic() + seconds, asked=asked)
    try:
        for _ in range(MOST_REDIRECTS + 1):
            url = _url(address, asked)
            # One connection a step: none is left open for a host that another address may have by then.
            with (
                httpcore2.ConnectionPool(
                    ssl_context=httpx2.create_ssl_context(), network_backend=network
                ) as pool,
                pool.stream(
                    "GET", _target(url), headers=[("Host", url.netloc.decode()), *_HEADERS]
                ) as response,
            ):
                headers = {
                    name.decode("latin-1").lower(): value.decode("latin-1")
                    for name, value in response.headers
                }
                if response.status in _REDIRECTS and headers.get("location"):
                    address = _joined(url, headers["location"], asked)
                    continue
                _check_status(response.status, asked)
                content = b"".join(_unpacked(response.iter_stream(), headers, asked))
                type_, charset = _type(headers.get("content-type", ""))
                return Fetched(str(url), content, type_, charset)
    except httpcore2.TimeoutException as error:
        raise CardsError(
            "{address}: the site did not send the page within {seconds} seconds; "
            "try again later, or save the page as a file",
            address=asked,
            seconds=round(seconds),
        ) from error
    except (httpcore2.NetworkError, httpcore2.ProtocolError, httpx2.InvalidURL) as error:
        raise CardsError(
            "{address}: the site cannot be reached, or broke off in the middle; "
            "see whether the address opens in a browser",
            address=asked,
        ) from error
    raise CardsError(
        "{address}: the site leads from one address to the next without end; open it in a browser and save the page",
        address=asked,
    )


class _Network(httpcore2.SyncBackend):
    """Connects to hosts whose every address is allowed, by the address that was checked, until a point in time."""

    def __init__(self, *, allowed: Allowed, resolve: Resolve, until: float, asked: str) -> None:
        self._allowed = allowed
        self._resolve = resolve
        self._until = until
        self._asked = asked

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> _Stream:
        """See `httpcore2.NetworkBackend`."""
        addresses = self._addresses(host.strip("[]"), port)
        if not addresses or not all(map(self._allowed, addresses)):
            raise CardsError(
                "{address}: this leads to a machine that is not on the public network; kapian asks no such machine",
                address=self._asked,
            )
        for number, address in enumerate(addresses, start=1):
            try:
                return _Stream(super().connect_tcp(address, port, _left(self._until)), self._until)
            except httpcore2.ConnectError:
                if number == len(addresses):
                    raise
        raise AssertionError("a host without addresses was refused")

    def _addresses(self, host: str, port: int) -> list[str]:
        """Return the host's addresses; asking for them is waited for no longer than for anything else."""
        answers: list[list[str]] = []

        def ask() -> None:
            try:
                answers.append(self._resolve(host, port))
            except (OSError, UnicodeError):
                answers.append([])

        asking = threading.Thread(target=ask, daemon=True)
        asking.start()
        asking.join(_left(self._until))
        if not answers:
            raise httpcore2.ConnectTimeout("no answer to the host's name")
        if not answers[0]:
            raise httpcore2.ConnectError("no such host")
        return answers[0]


class _Stream(httpcore2.NetworkStream):
    """A connection whose every step has only the time that is left for all of them."""

    def __init__(self, stream: httpcore2.NetworkStream, until: float) -> None:
        self._stream = stream
        self._until = until

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """See `httpcore2.NetworkStream`."""
        return self._stream.read(max_bytes, _left(self._until))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """See `httpcore2.NetworkStream`."""
        self._stream.write(buffer, _left(self._until))

    def close(self) -> None:
        """See `httpcore2.NetworkStream`."""
        self._stream.close()

    def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> _Stream:
        """See `httpcore2.NetworkStream`."""
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, _left(self._until)), self._until)

    def get_extra_info(self, info: str) -> Any:
        """See `httpcore2.NetworkStream`."""
        return self._stream.get_extra_info(info)


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise httpcore2.ReadTimeout("no time left")
    return left


def _url(address: str, asked: str) -> httpx2.URL:
    try:
        url = httpx2.URL(address)
    except (httpx2.InvalidURL, ValueError) as error:
        raise CardsError(
            "{address}: this is no address of a page; copy it from the browser", address=asked
        ) from error
    if url.scheme not in ("http", "https") or not url.host:
        raise CardsError(
            "{address}: only addresses that begin with http:// or https:// are read", address=asked
        )
    if url.userinfo:
        raise CardsError(
            "{address}: an address with a name or password in it is not asked; give it without them",
            address=asked,
        )
    if url.port is not None and url.port > _LAST_PORT:
        raise CardsError("{address}: this is no address of a page; copy it from the browser", address=asked)
    return url.copy_with(fragment=None)


def _target(url: httpx2.URL) -> httpcore2.URL:
    """Return the same address for the connection, taken to pieces once: two parsers may read one differently."""
    return httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)


def _joined(url: httpx2.URL, location: str, asked: str) -> str:
    try:
        return str(url.join(location))
    except (httpx2.InvalidURL, ValueError) as error:
        raise CardsError("{address}: the site leads on to what is no address", address=asked) from error


def _check_status(status: int, asked: str) -> None:
    if status == 200:
        return
    if status in (404, 410):
        raise CardsError(
            "{address}: there is no such page ({status}); see the address", address=asked, status=status
        )
    if status in (401, 402, 403, 407, 451):
        raise CardsError(
            "{address}: the site shows this page only to those whom it knows ({status}); "
            "save it in a browser and give the file",
            address=asked,
            status=status,
        )
    raise CardsError(
        "{address}: the site answers with an error ({status}); try again later", address=asked, status=status
    )


def _unpacked(sent: Iterator[bytes], headers: dict[str, str], asked: str) -> Iterator[bytes]:
    """Yield what was sent, unpacked, and never hold more than a little beyond the bound."""
    packing = headers.get("content-encoding", "identity").strip().lower()
    if packing not in ("identity", "", "gzip", "x-gzip"):
        raise CardsError(
            "{address}: the site packs its page in a way that nobody asked for ({packing}); save the page as a file",
            address=asked,
            packing=packing,
        )
    unpacking = zlib.decompressobj(zlib.MAX_WBITS | 16) if "gzip" in packing else None
    size = came = 0
    for chunk in sent:
        came += len(chunk)
        rest = chunk
        while rest:
            piece = rest if unpacking is None else _piece(unpacking, rest, asked)
            rest = b"" if unpacking is None else unpacking.unconsumed_tail
            size += len(piece)
            if max(size, came) > MOST_BYTES:
                raise CardsError(
                    "{address}: the site sends more than {most} MB; save the part that you want as a file",
                    address=asked,
                    most=MOST_BYTES // 2**20,
                )
            yield piece
    if unpacking is not None and came and not unpacking.eof:
        raise CardsError("{address}: what the site sent is damaged; try again", address=asked)


def _piece(unpacking: Any, packed: bytes, asked: str) -> bytes:
    try:
        return bytes(unpacking.decompress(packed, _CHUNK))
    except zlib.error as error:
        raise CardsError("{address}: what the site sent is damaged; try again", address=asked) from error


def _type(header: str) -> tuple[str, str]:
    type_, _, options = header.partition(";")
    for option in options.split(";"):
        name, _, value = option.partition("=")
        if name.strip().lower() == "charset":
            return type_.strip().lower(), value.strip(" \t\"'").lower()
    return type_.strip().lower(), ""
