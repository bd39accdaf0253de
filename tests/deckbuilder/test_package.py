"""Notes -> .apkg."""

from __future__ import annotations

import io
import json
import sqlite3
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cards.errors import CardsError
from cards.model import UNEDITED, BasicNote, Origin, Source, Span
from deckbuilder.package import Deck, Package, build_package, decks_of


def basic(identity: str, document: str = "cell.txt", start: int = 0) -> BasicNote:
    source = Source(document, Span(start, start + 4), "text")
    return BasicNote(
        id=identity, question=f"Q {identity}", answer="A", source=source, origin=Origin("learner")
    )


def database(package: Package) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(zipfile.ZipFile(io.BytesIO(package.content)).read("collection.anki2"))
    return connection


def names(decks: tuple[Deck, ...]) -> list[tuple[str, list[str]]]:
    return [(deck.name, [note.id for note in deck.notes]) for deck in decks]


def test_each_document_has_its_deck_in_the_order_of_its_text() -> None:
    notes = [basic("b", start=9), basic("z", "dna.md"), basic("a", start=2)]
    assert names(decks_of(notes)) == [("cell", ["a", "b"]), ("dna", ["z"])]


def test_names_that_differ_in_case_only_are_one_deck() -> None:
    assert names(decks_of([basic("a", "Cell.txt"), basic("b", "cell.md")])) == [("Cell", ["a", "b"])]


def test_the_same_notes_give_the_same_bytes_in_every_process() -> None:
    script = (
        "import hashlib, tests.deckbuilder.test_package as t;"
        "print(hashlib.sha256(t.build_package(t.decks_of([t.basic('a'), t.basic('b', 'x.md')])).content).hexdigest())"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", script], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        )
        for seed in ("1", "2")
    ]
    assert runs[0].stdout == runs[1].stdout != b""


def test_building_writes_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    build_package(decks_of([basic("a")]))
    assert list(tmp_path.iterdir()) == []


def test_a_note_carries_the_time_of_its_last_edit() -> None:
    edited = replace(basic("b"), edited_at=datetime(2026, 5, 1, tzinfo=UTC))
    rows = database(build_package(decks_of([basic("a"), edited]))).execute(
        "SELECT guid, mod FROM notes ORDER BY guid"
    )
    assert rows.fetchall() == [("a", UNEDITED.timestamp()), ("b", edited.edited_at.timestamp())]


def test_ids_are_unique_and_of_the_size_of_anki_s_own() -> None:
    notes = [replace(basic(str(number), start=number), reversed_too=True) for number in range(100)]
    content = database(build_package(decks_of(notes)))
    ids = [number for (number,) in content.execute("SELECT id FROM notes UNION ALL SELECT id FROM cards")]
    assert len(set(ids)) == 300
    assert min(ids) >= 1_704_067_200_000
    assert max(ids) < 1_750_000_000_000


def test_a_note_that_stands_in_two_decks_is_written_once() -> None:
    package = build_package((Deck("one", (basic("a"),)), Deck("two", (basic("a"), basic("b")))))
    assert (package.decks, package.notes, package.cards) == (2, 2, 2)


def test_the_package_names_the_scheduler_that_anki_uses() -> None:
    ((settings,),) = database(build_package(decks_of([basic("a")]))).execute("SELECT conf FROM col")
    assert json.loads(settings)["schedVer"] == 2


def test_no_notes_are_no_package() -> None:
    with pytest.raises(CardsError, match="no notes, so there is no package to write"):
        build_package(decks_of([]))
