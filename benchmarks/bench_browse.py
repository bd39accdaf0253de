"""Searches and pages over 100,000 cards of 400 documents with a million answers, as the server answers them.

The peer of searches is Anki's own engine, asked in process for the ids that the same search finds (`find_cards`); ours
parses, finds, sorts, and gives the first 50 cards with all that a row shows. Pages are asked for over ASGI, without a
network; the peer of statistics is Anki's `graphs` of a year, which gives numbers and no page. A time is the longest of
20 runs but one.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

from starlette.testclient import TestClient

from benchmarks.large import DOCUMENTS, fill
from benchmarks.large_anki import fill_anki
from benchmarks.measure import Row
from webreview import clock
from webreview.app import create_app
from webreview.collection import ME, finding
from webreview.collection.store import Collection
from webreview.search import parse
from webreview.settings import Settings

TIMES = 20

# Ours and what Anki calls the same.
SEARCHES = (
    ("two Chinese characters", "光合", "光合"),
    ("words that every card has", "关系", "关系"),
    ("words, but without some", "光合 -基因", "光合 -基因"),
    ("a deck", 'deck:"学科 01"', 'deck:"学科 01"'),
    ("a tag", "tag:exam", "tag:exam"),
    ("all cards", "", ""),
)


def measure() -> Iterator[Row]:
    now = clock.now()
    with tempfile.TemporaryDirectory() as folder:
        fill(Path(folder, "c.sqlite"), now=now)
        anki = fill_anki(Path(folder, "anki.anki2"), now=now, documents=DOCUMENTS)
        with Collection.open(Path(folder, "c.sqlite")) as collection:
            for name, ours, peer in SEARCHES:
                times = _p95_in_turn(_search(collection, ours, now), partial(anki.find_cards, peer))
                yield Row(f"search 100,000 cards for {name}, 95 of 100 within", *times, "ms", "anki")
            client = TestClient(
                create_app(collection, Settings(), now=lambda: now), base_url="http://127.0.0.1"
            )
            graphs = partial(anki._backend.graphs, search="", days=365)
            for name, address, peer_name, asked in (
                ("home", "/", "anki find_cards", partial(anki.find_cards, "")),
                ("browse", "/browse", "anki find_cards", partial(anki.find_cards, "")),
                ("statistics of a year", "/statistics", "anki graphs", graphs),
            ):
                times = _p95_in_turn(partial(client.get, address), asked)
                yield Row(f"{name} page, 1M answers, 95 of 100 within", *times, "ms", peer_name)
        anki.close()


def _search(collection: Collection, search: str, now: datetime) -> Callable[[], object]:
    return lambda: finding.find(collection, ME, parse(search), now=now, most=50)


def _p95_in_turn(ours: Callable[[], object], peer: Callable[[], object]) -> tuple[float, float]:
    """Return the milliseconds that 95 of 100 runs of each stay below; the first ones, which warm up, do not count."""
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(TIMES + 1):
        for run, into in zip((ours, peer), taken, strict=True):
            begun = time.perf_counter()
            run()
            into.append(1000 * (time.perf_counter() - begun))
    return sorted(taken[0][1:])[-2], sorted(taken[1][1:])[-2]
