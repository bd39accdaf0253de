"""What holds for every text, however odd."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cards.documents import Document, Kind, prose_of, read, read_text
from cards.documents.decoding import decode
from cards.errors import CardsError
from cards.model import Span

_PIECES = st.sampled_from(
    [
        *(
            "一、",
            "（一）",
            "(2)",
            "第三，",
            "第一章 ",
            "第二条　",
            "1. ",
            "1.2 ",
            "2 ",
            "IV. ",
            "①",
            "首先，",
            "Chapter 2: ",
        ),
        *(
            "群众路线",
            "是党的生命线。",
            "只有坚持",
            "，",
            "；",
            "”",
            "“一切”",
            "（注）",
            "𠮷",
            "e\u0301",
            "\u200b",
            "\u3000",
        ),
        *("The soil ", "holds water. ", "Title", "HEADING", "e.g. ", "U.S.", "don't", " ", "\t", "    "),
        *(
            "\n",
            "\n\n",
            "\n\n\n",
            "- ",
            "* ",
            "• ",
            "> ",
            ">> ",
            "# ",
            "### ",
            "---",
            "===",
            "***",
            "**",
            "*",
            "_",
            "`",
            "```\n",
        ),
        *(
            "|",
            "|a|b|\n|-|-|\n",
            "[",
            "](x)",
            "![",
            "[^1]",
            "[^1]: ",
            "&amp;",
            "\\",
            "$",
            "$$\n",
            "<b>",
            "</b>",
            "<!--",
            "-->",
            "~~",
        ),
        *(
            "[[",
            "]]",
            "![[",
            "[[页|词]]",
            "[[页#节]]",
            "==",
            "%%",
            "%%\n",
            " ^id",
            "#tag ",
            "\\[",
            "\\]",
            "\\(x\\)",
        ),
        *("$x$", "10<sup>3</sup>", "> [!note] ", "![a](b.png)", "![[c.png]]", '<img src="d.png" alt="e">'),
    ]
)
_PATCHWORK = st.lists(_PIECES, min_size=1, max_size=40).map("".join)
# Lone surrogates cannot stand in a file.
_ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200)
_TEXTS = _PATCHWORK | _ANY_TEXT
# The first text in a rare language loads the language model, which takes longer than hypothesis allows.
_untimed = settings(deadline=None)
_NAMES = st.sampled_from(["notes.txt", "notes.md"])


def _document(text: str, name: str) -> Document | None:
    try:
        return read_text(text, name=name)
    except CardsError:
        return None


def _outcome(data: bytes, name: str) -> str:
    try:
        document = read(data, name=name)
    except CardsError as refusal:
        return str(refusal)
    return "read" if document.blocks else "nothing"


@_untimed
@given(_TEXTS, _NAMES)
def test_blocks_are_in_order_and_apart_and_within_the_text(text: str, name: str) -> None:
    document = _document(text, name)
    blocks = document.blocks if document else ()

    assert all(before.span.end <= after.span.start for before, after in pairwise(blocks))
    assert all(block.span.start < block.span.end <= len(text) for block in blocks)


@_untimed
@given(_TEXTS, _NAMES)
def test_spans_are_trimmed_of_white_space(text: str, name: str) -> None:
    document = _document(text, name)
    words = [block.span.of(document.text) for block in document.blocks] if document else []

    assert words == [word.strip() for word in words]


@_untimed
@given(_TEXTS, _NAMES)
def test_the_text_is_the_file_but_for_its_newlines(text: str, name: str) -> None:
    document = _document(text, name)

    assert document is None or document.text == text.removeprefix("\ufeff").replace("\r\n", "\n").replace(
        "\r", "\n"
    )


@_untimed
@given(_PATCHWORK)
def test_every_letter_of_a_text_file_is_in_a_block(text: str) -> None:
    document = _document(text, "notes.txt")
    held = (
        {at for block in document.blocks for at in range(block.span.start, block.span.end)}
        if document
        else set()
    )
    letters = {at for at, character in enumerate(text) if character.isalnum()}

    assert letters <= held


@_untimed
@given(_TEXTS, _NAMES)
def test_prose_leads_back_to_its_place(text: str, name: str) -> None:
    document = _document(text, name)
    for block in document.blocks if document else ():
        prose = prose_of(document, block) if document else None
        assert prose is not None
        places = [prose.span(at, at + 1) for at in range(len(prose.text))]
        assert all(block.span.holds(place) for place in places)
        assert all(before.start <= after.start for before, after in pairwise(places))
        assert prose.span(0, len(prose.text)) == Span(places[0].start, places[-1].end)


@_untimed
@given(_TEXTS, _NAMES)
def test_markup_is_in_order_and_within_its_block(text: str, name: str) -> None:
    document = _document(text, name)
    for block in document.blocks if document else ():
        assert all(before.span.end <= after.span.start for before, after in pairwise(block.markup))
        assert all(block.span.holds(markup.span) for markup in block.markup)


@_untimed
@given(_TEXTS, _NAMES)
def test_headings_and_items_have_levels_and_paragraphs_have_none(text: str, name: str) -> None:
    document = _document(text, name)
    for block in document.blocks if document else ():
        assert (block.level > 0) == (
            block.kind in (Kind.HEADING, Kind.ITEM, Kind.QUOTE)
        ) or block.kind is Kind.TABLE


@_untimed
@given(_TEXTS, _NAMES)
def test_reading_twice_gives_equal_documents(text: str, name: str) -> None:
    assert _document(text, name) == _document(text, name)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "gb18030"])
@_untimed
@given(text=_PATCHWORK)
def test_text_written_in_a_named_encoding_comes_back(encoding: str, text: str) -> None:
    named = decode(text.encode(encoding), name="notes.txt", encoding=encoding.removesuffix("-sig"))

    assert named.text == text


@_untimed
@given(st.binary(max_size=300), _NAMES)
def test_any_bytes_give_a_document_or_one_sentence_about_the_file(data: bytes, name: str) -> None:
    outcome = _outcome(data, name)

    assert outcome.startswith(f"{name}:") or outcome == "read"
    assert "\n" not in outcome
