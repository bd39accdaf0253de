"""XML from anywhere becomes a tree, or is refused before it costs anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from cards.documents.xmltree import MOST_MARKS, XmlError, tree_of

LAUGHS = b"""<!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]><lolz>&d;</lolz>"""


def test_a_tree_has_its_words_in_any_encoding() -> None:
    written = "<?xml version='1.0' encoding='{}'?><a>细胞</a>"

    assert [tree_of(written.format(name).encode(name)).text for name in ("utf-8", "utf-16", "gb18030")] == [
        "细胞"
    ] * 3


def test_a_document_type_without_entities_is_harmless() -> None:
    assert (
        tree_of(b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://localhost/svg11.dtd"><svg/>').tag
        == "svg"
    )


def test_a_prefix_that_nobody_explained_is_part_of_the_name() -> None:
    assert [element.tag for element in tree_of(b"<a><x:b/><c/></a>")] == ["x:b", "c"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"text",
        b"<a>",
        b"<x:a",
        b"<a><x:b></a>",
        b"<a>" * 400 + b"</a>" * 400,
        b"<a>" + b"<b/>" * MOST_MARKS + b"</a>",
        LAUGHS,
        b"<!DOCTYPE a [<!ENTITY x SYSTEM 'http://localhost:1/'>]><a>&x;</a>",
    ],
    ids=[
        "empty",
        "text",
        "cut",
        "cut and unexplained",
        "open and unexplained",
        "deep",
        "endless",
        "laughs",
        "address",
    ],
)
def test_what_no_honest_program_writes_is_refused(content: bytes) -> None:
    with pytest.raises(XmlError):
        tree_of(content)


def test_no_file_is_read_for_an_entity(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret", encoding="utf-8")
    with pytest.raises(XmlError):
        tree_of(f"<!DOCTYPE a [<!ENTITY x SYSTEM '{secret.as_uri()}'>]><a>&x;</a>".encode())
