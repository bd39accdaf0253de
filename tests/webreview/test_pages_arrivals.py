"""Giving files, folders and archives to the add page, and the page that tells what became of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from tests.cards.documents.zips import packed
from tests.webreview.article import MORNING
from webreview.app import create_app
from webreview.collection import ME, arrivals, documents, tables
from webreview.collection.arrivals import Outcome, Result, Sent, Wish
from webreview.collection.store import Collection
from webreview.settings import Settings

TENDON = b"A tendon is a band of connective tissue that ties a muscle to a bone.\n"
LIGAMENT = b"A ligament is a band of connective tissue that ties a bone to another bone.\n"
FASCIA = b"A fascia is a sheet of connective tissue that wraps a muscle.\n"
SECONDS = 60
LOCKED = Path(__file__).parents[1] / "golden" / "pdf" / "locked.en.pdf"


@pytest.fixture
def client(collection: Collection) -> Iterator[TestClient]:
    app = create_app(collection, Settings(time_zone="Asia/Shanghai"), now=lambda: MORNING)
    with TestClient(app, base_url="http://127.0.0.1") as client:
        yield client


def sent(client: TestClient, *files: tuple[str, bytes], **fields: str) -> str:
    """Post the files as a browser does; return the address of the arrival's page when the work is done."""
    answer = client.post(
        "/add", files=[("file", file) for file in files], data=fields, follow_redirects=False
    )
    assert answer.status_code == 303, answer.text
    address = answer.headers["location"]
    workshop = client.app.state.desk.workshop  # type: ignore[attr-defined]
    assert workshop.wait_for(address.rpartition("/")[2], seconds=SECONDS)
    return str(address)


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", html))


def test_several_files_are_reported_document_by_document(client: TestClient) -> None:
    address = sent(client, ("a.md", TENDON), ("b.txt", b""), ("c.exe", b"MZ\0"))
    said = words(client.get(address).text)
    assert "1 document was kept." in said
    assert "a.md 1 new note" in said
    assert "Skipped b.txt: this document is empty" in said
    assert "Left out left out, because kapian does not read such files: c.exe" in said


def test_what_else_is_said_of_a_skipped_file_stands_below_its_name(client: TestClient) -> None:
    page = b"<html><body><p>Come in.</p><img src='door.png'></body></html>"
    html = client.get(sent(client, ("a.md", TENDON), ("door.html", page))).text
    skipped = re.sub(r"\s+", " ", html[html.index('class="skipped"') :])
    entry = re.match(
        r'class="skipped"><li>door\.html: ([^<]*)<ul class="quiet small"><li>([^<]*)</li>', skipped
    )
    assert entry
    assert "worth a card" in entry[1]
    assert "pictures" in entry[2]


def test_the_report_is_in_the_learners_language(client: TestClient) -> None:
    address = sent(client, ("a.md", TENDON), ("b.txt", b""))
    said = words(client.get(address, headers={"Accept-Language": "zh"}).text)
    assert "b.txt：文件是空的" in said


def test_one_document_in_an_archive_is_shown_in_triage_at_once(client: TestClient) -> None:
    address = sent(client, ("book.zip", packed({"ch/1.md": TENDON})))
    answer = client.get(address)
    assert answer.url.path.endswith("/triage")
    assert "1 note was made from this text." in answer.text


def test_a_folder_keeps_the_paths_below_it(client: TestClient, collection: Collection) -> None:
    sent(client, ("notes/ch/1.md", TENDON), ("notes/2.md", LIGAMENT))
    names = {document.name for document in documents.all_documents(collection, ME)}
    assert names == {"ch/1.md", "2.md"}


@pytest.mark.parametrize(
    ("filename", "name"),
    [
        ("../../etc/a.md", "a.md"),
        ("/srv/files/a.md", "a.md"),
        ("C:\\Users\\me\\a.md", "a.md"),
        ("a.md", "a.md"),
    ],
)
def test_paths_of_other_machines_are_only_names(
    client: TestClient, collection: Collection, filename: str, name: str
) -> None:
    client.post("/add", files={"file": (filename, TENDON)})
    assert [document.name for document in documents.all_documents(collection, ME)] == [name]


