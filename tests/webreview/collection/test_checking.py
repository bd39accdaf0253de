"""The check: a changed log is found out, a stale schedule is found and mended."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from cards.progress import Rating
from tests.webreview.collection.made import MINUTE, NOW, collection_with, note, press, questions
from webreview.collection import ME, Collection, checking


def filled(collection: Collection) -> None:
    for minutes, name in enumerate("abc"):
        press(collection, name, Rating.EASY, at=NOW + minutes * MINUTE)


def spoil(collection: Collection, statement: str) -> None:
    with collection.writing(ME) as connection:
        connection.execute(sa.text(statement))


def test_a_whole_collection_has_no_problems(database_url: str) -> None:
    with collection_with(database_url, [note(name) for name in "abc"]) as collection:
        filled(collection)
        findings = checking.check(collection, ME)
        assert (findings.entries, findings.notes, findings.cards, findings.problems) == (6, 3, 3, ())


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("UPDATE entry SET payload = '{}' WHERE sequence = 5", "log: entry 5 ("),
        ("UPDATE entry SET happened_at = happened_at + 1 WHERE sequence = 4", "log: entry 4 ("),
        ("DELETE FROM entry WHERE sequence = 2", "log: entry 2 is missing"),
    ],
)
def test_a_changed_log_is_found_out(statement: str, problem: str, database_url: str) -> None:
    with collection_with(database_url, [note(name) for name in "abc"]) as collection:
        filled(collection)
        spoil(collection, statement)
        assert checking.check(collection, ME).problems[0].startswith(problem)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE schedule SET stability = stability + 0.0001",
        "UPDATE schedule SET due = due + 1 WHERE place = 0",
        "UPDATE schedule SET seen = 0",
        "DELETE FROM schedule",
        "UPDATE note SET decision = 'open'",
        "UPDATE schedule SET kept = NOT kept",
        "UPDATE answer SET rating = 1",
        "DELETE FROM answer WHERE day > 0",
        "UPDATE note_index SET words = 'a' WHERE note <> ''",
        "DELETE FROM note_index",
        "INSERT INTO note_tag SELECT learner, note, 'a', 'a', position FROM note_index",
    ],
)
def test_a_stale_schedule_is_found_and_mended(statement: str, database_url: str) -> None:
    with collection_with(database_url, [note(name) for name in "abcd"]) as collection:
        filled(collection)
        before = questions(collection)
        spoil(collection, statement)
        assert "kapian check --rebuild" in checking.check(collection, ME).problems[0]
        checking.rebuild(collection, ME)
        assert checking.check(collection, ME).problems == ()
        assert questions(collection) == before
