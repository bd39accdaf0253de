"""Arrivals: files kept until they are worked on, and what came of them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from cards.documents import Remark
from tests.webreview.collection.made import NOW, collection_with
from webreview.collection import ME, arrivals
from webreview.collection.arrivals import Outcome, Result, Sent, StoredFile, Wish
from webreview.errors import NotInCollectionError

SENT = (Sent("ch/a.md", b"one"), Sent("b.pdf", bytes(range(256))))
LEFT_OUT = Remark("{name} was left out", (("name", "b.exe"),))
KEPT = Result("ch/a.md", "a.md", Outcome.KEPT, "d1", {"new": 3, "known": 0}, (LEFT_OUT,))
LOCKED = Result("b.pdf", "b.pdf", Outcome.LOCKED, remarks=(LEFT_OUT,))


def test_what_was_sent_is_kept_with_the_learners_wish(database_url: str) -> None:
    with collection_with(database_url) as collection:
        wish = Wish("dense", "gb18030")
        arrival = arrivals.receive(collection, ME, SENT, wish, now=NOW)

        found = arrivals.get(collection, ME, arrival)
        assert (found.wish, found.given_at, found.ended_at, found.cancelled) == (wish, NOW, None, False)
        assert found.files == (StoredFile(0, "ch/a.md", 3), StoredFile(1, "b.pdf", 256))
        assert arrivals.content(collection, ME, arrival, 1) == bytes(range(256))
        assert arrivals.unended(collection, ME) == (arrival,)


def test_results_come_back_and_a_later_one_takes_the_place_of_an_earlier(database_url: str) -> None:
    with collection_with(database_url) as collection:
        arrival = arrivals.receive(collection, ME, SENT, Wish(), now=NOW)
        for result in (LOCKED, KEPT, LOCKED):
            arrivals.record(collection, ME, arrival, result)
        arrivals.leave_out(collection, ME, arrival, [LEFT_OUT])

        found = arrivals.get(collection, ME, arrival)
        assert found.results == (LOCKED, KEPT)
        assert found.left_out == (LEFT_OUT,)


def test_an_arrival_that_has_ended_keeps_its_results_and_not_its_files(database_url: str) -> None:
    with collection_with(database_url) as collection:
        arrival = arrivals.receive(collection, ME, SENT, Wish(), now=NOW)
        arrivals.record(collection, ME, arrival, KEPT)
        arrivals.end(collection, ME, arrival, now=NOW, cancelled=True)
        arrivals.end(collection, ME, arrival, now=NOW + timedelta(hours=1))

        found = arrivals.get(collection, ME, arrival)
        assert (found.files, found.results, found.ended_at, found.cancelled) == ((), (KEPT,), NOW, True)
        assert arrivals.unended(collection, ME) == ()
        with pytest.raises(NotInCollectionError):
            arrivals.content(collection, ME, arrival, 0)


def test_arrivals_that_ended_long_ago_are_forgotten_when_others_come(database_url: str) -> None:
    with collection_with(database_url) as collection:
        old, open_one = (arrivals.receive(collection, ME, SENT, Wish(), now=NOW) for _ in range(2))
        arrivals.record(collection, ME, old, KEPT)
        arrivals.end(collection, ME, old, now=NOW)
        arrivals.receive(collection, ME, SENT, Wish(), now=NOW + timedelta(days=31))

        with pytest.raises(NotInCollectionError, match="has no arrival"):
            arrivals.get(collection, ME, old)
        assert arrivals.get(collection, ME, open_one).files
