"""What guards the pages: who may be asked, who may ask, how much may be sent, and what a browser may load.

The reviewer has no login, so every other web page that the learner has open is a stranger at the door. A page on
another host must not reach us under a name of its own (DNS rebinding: the Host header), must not post forms to us
(Origin and Sec-Fetch-Site), and must not frame us or have its scripts run in our pages (the response headers).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Names under which this machine alone is reached; the port does not matter.
OWN_NAMES = frozenset({"127.0.0.1", "localhost", "[::1]"})

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Not no-referrer: browsers would then send "Origin: null" with our own forms.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


class _TooMuchError(Exception):
    """The body went past the limit while it was read."""


class Guard:
    """Let through only requests that our own pages, or programs of this machine, may make.

    `hosts` are further names under which the reviewer is served, `most_bytes` is the size of the largest body, and
    `too_much` answers a request that has a larger one.
    """

    def __init__(
        self, app: ASGIApp, *, hosts: Iterable[str], most_bytes: int, too_much: Callable[[Scope], ASGIApp]
    ) -> None:
        self._app = app
        self._hosts = OWN_NAMES | {host.lower() for host in hosts}
        self._most_bytes = most_bytes
        self._too_much = too_much

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        complaint = self._complaint(scope["method"], headers)
        if complaint is not None:
            await _refuse(*complaint)(scope, receive, _with_headers(send))
            return
        if self._says_too_much(headers):
            await self._too_much(scope)(scope, receive, _with_headers(send))
            return
        answered = False

        async def watch(message: Message) -> None:
            nonlocal answered
            answered = True
            await _with_headers(send)(message)

        try:
            await self._app(scope, self._counted(receive), watch)
        except _TooMuchError:
            if not answered:
                await self._too_much(scope)(scope, receive, _with_headers(send))

    def _complaint(self, method: str, headers: Headers) -> tuple[int, str] | None:
        host = headers.get("host", "")
        if _name(host) not in self._hosts:
            return (
                421,
                f"{host or 'no host'}: the reviewer is not served under this name; open it by its own address",
            )
        if method in SAFE_METHODS:
            return None
        if not _same_origin(headers):
            return 403, "this request came from another site; open the reviewer itself and do it there"
        return None

    def _says_too_much(self, headers: Headers) -> bool:
        length = headers.get("content-length", "0")
        return length.isdigit() and int(length) > self._most_bytes

    def _counted(self, receive: Receive) -> Receive:
        got = 0

        async def count() -> Message:
            nonlocal got
            message = await receive()
            got += len(message.get("body", b""))
            if got > self._most_bytes:
                raise _TooMuchError
            return message

        return count


def _name(host: str) -> str:
    """Return the host without its port, in lower case; an IPv6 address keeps its brackets."""
    if host.startswith("["):
        return host.partition("]")[0].lower() + "]"
    return host.partition(":")[0].lower()


def _same_origin(headers: Headers) -> bool:
    """Tell whether a request that changes something was made by one of our pages or by no browser at all.

    "same-site" does not do: every port of localhost is one site.
    """
    site = headers.get("sec-fetch-site")
    if site is not None and site not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc.lower() == headers.get("host", "").lower()


def _refuse(status: int, sentence: str) -> PlainTextResponse:
    return PlainTextResponse(sentence + "\n", status)


def _with_headers(send: Send) -> Send:
    async def add(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return add