def test_files_of_one_name_are_told_apart(client: TestClient, collection: Collection) -> None:
    sent(client, ("a.md", TENDON), ("a (2).md", LIGAMENT), ("a.md", FASCIA))
    names = {document.name for document in documents.all_documents(collection, ME)}
    assert names == {"a.md", "a (2).md", "a (3).md"}


def test_the_encoding_of_the_form_is_used(client: TestClient, collection: Collection) -> None:
    text = "光合作用是指绿色植物利用光能把二氧化碳和水合成有机物的过程。".encode("gb18030")
    answer = client.post("/add", files={"file": ("a.txt", text)}, data={"encoding": "big5hkscs"})
    assert answer.status_code == 400
    answer = client.post("/add", files={"file": ("a.txt", text)}, data={"encoding": "gb18030"})
    assert answer.status_code == 200


def test_a_name_that_deceives_is_refused(client: TestClient, collection: Collection) -> None:
    answer = client.post("/add", files={"file": ("a\u202etxt.md", TENDON)})
    assert answer.status_code == 400
    assert "a&lt;202e&gt;txt.md: this name holds characters that cannot be seen" in answer.text
    assert documents.all_documents(collection, ME) == ()


def test_a_page_of_work_reloads_itself_without_scripts(client: TestClient, collection: Collection) -> None:
    files = [(f"{number}.md", TENDON + str(number).encode()) for number in range(60)]
    address = client.post("/add", files=[("file", file) for file in files], follow_redirects=False).headers[
        "location"
    ]
    page = client.get(address).text
    assert '<noscript><meta http-equiv="refresh" content="2"></noscript>' in page
    assert "Received" in page
    assert "Documents that you gave are not done yet." in client.get("/").text

    answer = client.post(f"{address}/cancel")

    assert "You ended it. What had been kept by then stays." in answer.text
    assert "http-equiv" not in answer.text
    assert "not done yet" not in client.get("/").text


def test_a_locked_document_asks_for_its_password(client: TestClient, collection: Collection) -> None:
    arrival = arrivals.receive(
        collection, ME, [Sent("a.md", TENDON), Sent("b.md", LIGAMENT)], Wish(), now=MORNING
    )
    arrivals.record(collection, ME, arrival, Result("b.md", "b.md", Outcome.LOCKED))
    page = client.get(f"/arrivals/{arrival}")
    assert "1 document is locked. Type its password to read it." in page.text

    client.post(f"/arrivals/{arrival}/resume", data={"password": "secret"})
    workshop = client.app.state.desk.workshop  # type: ignore[attr-defined]
    assert workshop.wait_for(arrival, seconds=SECONDS)
    assert "2 documents were kept." in client.get(f"/arrivals/{arrival}").text


def test_an_arrival_of_somebody_else_is_not_there(client: TestClient) -> None:
    assert client.get("/arrivals/none").status_code == 404
    assert client.post("/arrivals/none/cancel").status_code == 404


def test_a_locked_pdf_opens_with_the_password_that_is_typed_later(
    client: TestClient, collection: Collection
) -> None:
    file = ("locked.pdf", LOCKED.read_bytes())
    address = sent(client, file, password="wrong")
    page = client.get(address).text
    assert "locked.pdf: the password does not open this PDF" in page
    assert documents.all_documents(collection, ME) == ()

    client.post(f"{address}/resume", data={"password": "wässer"})
    workshop = client.app.state.desk.workshop  # type: ignore[attr-defined]
    assert workshop.wait_for(address.rpartition("/")[2], seconds=SECONDS)

    assert [document.name for document in documents.all_documents(collection, ME)] == ["locked.pdf"]
    with collection.reading() as connection:
        kept = connection.execute(sa.select(tables.arrival)).one()
    assert "wässer" not in str(kept)
