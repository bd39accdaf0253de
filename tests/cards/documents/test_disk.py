"""Files and folders on the disk."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cards.documents.disk import MOST_FILE_BYTES, Folder, beside_of, content_of, name_of
from cards.errors import CardsError


@pytest.mark.parametrize(
    ("stored", "name"),
    [
        ("群众路线.txt".encode("gb18030"), "群众路线.txt"),
        ("群众路线.txt".encode(), "群众路线.txt"),
        (b"\xff\x81.txt", "\ufffd\ufffd.txt"),
    ],
    ids=["GB18030", "UTF-8", "neither"],
)
def test_a_file_name_in_any_encoding_is_text(stored: bytes, name: str, tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + stored))
    path.write_text("正文。\n", encoding="utf-8")

    assert name_of(path) == name
    assert Folder(tmp_path).names == (name,)
    assert Folder(tmp_path).read(name) == "正文。\n".encode()


def test_a_file_beyond_the_limit_is_not_taken_into_memory(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(MOST_FILE_BYTES + 1)
    with pytest.raises(CardsError, match=r"a\.txt: 128.1 MB is more than the 128 MB that kapian reads"):
        content_of(tmp_path / "a.txt")


def test_a_document_finds_what_it_names_in_its_folder_and_below(tmp_path: Path) -> None:
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "细胞.png").write_bytes(b"png")
    assert beside_of(tmp_path / "a.md")("images/细胞.png") == b"png"
    assert beside_of(tmp_path / "a.md")("./images/../images/细胞.png") == b"png"


@pytest.mark.parametrize(
    "name", ["../secret.png", "link.png", "none.png", "images", "/etc/hostname", "a\0.png", "x" * 999]
)
def test_a_document_finds_nothing_outside_its_folder(name: str, tmp_path: Path) -> None:
    (tmp_path / "notes" / "images").mkdir(parents=True)
    (tmp_path / "secret.png").write_bytes(b"png")
    (tmp_path / "notes" / "link.png").symlink_to(tmp_path / "secret.png")
    assert beside_of(tmp_path / "notes" / "a.md")(name) is None


def test_a_document_does_not_wait_for_a_pipe_that_it_names(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.png")
    assert beside_of(tmp_path / "a.md")("a.png") is None


def test_a_folder_holds_what_is_below_it_but_hidden_files(tmp_path: Path) -> None:
    for name in ("b.md", "picture.png", ".hidden.txt", "sub/c.txt", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    folder = Folder(tmp_path)
    assert sorted(folder.names) == ["b.md", "picture.png", "sub/c.txt"]
    assert folder.size("sub/c.txt") == 9


def test_a_link_out_of_a_folder_is_left_out_and_said_and_one_inside_is_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    notes = tmp_path / "notes"
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "c.txt").write_text("other")
    notes.mkdir()
    (notes / "a.txt").write_text("a")
    (notes / "inside.txt").symlink_to(notes / "a.txt")
    (notes / "outside.txt").symlink_to(tmp_path / "secret.txt")
    (notes / "folder").symlink_to(tmp_path / "other")
    folder = Folder(notes)
    assert sorted(folder.names) == ["a.txt", "inside.txt"]
    assert [str(remark) for remark in folder.remarks] == [
        "outside.txt was left out: it is a link to another folder"
    ]
