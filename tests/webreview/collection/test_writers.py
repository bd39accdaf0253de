"""What was kept and rejected of each writer's notes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from cards.model import Origin
from cards.progress import Accepted, Entry, Happening, Rejected
from tests.webreview.collection.made import DAY, NOW, collection_with, document, note
from webreview.collection import ME, Collection, documents, log, writers
from webreview.review.leanings import Tally

GAP = [replace(note(name), origin=Origin("gap")) for name in ("a", "b", "c")]
CAUSE = [replace(note(name), origin=Origin("cause")) for name in ("d", "e")]
OWN = replace(note("f"), origin=Origin("learner"))


def decide(collection: Collection, kept: list[str], rejected: list[str], *, at: timedelta = DAY) -> None:
    whats: list[Happening] = [*map(Accepted, kept), *map(Rejected, rejected)]
    log.append(collection, ME, [Entry(log.new_id(), NOW + at, what) for what in whats], now=NOW + at)


def test_notes_are_counted_by_writer_and_decision(database_url: str) -> None:
    with collection_with(database_url) as collection:
        documents.add(collection, ME, document(), [*GAP, *CAUSE, OWN], deck="Deck", now=NOW)
        decide(collection, [GAP[0].id, GAP[1].id, OWN.id], [GAP[2].id, CAUSE[0].id])
        assert writers.tallies(collection, ME) == {"gap": Tally(2, 1), "cause": Tally(0, 1)}


def test_what_was_kept_unseen_does_not_count(database_url: str) -> None:
    with collection_with(database_url) as collection:
        documents.add(collection, ME, document(), [*GAP, *CAUSE], deck="Deck", now=NOW)
        decide(collection, [one.id for one in (*GAP, *CAUSE)], [])
        assert writers.tallies(collection, ME) == {}


def test_after_forgetting_only_later_decisions_count(database_url: str) -> None:
    with collection_with(database_url) as collection:
        documents.add(collection, ME, document(), [*GAP, *CAUSE], deck="Deck", now=NOW)
        decide(collection, [GAP[0].id], [GAP[1].id])
        writers.forget(collection, ME, now=NOW + 2 * DAY)
        assert writers.tallies(collection, ME) == {}
        decide(collection, [], [CAUSE[0].id], at=3 * DAY)
        assert writers.tallies(collection, ME) == {"cause": Tally(0, 1)}
