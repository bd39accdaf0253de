"""The command line of kapian."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import urllib.request
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from webreview.cli import kapian, run

ROOT = Path(__file__).parents[1]
ARTICLE = ROOT / "examples" / "mass-line.zh.txt"

COMMANDS = ["add", "build", "cards", "check", "export", "review", "serve"]

Output = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for the collection, and one to work in."""
    monkeypatch.setenv("KAPIAN_DATA", str(tmp_path / "data"))
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "data"


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """A deck file with two notes of two documents."""
    path = tmp_path / "deck.jsonl"
    lines: list[object] = [{"format": "kapian deck", "version": 1}]
    for number, document in enumerate(("cell.txt", "dna.txt")):
        source = {"document": document, "start": 0, "end": 4, "text": "text"}
        note = {
            "type": "basic",
            "id": f"n{number}",
            "question": f"Q{number}",
            "answer": "A",
            "source": source,
        }
        lines.append(note)
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    return path


def printed(capsys: Output, *arguments: str | Path) -> str:
    """What a command that succeeds prints."""
    assert run([str(argument) for argument in arguments]) == 0, capsys.readouterr().err
    return capsys.readouterr().out


def refusal(capsys: Output, *arguments: str | Path) -> str:
    """What a command says on its last lines when its input is wrong."""
    assert run([str(argument) for argument in arguments]) == 1
    caught = capsys.readouterr()
    assert caught.out == ""
    return caught.err.removesuffix("\n")


def test_help_lists_every_command(capsys: Output) -> None:
    listed = re.findall(r"^  (\w+) {2,}\w", printed(capsys, "--help").partition("Commands:")[2], re.MULTILINE)
    assert listed == COMMANDS


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_help_text_with_examples_that_parse(name: str, capsys: Output) -> None:
    text = printed(capsys, name, "--help")
    examples = re.findall(
        rf"^ +kapian (?:--data \S+ )?{name}(?: (.+?))?(?: > \S+)?$", text.partition("Examples:")[2], re.M
    )
    assert len(examples) >= 2
    command = kapian.commands[name]
    parsed = [command.make_context(name, words.split(), resilient_parsing=True).params for words in examples]
    assert len(parsed) == len(examples)


def test_cards_are_printed_and_progress_is_not(capsys: Output) -> None:
    assert run(["cards", "--format", "jsonl", str(ARTICLE)]) == 0
    out, err = capsys.readouterr()
    lines = [json.loads(line) for line in out.splitlines()]
    assert {line["source"]["document"] for line in lines} == {"mass-line.zh.txt"}
    assert [line["score"] for line in lines] == sorted((line["score"] for line in lines), reverse=True)
    assert err.splitlines() == ["reading mass-line.zh.txt", f"mass-line.zh.txt: {len(lines)} cards"]


def test_every_card_line_quotes_its_document(capsys: Output) -> None:
    text = ARTICLE.read_text(encoding="utf-8")
    sources = [
        json.loads(line)["source"]
        for line in printed(capsys, "cards", "--format", "jsonl", ARTICLE).splitlines()
    ]
    assert [source["text"] for source in sources] == [
        text[source["start"] : source["end"]] for source in sources
    ]


def test_cards_of_one_document_are_the_same_each_time(capsys: Output) -> None:
    first = printed(capsys, "cards", "--format", "jsonl", ARTICLE)
    assert printed(capsys, "cards", "--format", "jsonl", ARTICLE) == first


def test_a_denser_deck_has_more_cards(capsys: Output) -> None:
    counts = [
        printed(capsys, "cards", "--format", "jsonl", "--density", density, ARTICLE).count("\n")
        for density in ("spare", "normal", "dense")
    ]
    assert counts == sorted(set(counts))


def test_a_document_and_its_deck_file_give_the_same_package(tmp_path: Path, capsys: Output) -> None:
    printed(capsys, "cards", "--format", "deck", "-o", tmp_path / "deck.jsonl", ARTICLE)
    printed(capsys, "build", "-o", tmp_path / "one.apkg", ARTICLE)
    printed(capsys, "build", "-o", tmp_path / "two.apkg", tmp_path / "deck.jsonl")
    assert (tmp_path / "one.apkg").read_bytes() == (tmp_path / "two.apkg").read_bytes()


def test_explanations_say_what_was_refused(capsys: Output) -> None:
    assert run(["cards", "--explain", str(ARTICLE)]) == 0
    out, err = capsys.readouterr()
    assert "\n   - " in out
    assert "mass-line.zh.txt, refused:\n" in err


def test_a_package_has_its_decks_under_the_named_one(deck: Path, tmp_path: Path, capsys: Output) -> None:
    assert run(["build", "--deck", "Biology", "-o", str(tmp_path / "b.apkg"), str(deck)]) == 0
    assert capsys.readouterr().err.endswith(f"{tmp_path}/b.apkg: 2 cards in Biology::cell, Biology::dna\n")
    assert zipfile.is_zipfile(tmp_path / "b.apkg")


def test_a_folder_gives_the_cards_of_its_documents(tmp_path: Path, capsys: Output) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "article.txt").write_bytes(ARTICLE.read_bytes())
    (folder / "empty.txt").touch()
    assert run(["cards", "--format", "jsonl", str(folder)]) == 1
    out, err = capsys.readouterr()
    assert {json.loads(line)["source"]["document"] for line in out.splitlines()} == {"article.txt"}
    assert "empty.txt" in err
    assert err.endswith("1 of 2 files were skipped, see above\n")


