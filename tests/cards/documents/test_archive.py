"""Zip files, honest and other, -> their members."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards.documents.archive import Archive, Bounds
from cards.errors import CardsError
from tests.cards.documents.zips import Members, packed


def renamed(members: Members, old: bytes, new: bytes) -> bytes:
    """An archive whose writer knows of no encoding: the bytes of a name as they are, of equal length."""
    assert len(old) == len(new)
    return packed(members).replace(old, new)


def refusal(read: Callable[[], object]) -> str:
    with pytest.raises(CardsError) as refused:
        read()
    return str(refused.value)


def opening(content: bytes, bounds: Bounds = Bounds()) -> Callable[[], object]:  # noqa: B008
    return lambda: Archive.open(content, name="a.zip", bounds=bounds)


def test_members_are_read_by_their_names() -> None:
    archive = Archive.open(packed({"ch/1.txt": b"one", "ch/": b"", "二.md": b"two"}), name="a.zip")

    assert archive.names == ("ch/1.txt", "二.md")
    assert archive.read("二.md") == b"two"
    assert archive.size("ch/1.txt") == 3
    assert "ch/1.txt" in archive
    assert "ch/2.txt" not in archive
    assert archive.remarks == ()


@given(st.dictionaries(st.from_regex(r"[a-z]{1,8}\.txt", fullmatch=True), st.binary(max_size=70_000)))
def test_what_was_packed_is_read(members: Members) -> None:
    archive = Archive.open(packed(members), name="a.zip")
    assert {name: archive.read(name) for name in archive.names} == members


def test_an_archive_on_the_disk_is_read_without_taking_it_whole(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(packed({"a.txt": b"one"}))
    with (tmp_path / "a.zip").open("rb") as file:
        assert Archive.open(file, name="a.zip").read("a.txt") == b"one"


@pytest.mark.parametrize(
    ("stored", "name"),
    [
        ("群众路线.txt".encode("gb18030"), "群众路线.txt"),
        ("群众路线.txt".encode(), "群众路线.txt"),
        (b"a\\b.txt", "a/b.txt"),
    ],
    ids=["packed on Chinese Windows", "packed on a Mac", "parted as on Windows"],
)
def test_names_in_any_encoding_are_text(stored: bytes, name: str) -> None:
    plain = b"x" * len(stored)
    archive = Archive.open(renamed({plain.decode(): b"one"}, plain, stored), name="a.zip")
    assert archive.names == (name,)
    assert archive.read(name) == b"one"


@pytest.mark.parametrize(
    ("member", "said"),
    [
        ("../a.txt", "../a.txt was left out: its name leads out of the archive"),
        ("ch/../../a.txt", "ch/../../a.txt was left out: its name leads out of the archive"),
        ("/etc/passwd", "/etc/passwd was left out: its name leads out of the archive"),
        ("C:/a.txt", "C:/a.txt was left out: its name leads out of the archive"),
        ("a\u202etxt.exe", "a<202e>txt.exe was left out: its name holds characters that cannot be seen"),
        ("a\nb.txt", "a<000a>b.txt was left out: its name holds characters that cannot be seen"),
    ],
)
def test_a_member_whose_name_leads_astray_is_left_out_and_said(member: str, said: str) -> None:
    archive = Archive.open(packed({"good.txt": b"one", member: b"two"}), name="a.zip")
    assert archive.names == ("good.txt",)
    assert [str(remark) for remark in archive.remarks] == [said]


def test_the_first_of_two_members_of_one_name_is_read() -> None:
    archive = Archive.open(renamed({"a.txt": b"one", "b.txt": b"two"}, b"b.txt", b"a.txt"), name="a.zip")
    assert archive.read("a.txt") == b"one"
    assert [str(remark) for remark in archive.remarks] == [
        "a.txt was left out: the archive has another of this name"
    ]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"no archive" * 9, packed({"a": b"a" * 99})[:-30]])
def test_what_is_no_whole_archive_is_refused(content: bytes) -> None:
    assert refusal(opening(content)) == "a.zip: this archive is damaged or cut short; get the file again"


def test_a_damaged_member_is_refused() -> None:
    content = packed({"a.txt": b"the very words"}, zipfile.ZIP_STORED).replace(b"very", b"evil")
    assert refusal(lambda: Archive.open(content, name="a.zip").read("a.txt")).startswith(
        "a.zip: this archive is damaged"
    )


@given(st.data())
def test_a_broken_archive_is_read_or_refused(data: st.DataObject) -> None:
    content = bytearray(packed({"a.txt": b"one" * 50, "b/c.txt": b"two"}))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with suppress(CardsError):
        archive = Archive.open(bytes(content), name="a.zip")
        assert all(len(archive.read(name)) <= archive.size(name) for name in archive.names)


def test_an_archive_of_too_many_members_is_refused() -> None:
    content = packed({f"{number}.txt": b"" for number in range(11)})
    said = "a.zip: this archive has more than 10 files; give its documents in smaller ones"
    assert refusal(opening(content, Bounds(members=10))) == said


def test_a_list_of_members_that_would_fill_the_memory_is_not_read() -> None:
    content = bytearray(packed({"a.txt": b"one"}))
    content[-10:-6] = struct.pack("<L", 2**31)
    assert refusal(opening(bytes(content))).startswith("a.zip: this archive has more than 10000 files")


def test_an_archive_that_would_unpack_to_too_much_is_refused() -> None:
    content = packed({"a.txt": bytes(3 * 2**20), "b.txt": bytes(2 * 2**20)})
    assert refusal(opening(content, Bounds(all_bytes=4 * 2**20))) == (
        "a.zip: 5 MB are in this archive, more than the 4 MB that kapian unpacks; give its documents one by one"
    )


def test_an_archive_that_would_grow_a_thousandfold_is_refused() -> None:
    assert refusal(opening(packed({"a.txt": bytes(20 * 2**20)}))).startswith(
        "a.zip: this archive would grow to 10"
    )


def test_a_member_that_is_too_large_is_refused_when_it_is_read() -> None:
    archive = Archive.open(
        packed({"a.txt": bytes(2 * 2**20), "b": b"b"}), name="a.zip", bounds=Bounds(member_bytes=2**20)
    )
    assert archive.read("b") == b"b"
    assert refusal(lambda: archive.read("a.txt")) == (
        "a.zip: a.txt has 2 MB, more than the 1 MB that kapian unpacks"
    )


def test_a_member_that_holds_more_than_the_list_says_is_cut_and_refused() -> None:
    content = bytearray(packed({"a.txt": bytes(4 * 2**20)}))
    listed = content.rindex(b"PK\x01\x02") + 24
    content[listed : listed + 4] = struct.pack("<L", 100)
    assert refusal(lambda: Archive.open(bytes(content), name="a.zip").read("a.txt")).startswith(
        "a.zip: this archive is damaged"
    )


def test_a_locked_member_is_refused() -> None:
    content = bytearray(packed({"a.txt": b"one"}))
    content[6] |= 1
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    said = "a.zip: its files are locked with a password; unpack it and give the documents"
    assert refusal(lambda: Archive.open(bytes(content), name="a.zip").read("a.txt")) == said


def test_a_packing_that_takes_memory_of_its_own_is_not_unpacked() -> None:
    archive = Archive.open(packed({"a.txt": b"one"}, zipfile.ZIP_LZMA), name="a.zip")
    assert refusal(lambda: archive.read("a.txt")).startswith(
        "a.zip: a.txt is packed in a way that kapian does not"
    )
