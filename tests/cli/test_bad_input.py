"""What kapian says to bad input and wrong usage."""

from __future__ import annotations

import re
import socket
import sqlite3
from pathlib import Path

import pytest

from tests.cli.calling import ARTICLE, ROOT, Output, printed, refusal
from webreview.cli import run


@pytest.mark.parametrize("command", ["cards", "build", "add", "review"])
def test_a_missing_file_is_named(command: str, capsys: Output) -> None:
    output = ["-o", "x.apkg"] if command == "build" else []
    assert refusal(capsys, command, *output, "none.txt") == "none.txt: there is no such file or folder"
    assert list(Path.cwd().iterdir()) == []


def test_a_name_of_nothing_is_not_the_folder_one_is_in(capsys: Output) -> None:
    Path("notes.txt").write_text("群众路线的核心是一切为了群众。")
    assert refusal(capsys, "cards", "") == "'' names no file; name the documents to read"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "this document is empty"),
        (b" \n\n", "this document holds no text, only white space and markup"),
        (b"\x7fELF\x02\x01\x01\x00" + bytes(200), "this is a program; choose a document"),
        ("你好。".encode(), "nothing in it is worth a card; cards are made from prose that defines"),
    ],
)
def test_a_file_without_cards_is_explained_and_leaves_nothing(
    content: bytes, said: str, capsys: Output
) -> None:
    Path("notes.txt").write_bytes(content)
    told = refusal(capsys, "build", "-o", "deck.apkg", "notes.txt").removeprefix("reading notes.txt\n")
    assert told.startswith(f"notes.txt: {said}")
    assert "\n" not in told
    assert [path.name for path in Path.cwd().iterdir()] == ["notes.txt"]


def test_a_broken_deck_file_tells_every_line(capsys: Output) -> None:
    Path("deck.jsonl").write_text('{"format": "kapian deck", "version": 1}\n{}\n[]\n')
    assert refusal(capsys, "build", "-o", "deck.apkg", "deck.jsonl").splitlines()[1:] == [
        "deck.jsonl:2: a note needs type",
        "deck.jsonl:3: a line is one JSON object, in braces",
    ]


def test_an_unwritable_place_is_named(deck: Path, capsys: Output) -> None:
    said = refusal(capsys, "build", "-o", "none/deck.apkg", deck)
    assert said.endswith("none/deck.apkg: cannot be written (No such file or directory); name another place")


def test_a_damaged_collection_is_named(home: Path, deck: Path, capsys: Output) -> None:
    home.mkdir()
    (home / "collection.sqlite").write_bytes(b"not a database" * 100)
    assert refusal(capsys, "check").startswith(f"{home}/collection.sqlite: ")


def test_a_changed_log_is_told(home: Path, deck: Path, capsys: Output) -> None:
    printed(capsys, "add", deck)
    with sqlite3.connect(home / "collection.sqlite") as connection:
        connection.execute("UPDATE entry SET happened_at = 0 WHERE sequence = 1")
    connection.close()
    assert re.match(
        r"log: entry 1 \(.*\) was changed; restore the collection from a backup", refusal(capsys, "check")
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["cards"],
        ["build", "notes.txt"],
        ["cards", "--density", "huge", "notes.txt"],
        ["serve", "--port", "70000"],
    ],
)
def test_wrong_usage_leaves_with_two(arguments: list[str], capsys: Output) -> None:
    assert run(arguments) == 2
    caught = capsys.readouterr()
    assert caught.out == ""
    assert "Usage: kapian" in caught.err


def test_an_unknown_deck_is_named(deck: Path, capsys: Output) -> None:
    printed(capsys, "add", deck)
    said = refusal(capsys, "export", "--deck", "RNA", "-o", "x.apkg")
    assert said == "no accepted cards in a deck named RNA; names are on the reviewer's first page"


def test_a_taken_port_is_said_before_the_work(capsys: Output) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = refusal(capsys, "review", "--no-open", "--port", str(port), ARTICLE)
    assert said == f"port {port} is in use, perhaps by another kapian; choose another with --port"


def test_an_address_of_another_machine_is_refused(capsys: Output) -> None:
    assert refusal(capsys, "serve", "--host", "192.0.2.1").startswith(
        "192.0.2.1 is not an address of this machine"
    )


LOCKED = ROOT / "tests" / "golden" / "pdf" / "locked.en.pdf"


def test_a_locked_document_wants_its_password_and_opens_with_it(capsys: Output) -> None:
    assert refusal(capsys, "read", LOCKED).startswith("locked.en.pdf: this PDF is protected by a password")
    assert refusal(capsys, "read", "--password", "wrong", LOCKED).startswith(
        "locked.en.pdf: the password does not open this PDF"
    )
    assert printed(capsys, "read", "--password", "wässer", LOCKED).startswith("locked.en.pdf: en, ")
