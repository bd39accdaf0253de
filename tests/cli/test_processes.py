"""The command line of kapian as a process: signals, pipes, redirections."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import urllib.request
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from tests.cli.calling import ARTICLE, ROOT


def process(*arguments: str | Path, stdout: int | IO[bytes] = subprocess.PIPE) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "webreview", *map(str, arguments)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        command,
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
        encoding="utf-8",
        preexec_fn=heed_interrupts,
    )


def heed_interrupts() -> None:
    """Undo what a shell does to programs that it starts in the background: Ctrl-C is not for them."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def address_in(lines: Iterator[str]) -> str:
    return next(match[1] for line in lines if (match := re.search(r"review at (\S+)", line)))


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_review_keeps_writes_serves_and_ends_quietly(stop: signal.Signals, home: Path) -> None:
    with process("review", "--no-open", "--port", "0", ARTICLE) as reviewing:
        assert reviewing.stderr
        address = address_in(reviewing.stderr)
        with urllib.request.urlopen(address) as answer:
            assert answer.status == 200
        with process("add", ARTICLE) as second:
            assert "another kapian has this collection open" in second.communicate()[1]
        reviewing.send_signal(stop)
        out, err = reviewing.communicate(timeout=60)
    assert (reviewing.returncode, out, err) == (0, "", "")
    assert zipfile.is_zipfile(home / "decks" / "mass-line.zh.apkg")
    with process("check") as checking:
        assert checking.communicate()[0].endswith("all is well\n")


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


def test_an_interrupt_in_the_middle_of_many_documents_ends_all_of_it(tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / f"{number}.md").write_text("A tendon is a band that ties a muscle to a bone.\n" * number)
    # Read in its turn, and not at its end before we say so: the work is in its middle then.
    os.mkfifo(tmp_path / "slow")
    with process("cards", tmp_path, tmp_path / "slow") as making:
        with (tmp_path / "slow").open("wb"):
            making.send_signal(signal.SIGINT)
        out, err = making.communicate(timeout=60)
    assert (making.returncode, out, err) == (130, "", "")
