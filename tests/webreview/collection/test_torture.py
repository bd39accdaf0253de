"""Torture: processes killed while they write, and many writers at once; nothing acknowledged is lost."""

from __future__ import annotations

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from itertools import islice

from cards.progress import Answered, Entry, Rating
from tests.webreview.collection.made import MINUTE, NOW, answer, card_of, collection_with, note
from webreview.collection import ME, Collection, checking, log, study

THREADS = 8


def test_an_acknowledged_answer_outlives_the_process(database_url: str) -> None:
    with collection_with(database_url, [note("atp")]):
        pass
    acknowledged: list[str] = []
    for answers in (1, 7, 30):
        acknowledged = killed_after(answers, database_url, acknowledged)
    with Collection.open(database_url) as collection:
        stored = [entry.id for entry in log.entries_about(collection, ME, card_of("atp"))]
        assert set(acknowledged) <= set(stored)
        assert checking.check(collection, ME).problems == ()


def killed_after(answers: int, database_url: str, before: list[str]) -> list[str]:
    """Kill a process with no warning after so many answers; return all that it acknowledged, and `before`."""
    command = [sys.executable, "-m", "tests.webreview.collection.answering", database_url]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = list(islice(process.stdout, len(before) + answers))
        process.kill()
        said += process.stdout.readlines()
    # The last line may be cut short; then nobody was told of that answer.
    return [line.strip() for line in said if line.endswith("\n")]


def test_sixty_four_equal_answers_at_once_are_one(database_url: str) -> None:
    with collection_with(database_url, [note("atp")]) as collection:
        entry = answer(study.showing(collection, ME, card_of("atp"), now=NOW))
        with ThreadPoolExecutor(THREADS) as threads:
            sent = [threads.submit(log.append, collection, ME, [entry], now=NOW) for _ in range(64)]
        receipts = [receipt for future in sent for receipt in future.result()]
        assert sum(not receipt.known for receipt in receipts) == 1
        assert log.entries_about(collection, ME, card_of("atp")) == (entry,)
        assert checking.check(collection, ME).problems == ()


def test_writers_at_once_lose_nothing(database_url: str) -> None:
    names = [f"note {number}" for number in range(THREADS)]
    with collection_with(database_url, [note(name) for name in names]) as collection:
        begin = threading.Barrier(THREADS)

        def write(name: str) -> None:
            begin.wait()
            for number in range(25):
                at = NOW + number * MINUTE
                what = Answered(card_of(name), Rating.GOOD, at + MINUTE, 1000, number)
                log.append(collection, ME, [Entry(f"{name}-{number}", at, what)], now=at)

        with ThreadPoolExecutor(THREADS) as threads:
            for done in [threads.submit(write, name) for name in names]:
                done.result()
        assert [len(log.entries_about(collection, ME, card_of(name))) for name in names] == [25] * THREADS
        assert checking.check(collection, ME).problems == ()


def test_two_servers_on_one_postgresql_keep_one_chain(postgres_url: str) -> None:
    with (
        collection_with(postgres_url, [note("atp"), note("dna")]) as first,
        Collection.open(postgres_url) as second,
    ):

        def write(collection: Collection, name: str) -> None:
            for number in range(25):
                what = Answered(card_of(name), Rating.GOOD, NOW + MINUTE, 1000, number)
                log.append(collection, ME, [Entry(f"{name}-{number:05}", NOW, what)], now=NOW)

        with ThreadPoolExecutor(2) as threads:
            for done in [threads.submit(write, first, "atp"), threads.submit(write, second, "dna")]:
                done.result()
        assert checking.check(first, ME).problems == ()
        assert checking.check(first, ME).entries == 52


def test_two_servers_may_open_a_new_postgresql_at_once(postgres_url: str) -> None:
    with ThreadPoolExecutor(2) as threads:
        for opened in [threads.submit(Collection.open, postgres_url) for _ in range(2)]:
            opened.result().close()
