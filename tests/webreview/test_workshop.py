"""Arrivals become notes, whatever happens in between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.cards.documents.zips import packed
from tests.webreview.article import MORNING
from webreview.collection import ME, arrivals, documents, learners
from webreview.collection.arrivals import Arrival, Outcome, Sent, Wish
from webreview.collection.store import Collection
from webreview.settings import Settings
from webreview.workshop import Workshop

TENDON = "A tendon is a band of connective tissue that ties a muscle to a bone.\n"
LIGAMENT = "A ligament is a band of connective tissue that ties a bone to another bone.\n"
SECONDS = 60


@pytest.fixture
def workshop(collection: Collection) -> Iterator[Workshop]:
    """A workshop with one process."""
    learners.join(collection, ME, settings=Settings(time_zone="Asia/Shanghai"), now=MORNING)
    workshop = Workshop(collection, now=lambda: MORNING, size=1)
    yield workshop
    workshop.close()


def given(collection: Collection, *sent: Sent) -> str:
    return arrivals.receive(collection, ME, sent, Wish(), now=MORNING)


def worked_on(collection: Collection, workshop: Workshop, *sent: Sent) -> Arrival:
    arrival = given(collection, *sent)
    workshop.take(ME, arrival)
    assert workshop.wait_for(arrival, seconds=SECONDS)
    return arrivals.get(collection, ME, arrival)


def outcomes(arrival: Arrival) -> list[tuple[str, Outcome]]:
    return [(result.name, result.outcome) for result in arrival.results]


def told(arrival: Arrival) -> list[str]:
    return [str(remark) for result in arrival.results for remark in result.remarks]


def names(collection: Collection) -> Sequence[str]:
    return sorted(document.name for document in documents.all_documents(collection, ME))


def test_documents_are_kept_with_their_notes_and_the_rest_is_said(
    collection: Collection, workshop: Workshop
) -> None:
    arrival = worked_on(
        collection,
        workshop,
        Sent("a.md", TENDON.encode()),
        Sent("b.txt", b""),
        Sent("c.txt", "你好。".encode()),
        Sent("d.xyz", b"?"),
        Sent("e.png", b"?"),
    )
    assert outcomes(arrival) == [
        ("a.md", Outcome.KEPT),
        ("b.txt", Outcome.REFUSED),
        ("c.txt", Outcome.REFUSED),
    ]
    assert arrival.results[0].counts == {"new": 1, "known": 0, "stayed": 0, "reworded": 0, "gone": 0}
    assert told(arrival) == [
        "b.txt: this document is empty",
        "c.txt: nothing in this text is worth a card; give a text that explains something",
    ]
    assert [str(remark) for remark in arrival.left_out] == [
        "left out, because kapian does not read such files: d.xyz"
    ]
    assert arrival.ended_at == MORNING
    assert arrival.files == ()
    assert names(collection) == ["a.md"]


def test_a_zip_file_is_its_documents(collection: Collection, workshop: Workshop) -> None:
    book = packed({"ch/1.md": TENDON.encode(), "ch/2.md": LIGAMENT.encode(), "more.zip": b"PK"})
    arrival = worked_on(collection, workshop, Sent("book.zip", book))
    assert outcomes(arrival) == [("ch/1.md", Outcome.KEPT), ("ch/2.md", Outcome.KEPT)]
    assert [str(remark) for remark in arrival.left_out] == [
        "more.zip was left out: it is packed inside an archive; unpack it first"
    ]


def test_a_broken_archive_is_said(collection: Collection, workshop: Workshop) -> None:
    arrival = worked_on(collection, workshop, Sent("book.zip", b"PK"))
    assert told(arrival) == ["book.zip: this archive is damaged or cut short; get the file again"]
    assert arrival.ended_at == MORNING


def test_work_that_a_server_left_behind_is_taken_up_and_doubles_nothing(
    collection: Collection, workshop: Workshop
) -> None:
    """As after a crash between keeping a document and writing down that it is kept."""
    arrival = given(collection, Sent("a.md", TENDON.encode()), Sent("b.md", LIGAMENT.encode()))
    first = worked_on(collection, workshop, Sent("a.md", TENDON.encode()))
    arrivals.record(collection, ME, arrival, first.results[0])

    workshop.resume(ME)
    assert workshop.wait_for(arrival, seconds=SECONDS)

    found = arrivals.get(collection, ME, arrival)
    assert outcomes(found) == [("a.md", Outcome.KEPT), ("b.md", Outcome.KEPT)]
    assert found.ended_at == MORNING
    again = worked_on(collection, workshop, Sent("a.md", TENDON.encode()))
    assert again.results[0].counts["new"] == 0
    assert names(collection) == ["a.md", "b.md"]


def test_a_closed_workshop_leaves_what_is_not_done_for_the_next(
    collection: Collection, workshop: Workshop
) -> None:
    sent = [Sent(f"{number:03}.md", f"{TENDON}\n\n{number}\n".encode()) for number in range(40)]
    arrival = given(collection, *sent)
    workshop.take(ME, arrival)
    workshop.close()
    left = arrivals.get(collection, ME, arrival)
    assert left.ended_at is None
    assert len(left.results) < 40

    after = Workshop(collection, now=lambda: MORNING, size=2)
    after.resume(ME)
    assert after.wait_for(arrival, seconds=SECONDS)
    after.close()
    assert len(arrivals.get(collection, ME, arrival).results) == 40


def test_a_cancelled_arrival_stops_and_keeps_what_was_kept(
    collection: Collection, workshop: Workshop
) -> None:
    sent = [Sent(f"{number:03}.md", f"# {number}\n\n{TENDON}".encode()) for number in range(40)]
    arrival = given(collection, *sent)
    workshop.take(ME, arrival)
    workshop.cancel(ME, arrival)
    assert workshop.wait_for(arrival, seconds=SECONDS)

    found = arrivals.get(collection, ME, arrival)
    assert found.cancelled
    assert found.files == ()
    kept = [result.document for result in found.results if result.outcome is Outcome.KEPT]
    assert len(documents.all_documents(collection, ME)) == len(kept) < 40


def test_small_arrivals_do_not_wait_for_a_large_one(collection: Collection, workshop: Workshop) -> None:
    sent = [Sent(f"{number:03}.md", f"# {number}\n\n{TENDON}".encode()) for number in range(60)]
    large, small = given(collection, *sent), given(collection, Sent("z.md", LIGAMENT.encode()))
    workshop.take(ME, large)
    workshop.take(ME, small)
    assert workshop.wait_for(small, seconds=SECONDS)
    assert arrivals.get(collection, ME, large).ended_at is None
    workshop.cancel(ME, large)


def test_an_arrival_that_cannot_be_written_down_is_not_forgotten(tmp_path: Path) -> None:
    collection = Collection.open(tmp_path / "full.sqlite")
    learners.join(collection, ME, settings=Settings(time_zone="Asia/Shanghai"), now=MORNING)
    arrival = given(collection, Sent("a.md", TENDON.encode() * 300))
    with collection.writing(ME) as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    workshop = Workshop(collection, now=lambda: MORNING, size=1)
    workshop.take(ME, arrival)
    assert workshop.wait_for(arrival, seconds=SECONDS)
    workshop.close()
    assert arrivals.get(collection, ME, arrival).ended_at is None
    assert arrivals.get(collection, ME, arrival).files
    collection.close()


def test_an_arrival_that_cannot_be_opened_is_not_forgotten(collection: Collection) -> None:
    learners.join(collection, ME, settings=Settings(time_zone="Asia/Shanghai"), now=MORNING)
    broken, whole = given(collection, Sent("a.zip", b"")), given(collection, Sent("b.md", TENDON.encode()))
    with collection.writing(ME) as connection:
        connection.exec_driver_sql("UPDATE arrival_file SET content = 'no bytes' WHERE name = 'a.zip'")
    workshop = Workshop(collection, now=lambda: MORNING, size=1)
    workshop.take(ME, broken)
    workshop.take(ME, whole)
    assert workshop.wait_for(broken, seconds=SECONDS)
    assert workshop.wait_for(whole, seconds=SECONDS)
    workshop.close()
    assert arrivals.get(collection, ME, broken).ended_at is None
    assert arrivals.get(collection, ME, broken).files
    assert arrivals.get(collection, ME, whole).ended_at is not None
