"""Pages, pictures, formulas and listings of a document, beside its cards and in its text."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace

from fastapi.testclient import TestClient

from cards.documents import Document, Kind, Media
from cards.documents.building import DocumentBuilder
from cards.model import BasicNote, Formula, Listing, Origin, Picture, Place, Source, Span, Unit
from tests.webreview.article import MORNING
from webreview.app import create_app
from webreview.collection import ME, documents, notes
from webreview.collection.store import Collection
from webreview.settings import Settings

CELL = Media("3f0c.png", "image/png", b"\x89PNG")
DRAWING = Media("77aa.svg", "image/svg+xml", b"<svg xmlns='http://www.w3.org/2000/svg'/>")
SENTENCE = "The energy of a body at rest is \\(E=mc^2\\)."


def physics() -> Document:
    builder = DocumentBuilder()
    builder.begin(Place(Unit.PAGE, "xi"))
    builder.add(Kind.PARAGRAPH, SENTENCE)
    builder.picture(CELL, "A cell")
    builder.picture(DRAWING)
    builder.begin(Place(Unit.PAGE, "xii"))
    builder.add(Kind.FORMULA, "p = m v")
    return builder.document(name="physics.docx")


def a_note() -> BasicNote:
    return BasicNote(
        id="energy-of-rest",
        language="en",
        source=Source("physics.docx", Span(0, len(SENTENCE)), SENTENCE, (), Place(Unit.PAGE, "xi")),
        origin=Origin("definition"),
        question="What is the energy of a body at rest?",
        answer="\\(E=mc^2\\)",
        exhibits=(Picture(CELL.name, "A cell"), Formula("p = m v"), Listing("print(<x>)")),
    )


def client(collection: Collection) -> TestClient:
    app = create_app(collection, Settings(time_zone="Asia/Shanghai"), now=lambda: MORNING)
    added = documents.add(collection, ME, physics(), [a_note()], deck="physics", now=MORNING)
    notes.accept(collection, ME, added.new, now=MORNING)
    return TestClient(app, base_url="http://127.0.0.1:8765", headers={"Accept-Language": "en"})


def test_the_answer_shows_what_the_document_shows(collection: Collection) -> None:
    shown = client(collection).get("/api/v1/queue").json()["cards"][0]

    assert '<img src="/media/3f0c.png" alt="A cell"' in shown["back"]
    assert '<math display="block">' in shown["back"]
    assert "<code>print(&lt;x&gt;)</code>" in shown["back"]
    assert "· p. xi" in shown["back"]
    assert "<msup><mi>c</mi><mn>2</mn></msup>" in shown["back"]
    assert "/media/" not in shown["front"]


def test_triage_and_the_document_show_it_too(collection: Collection) -> None:
    reviewer = client(collection)
    document = physics().id
    triage, text = (reviewer.get(f"/documents/{document}{page}").text for page in ("/triage", ""))

    assert triage.count('src="/media/3f0c.png"') == 2
    assert text.count('src="/media/3f0c.png"') == 2
    assert text.count('src="/media/77aa.svg"') == 1
    assert [text.count(f'<p class="place">p. {page}</p>') for page in ("xi", "xii")] == [1, 1]
    assert text.index("A cell") < text.index("p. xii")


def test_a_picture_is_sent_with_its_type_and_may_be_kept(collection: Collection) -> None:
    answer = client(collection).get("/media/3f0c.png")

    assert (answer.content, answer.headers["Content-Type"]) == (CELL.content, "image/png")
    assert "immutable" in answer.headers["Cache-Control"]


def test_a_drawing_by_itself_may_run_nothing(collection: Collection) -> None:
    policy = client(collection).get("/media/77aa.svg").headers["Content-Security-Policy"]

    assert "sandbox" in policy
    assert "script-src" not in policy


def test_a_picture_that_is_not_there_is_not_found(collection: Collection) -> None:
    assert client(collection).get("/media/..%2Fcollection.sqlite").status_code == 404
    assert client(collection).get("/media/none.png").status_code == 404


def test_the_package_of_the_deck_holds_the_pictures_that_its_notes_show(collection: Collection) -> None:
    reviewer = client(collection)
    deck = notes.get(collection, ME, a_note().id).deck
    package = zipfile.ZipFile(io.BytesIO(reviewer.get(f"/decks/{deck}.apkg").content))

    assert json.loads(package.read("media")) == {"0": CELL.name}
    assert package.read("0") == CELL.content


def test_a_note_without_exhibits_shows_none(collection: Collection) -> None:
    reviewer = client(collection)
    notes.edit(collection, ME, replace(a_note(), exhibits=()), now=MORNING)

    assert "<figure" not in reviewer.get("/api/v1/queue").json()["cards"][0]["back"]