def test_added_notes_can_be_reviewed_and_are_added_once(deck: Path, capsys: Output) -> None:
    assert printed(capsys, "add", deck) == "cell: Q0\ndna: Q1\n"
    assert printed(capsys, "add", deck) == ""
    assert printed(capsys, "check") == "2 notes, 2 cards, 2 entries: all is well\n"
    assert printed(capsys, "check", "--rebuild") == "2 notes, 2 cards, 2 entries: all is well\n"


def test_an_added_document_is_added_once(capsys: Output) -> None:
    prompts = printed(capsys, "add", ARTICLE).splitlines()
    assert prompts[0].startswith("mass-line.zh: ")
    assert printed(capsys, "add", ARTICLE) == ""


def test_notes_that_wait_in_triage_are_not_exported(deck: Path, tmp_path: Path, capsys: Output) -> None:
    printed(capsys, "add", "--triage", deck)
    said = refusal(capsys, "export", "-o", tmp_path / "all.apkg")
    assert said == "no accepted cards in the collection, so there is nothing to export"


def test_what_was_added_is_exported(deck: Path, tmp_path: Path, capsys: Output) -> None:
    printed(capsys, "add", deck)
    printed(capsys, "export", "-o", tmp_path / "all.jsonl")
    printed(capsys, "export", "--deck", "dna", "-o", tmp_path / "dna.jsonl")
    printed(capsys, "export", "-o", tmp_path / "all.apkg")
    printed(capsys, "build", "-o", tmp_path / "built.apkg", deck)
    exported = [json.loads(line) for line in (tmp_path / "all.jsonl").read_text().splitlines()[1:]]
    assert [note["id"] for note in exported] == ["n0", "n1"]
    assert (tmp_path / "dna.jsonl").read_text().count("\n") == 2
    assert (tmp_path / "all.apkg").read_bytes() == (tmp_path / "built.apkg").read_bytes()


def test_data_names_another_home(deck: Path, tmp_path: Path, capsys: Output) -> None:
    printed(capsys, "--data", tmp_path / "other", "add", deck)
    assert printed(capsys, "--data", tmp_path / "other", "check").startswith("2 notes")
    assert "there is no collection yet" in refusal(capsys, "check")


@pytest.mark.parametrize("command", ["cards", "build", "add", "review"])
def test_a_missing_file_is_named(command: str, capsys: Output) -> None:
    output = ["-o", "x.apkg"] if command == "build" else []
    assert refusal(capsys, command, *output, "none.txt") == "none.txt: there is no such file or folder"
    assert list(Path.cwd().iterdir()) == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "notes.txt: "),
        (b" \n\n", "notes.txt: "),
        (b"\x7fELF\x02\x01\x01\x00" + bytes(200), "notes.txt: "),
        ("你好。".encode(), "notes.txt: "),
    ],
)
def test_a_file_without_cards_is_explained_and_leaves_nothing(
    content: bytes, said: str, capsys: Output
) -> None:
    Path("notes.txt").write_bytes(content)
    told = refusal(capsys, "build", "-o", "deck.apkg", "notes.txt").removeprefix("reading notes.txt\n")
    assert told.startswith(said)
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


def process(*arguments: str | Path, stdout: int | IO[bytes] = subprocess.PIPE) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "webreview", *map(str, arguments)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        command, stdout=stdout, stderr=subprocess.PIPE, text=True, env=environment, encoding="utf-8"
    )


def address_in(lines: Iterator[str]) -> str:
    return next(match[1] for line in lines if (match := re.search(r"review at (\S+)", line)))


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_review_keeps_writes_serves_and_ends_quietly(
    stop: signal.Signals, home: Path, capsys: Output
) -> None:
    with process("review", "--no-open", "--port", "0", ARTICLE) as reviewing:
        assert reviewing.stderr
        address = address_in(reviewing.stderr)
        with urllib.request.urlopen(address) as answer:
            assert answer.status == 200
        assert "another kapian has this collection open" in refusal(capsys, "add", ARTICLE)
        reviewing.send_signal(stop)
        out, err = reviewing.communicate(timeout=60)
    assert (reviewing.returncode, out, err) == (0, "", "")
    assert zipfile.is_zipfile(home / "decks" / "mass-line.zh.apkg")
    assert printed(capsys, "check").endswith("all is well\n")


def test_a_reader_that_has_seen_enough_is_no_trouble() -> None:
    with process("cards", "--format", "jsonl", ARTICLE) as making:
        assert making.stdout
        assert making.stderr
        making.stdout.close()
        said = making.stderr.read()
    assert "Traceback" not in said
    assert "BrokenPipe" not in said
    assert making.returncode == 128 + signal.SIGPIPE


def test_a_full_disk_behind_a_redirection_is_said() -> None:
    with Path("/dev/full").open("wb") as full, process("cards", ARTICLE, stdout=full) as making:
        assert making.stderr
        said = making.stderr.read()
    assert making.returncode == 1
    assert said.splitlines()[-1] == "the disk is full; make room and try again"


def test_an_interrupted_command_is_quiet(tmp_path: Path) -> None:
    """The deck file is a pipe that nobody writes to: the command waits until it is interrupted."""
    pipe = tmp_path / "deck.jsonl"
    os.mkfifo(pipe)
    with process("build", "-o", tmp_path / "deck.apkg", pipe) as waiting:
        assert waiting.stderr
        assert waiting.stderr.readline() == "reading deck.jsonl\n"
        waiting.send_signal(signal.SIGINT)
        said = waiting.stderr.read()
    assert said.strip() == ""
    assert waiting.returncode == 128 + signal.SIGINT
