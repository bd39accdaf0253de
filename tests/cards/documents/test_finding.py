"""What a command line names -> the documents there."""

from __future__ import annotations

from pathlib import Path

import pytest

from cards.documents import find_documents
from cards.documents.finding import Found, find
from cards.errors import CardsError
from tests.cards.documents.zips import packed


def names(found: Found) -> list[str]:
    return [given.name for given in found.given]


def left_out(found: Found) -> list[str]:
    return [str(remark) for remark in found.left_out]


def written(folder: Path, *files: str) -> Path:
    for name in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")
    return folder


def test_folders_are_searched_for_documents_in_order(tmp_path: Path) -> None:
    written(tmp_path, "b.md", "a.TXT", "picture.png", ".hidden.txt", "sub/c.txt", ".git/d.txt")
    found = find_documents([tmp_path, tmp_path / "b.md", tmp_path / "picture.png"])
    assert names(found) == ["a.TXT", "b.md", "sub/c.txt", "picture.png"]
    assert [given.content() for given in found.given[:2]] == [b"a.TXT", b"b.md"]
    assert found.left_out == ()


def test_a_folder_that_is_called_like_a_document_is_none(tmp_path: Path) -> None:
    assert names(find_documents([written(tmp_path, "notes.txt/a.md")])) == ["notes.txt/a.md"]


def test_the_documents_of_a_zip_file_are_those_inside(tmp_path: Path) -> None:
    (tmp_path / "book.zip").write_bytes(
        packed(
            {"ch/2.md": b"two", "ch/1.txt": b"one", "__MACOSX/ch/1.txt": b"", "ch/.x.txt": b"", "a.png": b""}
        )
    )
    found = find_documents([tmp_path / "book.zip"])
    assert names(found) == ["ch/1.txt", "ch/2.md"]
    assert found.given[1].content() == b"two"
    assert found.given[1].place == f"{tmp_path}/book.zip/ch/2.md"


def test_a_zip_file_in_a_folder_is_opened_and_one_inside_it_is_not(tmp_path: Path) -> None:
    inner = packed({"deep.txt": b"deep"})
    (tmp_path / "book.zip").write_bytes(packed({"a.txt": b"a", "inner.zip": inner, "b.7z": b""}))
    found = find_documents([tmp_path])
    assert names(found) == ["a.txt"]
    assert left_out(found) == [
        "b.7z was left out: it is packed inside an archive; unpack it first",
        "inner.zip was left out: it is packed inside an archive; unpack it first",
    ]


def test_a_broken_zip_file_in_a_folder_is_said_and_the_rest_is_found(tmp_path: Path) -> None:
    written(tmp_path, "a.txt", "b.zip")
    found = find_documents([tmp_path])
    assert names(found) == ["a.txt"]
    assert left_out(found) == ["b.zip: this archive is damaged or cut short; get the file again"]


def test_a_name_that_deceives_is_left_out_of_a_folder_and_refused_alone(tmp_path: Path) -> None:
    written(tmp_path, "a.txt", "b\u202etxt.md")
    found = find_documents([tmp_path])
    assert names(found) == ["a.txt"]
    assert left_out(found) == ["b<202e>txt.md was left out: its name holds characters that cannot be seen"]
    with pytest.raises(
        CardsError, match=r"^b<202e>txt\.md: this name holds characters that cannot be seen; rename"
    ):
        find_documents([tmp_path / "b\u202etxt.md"])


@pytest.mark.parametrize("pack", [False, True], ids=["folder", "zip"])
@pytest.mark.parametrize(
    ("named", "content"),
    [
        ("images/cell.png", b"cell"),
        ("./images/cell.png", b"cell"),
        ("my%20cell.png", b"mine"),
        ("../top.png", b"top"),
        ("cell.png", b"cell"),
        ("../../outside.png", None),
        ("/etc/hostname", None),
        ("none.png", None),
    ],
)
def test_a_document_finds_what_it_names_among_what_it_came_with(
    named: str, content: bytes | None, pack: bool, tmp_path: Path
) -> None:
    files = {
        "ch/a.md": b"a",
        "ch/images/cell.png": b"cell",
        "ch/my cell.png": b"mine",
        "top.png": b"top",
    }
    (tmp_path / "outside.png").write_bytes(b"outside")
    if pack:
        (tmp_path / "book.zip").write_bytes(packed(files))
    else:
        for name, data in files.items():
            written(tmp_path / "book.zip", name).joinpath(name).write_bytes(data)
    (given,) = find([tmp_path / "book.zip"], suffixes=(".md",)).given
    assert given.beside(named) == content


def test_a_folder_without_documents_is_named(tmp_path: Path) -> None:
    with pytest.raises(CardsError, match=r": no documents in this folder \(looked for "):
        find_documents([written(tmp_path, "a.png")])


def test_a_zip_file_without_documents_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(packed({"a.exe": b"MZ"}))
    with pytest.raises(CardsError, match=r"^a\.zip: no documents in this archive \(looked for "):
        find_documents([tmp_path / "a.zip"])


def test_a_missing_argument_is_named(tmp_path: Path) -> None:
    with pytest.raises(CardsError, match=r"none: there is no such file or folder$"):
        find_documents([str(tmp_path / "none")])
