"""Word files that are damaged, hostile or endless: one sentence, or what is left of the text."""

from __future__ import annotations

import io
import zipfile

import pytest

from cards.documents import Kind, read, read_here
from cards.errors import CardsError
from tests.cards.documents.office.packing import package, packed, xml
from tests.cards.documents.word.files import p, style, told, word, word_file

WHOLE = word_file(p("水是湿的。"))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/\
2006/main"><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>"""


def _refusal(data: bytes, name: str = "a.docx") -> str:
    with pytest.raises(CardsError) as refused:
        read_here(data, name=name)
    assert "\n" not in str(refused.value)
    return str(refused.value)


def _main(content: bytes) -> bytes:
    return package("word/document.xml", {"word/document.xml": content})


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "a.docx: this document is empty"),
        (
            b"Just text.",
            "a.docx: this is no Word file; give it the ending of what it is, such as .txt or .html",
        ),
        (WHOLE[:400], "a.docx: this file is damaged or cut short"),
        (WHOLE[: len(WHOLE) // 2], "a.docx: this file is damaged or cut short"),
        (packed({"a.txt": b"text"}), "a.docx: this is a zip archive"),
        (
            packed({"[Content_Types].xml": b"", "xl/workbook.xml": b""}),
            "a.docx: this is a table of a spreadsheet",
        ),
        (
            packed({"[Content_Types].xml": b"", "word/x.xml": b""}),
            "a.docx: the document inside this file is missing",
        ),
        (package("word/gone.xml", {"word/x.xml": b""}), "a.docx: the document inside this file is missing"),
        (_main(b""), "a.docx: word/document.xml inside this file is damaged"),
        (_main(b"not XML"), "a.docx: word/document.xml inside this file is damaged"),
        (
            _main(xml("w:document", "<w:body>" + p("a"))[:-9]),
            "a.docx: word/document.xml inside this file is damaged",
        ),
        (_main(LAUGHS), "a.docx: word/document.xml inside this file is damaged"),
        (word_file("<w:tbl><w:tr><w:tc>" * 90), "a.docx: word/document.xml inside this file is damaged"),
        (word_file(""), "a.docx: this document is empty"),
        (word_file(p("")), "a.docx: this document is empty"),
        (OLE, "a.docx: this is an old Microsoft Office file"),
        (
            OLE + "WordDocument".encode("utf-16-le"),
            "a.docx: this is an old Word file; open it in Word, WPS or",
        ),
        (
            OLE + "PowerPoint Document".encode("utf-16-le"),
            "a.docx: this is an old PowerPoint file; open it in",
        ),
        (
            OLE + "EncryptedPackage".encode("utf-16-le"),
            "a.docx: this Office file is locked with a password; open",
        ),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(data: bytes, sentence: str) -> None:
    assert _refusal(data).startswith(sentence)


def test_a_bomb_is_refused_before_it_grows() -> None:
    assert "grow" in _refusal(_main(b"<w:document>" + b" " * 60_000_000))


def test_a_word_file_is_known_under_any_name() -> None:
    assert read_here(WHOLE, name="notes.txt").blocks[0].kind is Kind.PARAGRAPH


def test_a_damaged_part_beside_the_text_is_done_without() -> None:
    body = p("水是湿的。", style="h")
    whole = io.BytesIO(word_file(body, styles=style("h", "heading 1"), numbering="", footnotes=""))
    damaged = io.BytesIO()
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(damaged, "w") as target:
        for name in source.namelist():
            beside = name in ("word/styles.xml", "word/numbering.xml", "word/footnotes.xml")
            target.writestr(name, b"<broken" if beside else source.read(name))

    assert told(read_here(damaged.getvalue(), name="a.docx")) == ["paragraph: 水是湿的。"]


def test_nested_tables_and_boxes_are_read_as_deep_as_xml_goes() -> None:
    deep = p("water")
    for _ in range(60):
        deep = f"<w:tbl><w:tr><w:tc>{deep}</w:tc></w:tr></w:tbl>"
    content = p("control")
    for _ in range(100):
        content = f"<w:sdt><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    assert told(word(deep + content)) == ["paragraph: water", "paragraph: control"]


def test_a_hundred_thousand_paragraphs_are_read() -> None:
    document = read_here(word_file(p("Water is wet.") * 100_000), name="a.docx")

    assert len(document.blocks) == 100_000


def test_what_no_text_has_is_not_read() -> None:
    assert told(word(p("wa\ufefft\ufffcer\u2028wet")))[0] == "paragraph: water wet"


def test_a_word_file_is_read_in_a_process_of_its_own() -> None:
    assert read(WHOLE, name="a.docx") == read_here(WHOLE, name="a.docx")
