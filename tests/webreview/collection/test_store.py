"""Opening a collection: what is found there, and what is said when it cannot be opened."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import OperationalError

from tests.webreview.collection.made import (
    DAY,
    MINUTE,
    NOW,
    card_of,
    collection_with,
    document,
    note,
    press,
    questions,
)
from webreview.collection import ME, Collection, checking, documents, notes, study, tables, upgrades
from webreview.errors import CollectionError, CollectionInUseError

OLD_COLLECTIONS = Path(__file__).parents[2] / "golden" / "collections"
OPEN_IT = "import sys; from webreview.collection import Collection; Collection.open(sys.argv[1])"


def test_what_was_written_is_there_after_reopening(database_url: str) -> None:
    with collection_with(database_url, [note("atp"), note("dna")]) as collection:
        press(collection, "atp")
    with Collection.open(database_url) as collection:
        assert questions(collection) == ["dna?", "atp?"]
        assert checking.check(collection, ME).problems == ()


def test_a_collection_is_made_with_its_folder(tmp_path: Path) -> None:
    with collection_with(tmp_path / "new" / "folder" / "collection.sqlite", [note("atp")]) as collection:
        assert questions(collection) == ["atp?"]


def test_a_second_process_is_told_who_has_the_collection(tmp_path: Path) -> None:
    path = tmp_path / "collection.sqlite"
    with collection_with(path, [note("atp")]) as collection:
        second = subprocess.run([sys.executable, "-c", OPEN_IT, str(path)], capture_output=True, text=True)
        assert f"{path}: another kapian has this collection open" in second.stderr
        assert second.returncode == 1
        press(collection, "atp")
    third = subprocess.run([sys.executable, "-c", OPEN_IT, str(path)], capture_output=True, text=True)
    assert (third.returncode, third.stderr) == (0, "")


def test_a_collection_is_open_once_in_a_process_too(tmp_path: Path) -> None:
    path = tmp_path / "collection.sqlite"
    with collection_with(path), pytest.raises(CollectionInUseError):
        Collection.open(path)


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "collection.sqlite"
    with collection_with(path, [note(str(number)) for number in range(50)]):
        pass
    content = bytearray(path.read_bytes())
    content[100:12000] = b"\xff" * 11900
    path.write_bytes(content)
    with pytest.raises(CollectionError) as refused:
        Collection.open(path)
    assert str(refused.value) == f"{path}: the file is damaged; restore it from a backup beside it"


def test_a_file_of_another_kind_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear reader, " * 100)
    with pytest.raises(CollectionError, match="this is not a collection"):
        Collection.open(path)
    assert path.read_text() == "Dear reader, " * 100


def test_a_collection_of_a_newer_version_is_not_touched(database_url: str) -> None:
    with collection_with(database_url, [note("atp")]) as collection, collection.writing(ME) as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(CollectionError, match="written by a newer version of kapian"):
        Collection.open(database_url)


def test_the_lock_is_free_after_a_failed_opening(tmp_path: Path) -> None:
    path = tmp_path / "collection.sqlite"
    path.write_text("this is no database, " * 100)
    with pytest.raises(CollectionError, match="this is not a collection"):
        Collection.open(path)
    path.unlink()
    with collection_with(path, [note("atp")]) as collection:
        assert questions(collection) == ["atp?"]


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CollectionError, match="the collection cannot be opened"):
        Collection.open(tmp_path / "file" / "collection.sqlite")


@pytest.mark.parametrize(
    ("location", "sentence"),
    [
        ("mysql://host/base", "mysql is not supported"),
        ("://", "is neither a file nor a database URL"),
        ("sqlite://", "names no file"),
        ("postgresql://postgres:secret@/base?host=/nowhere", "the PostgreSQL server cannot be reached"),
    ],
)
def test_a_location_that_cannot_be_is_explained(location: str, sentence: str) -> None:
    with pytest.raises(CollectionError) as refused:
        Collection.open(location)
    assert sentence in str(refused.value)
    assert "secret" not in str(refused.value)


def test_a_full_disk_leaves_everything_as_it_was(tmp_path: Path) -> None:
    with collection_with(tmp_path / "collection.sqlite", [note("atp")]) as collection:
        with collection.writing(ME) as connection:
            pages = connection.execute(sa.text("PRAGMA page_count")).scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        large = document(text="水是生命之源。" * 10_000)
        with pytest.raises(CollectionError, match="the disk is full; nothing was written"):
            documents.add(collection, ME, large, [note("dna")], deck="Deck", now=NOW)
        assert documents.all_documents(collection, ME) == ()
        assert questions(collection) == ["atp?"]


def test_a_backup_is_a_collection(tmp_path: Path) -> None:
    with collection_with(tmp_path / "collection.sqlite", [note("atp"), note("dna")]) as collection:
        press(collection, "atp")
        collection.back_up(tmp_path / "copy.sqlite")
    with Collection.open(tmp_path / "copy.sqlite") as copy:
        assert questions(copy) == ["dna?", "atp?"]
        assert checking.check(copy, ME).problems == ()


def test_an_old_collection_is_copied_before_it_is_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "collection.sqlite"
    with collection_with(path, [note("atp")]):
        pass
    with sqlite3.connect(path) as before:
        versions = before.execute("SELECT version_num FROM alembic_version").fetchall()
    migrations = tmp_path / "migrations"
    (migrations / "versions").mkdir(parents=True)
    (migrations / "env.py").write_text((upgrades.MIGRATIONS / "env.py").read_text())
    for script in (upgrades.MIGRATIONS / "versions").glob("v*.py"):
        (migrations / "versions" / script.name).write_text(script.read_text())
    (migrations / "versions" / "v9999_next.py").write_text(
        "from alembic import op\n"
        f"revision, down_revision = 'next', {versions[0][0]!r}\n"
        "def upgrade(): op.execute('CREATE TABLE later (id INTEGER)')\n"
    )
    monkeypatch.setattr(upgrades, "MIGRATIONS", migrations)
    with Collection.open(path) as collection, collection.reading() as connection:
        assert sa.inspect(connection).has_table("later")
    with sqlite3.connect(path.with_name("collection.sqlite.before-next")) as copy:
        assert copy.execute("SELECT version_num FROM alembic_version").fetchall() == versions


@pytest.mark.parametrize("dump", sorted(OLD_COLLECTIONS.glob("*.sql")), ids=lambda path: path.stem)
def test_a_collection_of_an_older_version_opens_with_all_that_it_had(tmp_path: Path, dump: Path) -> None:
    path = tmp_path / "collection.sqlite"
    with sqlite3.connect(path) as old:
        old.executescript(dump.read_text(encoding="utf-8"))
    with Collection.open(path) as collection:
        assert checking.check(collection, ME).problems == ()
        assert checking.check(collection, ME).entries == 4
        assert study.showing(collection, ME, card_of("atp"), now=NOW).memory is not None
        press(collection, "dna", at=NOW + 20 * MINUTE)
        notes.edit(collection, ME, note("atp", reversed_too=True), now=NOW + DAY)
        assert checking.check(collection, ME).problems == ()


def test_the_migrations_make_the_tables_that_the_code_uses(database_url: str) -> None:
    with collection_with(database_url) as collection, collection.reading() as connection:
        made = sa.inspect(connection)
        for table in tables.metadata.sorted_tables:
            assert {column["name"] for column in made.get_columns(table.name)} == set(table.c.keys())
            assert {index.name for index in table.indexes} <= {
                index["name"] for index in made.get_indexes(table.name)
            }


def test_readers_change_nothing(tmp_path: Path) -> None:
    with (
        collection_with(tmp_path / "collection.sqlite", [note("atp")]) as collection,
        collection.reading() as connection,
        pytest.raises(OperationalError, match="readonly"),
    ):
        connection.exec_driver_sql("DELETE FROM note")
