"""Answers a second over HTTP against a handler of the same server that only parses and replies.

Both run in one process under uvicorn, as kapian serves itself, and are asked by the same client over one kept
connection, in turn. An answer of ours is on disk before its reply; the bare handler stores nothing, so the ratio
is the price of keeping answers, not of serving them.
"""

from __future__ import annotations

import http.client
import json
import secrets
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from benchmarks.measure import Row, seconds_in_turn
from benchmarks.reviewing import card_of, reviewer_of, served

ANSWERS = 400
TIMES = 3
OF_THE_OUTBOX = 20
CARDS = 2 * TIMES * ANSWERS


def measure() -> Iterator[Row]:
    with reviewer_of(CARDS) as app, served(app) as ours, served(_bare()) as bare:
        # Each card is answered once, as in a day's review.
        ours_cards, bare_cards = count(), count()
        for batch, name in ((1, "one a request"), (OF_THE_OUTBOX, f"{OF_THE_OUTBOX} a request")):
            ours_seconds, bare_seconds = seconds_in_turn(
                _answering(ours, ours_cards, batch), _answering(bare, bare_cards, batch), times=TIMES
            )
            yield Row(
                f"answers over HTTP, {name}",
                ANSWERS / ours_seconds,
                ANSWERS / bare_seconds,
                "/s",
                "bare handler",
            )


def _bare() -> Starlette:
    async def reply(request: Request) -> JSONResponse:
        sent = await request.json()
        return JSONResponse({"results": [{"id": entry["id"]} for entry in sent["entries"]]})

    return Starlette(routes=[Route("/api/v1/entries", reply, methods=["POST"])])


def _answering(address: str, cards: Iterator[int], batch: int) -> Callable[[], None]:
    def run() -> None:
        connection = _connection(address)
        for _ in range(ANSWERS // batch):
            entries = [_entry(card_of(next(cards))) for _ in range(batch)]
            body = json.dumps({"entries": entries})
            connection.request("POST", "/api/v1/entries", body, {"Content-Type": "application/json"})
            reply = connection.getresponse()
            answer = reply.read()
            assert reply.status == 200, answer

    return run


def _entry(card: str) -> dict[str, Any]:
    now = datetime.fromtimestamp(time.time(), UTC)
    return {
        "kind": "answered",
        "id": secrets.token_hex(16),
        "at": now.isoformat(),
        "card": card,
        "rating": 3,
        "due": (now + timedelta(minutes=10)).isoformat(),
        "took_ms": 2000,
        "seen": 0,
    }


def _connection(address: str) -> http.client.HTTPConnection:
    return http.client.HTTPConnection(address.removeprefix("http://"))
