"""Whatever an author writes with another program's library is read back."""

from __future__ import annotations

import io

import docx
from hypothesis import given, settings
from hypothesis import strategies as st

from cards.documents import Document, Kind, prose_of, read_here
from cards.errors import CardsError

_WORDS = st.lists(
    st.sampled_from(
        "水 火 细胞 是 生命的 基本单位 water fire cells are wet hot α 𠮷 “引” (a) 3.5 e.g.".split()
    ),
    min_size=1,
    max_size=8,
).map(lambda words: "".join(words)[:39])
_PIECE = st.one_of(
    st.tuples(st.sampled_from(["Heading 1", "Heading 2", "Heading 3", "Title"]), _WORDS),
    st.tuples(st.sampled_from(["Normal", "Body Text", "List Bullet", "List Bullet 2", "Quote"]), _WORDS),
    st.tuples(st.just("table"), st.lists(st.lists(_WORDS, min_size=2, max_size=2), min_size=2, max_size=3)),
)
_KINDS = {
    "Normal": Kind.PARAGRAPH,
    "Body Text": Kind.PARAGRAPH,
    "List Bullet": Kind.ITEM,
    "List Bullet 2": Kind.ITEM,
    "Quote": Kind.QUOTE,
}
Written = list[tuple[str, str | list[list[str]]]]


def _saved(pieces: Written) -> bytes:
    document = docx.Document()
    for style, said in pieces:
        if isinstance(said, str):
            document.add_paragraph(said, style=style)
            continue
        table = document.add_table(rows=0, cols=2)
        for words in said:
            for cell, word in zip(table.add_row().cells, words, strict=True):
                cell.text = word
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _expected(pieces: Written) -> list[tuple[Kind, int, str]]:
    blocks: list[tuple[Kind, int, str]] = []
    titled = False
    for style, said in pieces:
        if not isinstance(said, str):
            blocks += [(Kind.TABLE, int(at == 0), "\t".join(row)) for at, row in enumerate(said)]
            continue
        titled = titled or style == "Title"
        depth = int(style[-1]) if style[-1].isdigit() else 1
        kind = _KINDS.get(style, Kind.HEADING)
        below_title = titled and style != "Title" and kind is Kind.HEADING
        blocks.append((kind, 0 if kind is Kind.PARAGRAPH else depth + below_title, said))
    return blocks


def _found(document: Document) -> list[tuple[Kind, int, str]]:
    return [(block.kind, block.level, prose_of(document, block).text) for block in document.blocks]


@settings(deadline=None, max_examples=25)
@given(st.lists(_PIECE, min_size=1, max_size=8))
def test_all_that_was_written_is_read_in_its_order_and_at_its_level(pieces: Written) -> None:
    assert _found(read_here(_saved(pieces), name="a.docx")) == _expected(pieces)


@settings(deadline=None, max_examples=15)
@given(st.lists(_PIECE, min_size=1, max_size=4), st.integers(0, 100), st.binary(min_size=1, max_size=30))
def test_a_file_with_broken_bytes_gives_a_document_or_one_sentence(
    pieces: Written, at: int, bytes_: bytes
) -> None:
    data = bytearray(_saved(pieces))
    start = len(data) * at // 101
    data[start : start + len(bytes_)] = bytes_

    assert "\n" not in _outcome(bytes(data))


def _outcome(data: bytes) -> str:
    try:
        return read_here(data, name="a.docx").name
    except CardsError as refusal:
        return str(refusal)
