"""Files, folders and pasted text -> documents, or one sentence about what is wrong."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from cards.documents import MOST_BYTES, MOST_LINES, READERS, Kind, read, read_file, read_text
from cards.errors import CardsError


def _refusal(data: bytes, name: str) -> str:
    with pytest.raises(CardsError) as refused:
        read(data, name=name)
    return str(refused.value)


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"", "a.txt", "a.txt: this document is empty"),
        (b" \n\t\n", "a.txt", "a.txt: this document holds no text, only white space and markup"),
        ("\u3000\n".encode(), "a.md", "a.md: this document holds no text, only white space and markup"),
        (
            b"<!-- nothing -->\n---\n",
            "a.md",
            "a.md: this document holds no text, only white space and markup",
        ),
        (
            b"PK\x03\x04\x14\x00",
            "a.docx",
            "a.docx: this file is damaged or cut short; get it again",
        ),
        (
            b"PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.text PK\x05\x06",
            "a.odt",
            "a.odt: this is an OpenDocument text; open it in LibreOffice or WPS and save it as .docx",
        ),
        (b"MZ\x90\x00\x03\x00", "a.txt", "a.txt: this is a program; choose a document"),
        (b"\x89PNG\r\n\x1a\n", "a.md", "a.md: this is a picture; write its text into a .txt or .md file"),
        (b"a\x00b\x00\x00\x01\x02", "a.txt", "a.txt: cannot tell how its text is encoded"),
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence(data: bytes, name: str, sentence: str) -> None:
    assert _refusal(data, name).startswith(sentence)


def test_letters_that_begin_like_a_program_are_text() -> None:
    assert read(b"MZ is the sign of Mark Zbikowski.", name="a.txt").blocks


def test_a_text_is_read_without_the_libraries_of_other_formats() -> None:
    code = (
        "import sys; from cards.documents import read; read('正文。'.encode(), name='a.txt');"
        "print([name for name in ('lxml', 'PIL', 'pypdfium2', 'numpy') if name in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)

    assert said.stdout == "[]\n"


def test_no_reader_claims_plain_text_for_its_own() -> None:
    assert [reader for reader in READERS if reader.knows("# 标题\n\n正文。".encode())] == []


def test_a_document_beyond_the_limit_is_refused() -> None:
    assert _refusal(b"a" * (MOST_BYTES + 1), "a.txt").startswith(
        "a.txt: 32.1 MB is more than the 32 MB that kapian reads"
    )


def test_a_document_of_too_many_lines_is_refused() -> None:
    assert _refusal(b"a\n" * (MOST_LINES + 1), "a.md").startswith(
        "a.md: 300001 lines are more than the 300000"
    )


def test_a_file_is_known_by_its_name_without_folders(tmp_path: Path) -> None:
    path = tmp_path / "笔记.md"
    path.write_text("# 标题\n\n正文。\n", encoding="utf-8")

    assert read_file(path).name == "笔记.md"


def test_the_same_text_has_the_same_id_under_another_name() -> None:
    assert read_text("正文。", name="a.txt").id == read_text("正文。", name="b.md").id


def test_pasted_text_is_read_by_its_name() -> None:
    assert read_text("# 标题\n\n正文。", name="pasted.md").blocks[0].kind is Kind.HEADING
    assert read_text("# 标题\n\n正文。", name="pasted").blocks[0].span.start == 0


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(CardsError, match=r"none\.txt: there is no such file$"):
        read_file(tmp_path / "none.txt")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(CardsError, match=r": this is a folder; name the documents in it$"):
        read_file(tmp_path)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "群众路线。" * 200_000),
        ("a.txt", "“" * 100_000 + "话" + "”" * 100_000),
        ("a.txt", "\n".join(["一、总", "（一）分", "1. 小", "(1) 微"] * 2_000)),
        ("a.txt", ">" * 100_000 + " 话"),
        ("a.md", "群众路线。" * 200_000),
        ("a.md", "**a** " * 5_000),
        ("a.md", "[a](" * 5_000),
        ("a.md", "<div>词\n" * 5_000),
        ("a.md", "\n".join("  " * depth + "- 项" for depth in range(300))),
    ],
    ids=["line", "quotes", "numbers", "quoted", "markdown line", "bold", "links", "tags", "lists"],
)
def test_endless_and_nested_texts_are_read(name: str, text: str) -> None:
    assert read_text(text, name=name).blocks
