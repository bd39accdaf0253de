"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import resource
import signal
from pathlib import Path

import pytest

from cards.errors import CardsError
from cards.files import write_whole


def test_the_content_replaces_what_was_there(tmp_path: Path) -> None:
    target = tmp_path / "deck.apkg"
    target.write_bytes(b"old")
    write_whole(target, b"new")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"deck.apkg": b"new"}


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "deck.apkg")
    write_whole(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "deck.apkg").read_bytes() == b"new"


def test_a_device_is_written_to_and_stays(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_whole(pipe, b"deck")
    assert os.read(reader, 10) == b"deck"
    assert pipe.is_fifo()
    os.close(reader)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(CardsError, match=r"none/deck\.apkg: cannot be written \(No such file or directory\)"):
        write_whole(tmp_path / "none" / "deck.apkg", b"x")


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "deck.apkg").mkdir()
    with pytest.raises(CardsError, match=r"deck\.apkg: cannot be written \(Is a directory\)"):
        write_whole(tmp_path / "deck.apkg", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["deck.apkg"]


def test_a_disk_that_fills_up_leaves_the_old_file(tmp_path: Path) -> None:
    """The limit on file size stands in for a full disk: the write fails midway in the same way."""
    target = tmp_path / "deck.apkg"
    target.write_bytes(b"old")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(CardsError, match=r"deck\.apkg: cannot be written \(File too large\)"):
            write_whole(target, b"x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, ignored)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"deck.apkg": b"old"}
