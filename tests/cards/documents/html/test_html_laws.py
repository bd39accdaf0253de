"""What holds for every page, however odd."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from cards.documents import Document, Kind, read_here
from cards.errors import CardsError

_NAMES = (
    "p div span b i a h1 h2 ul ol li dl dt dd table tr td th thead caption blockquote pre code br img figure "
    "figcaption sup sub math mi mfrac msup script style nav main article header footer aside section ruby rt details"
).split()
_ATTRIBUTES = st.sampled_from(
    ["", ' class="math"', ' class="nav"', ' class="comments"', " hidden", ' lang="zh"', ' href="#a"', ' id="a"',
     " rowspan=3", " colspan=2", ' role="presentation"', ' src="a.png"', ' style="font-weight:bold"']
)  # fmt: skip
_OPENING = st.builds("<{}{}>".format, st.sampled_from(_NAMES), _ATTRIBUTES)
_CLOSING = st.builds("</{}>".format, st.sampled_from(_NAMES))
_WORDS = st.sampled_from(
    [
        *(
            "一、",
            "细胞",
            "是生命的基本单位。",
            "The cell ",
            "is alive. ",
            "1. ",
            "[1]",
            "$x$",
            "\\[y\\]",
            "\\(",
            "¶",
        ),
        *("\n", " ", "&nbsp;", "&amp;", "&bogus;", "&#30;", "\u3000", "\u200b", "\x1e", "\x00"),
        *("<", ">", "<!--", "-->", "<![CDATA[", "]]>", "<?xml?>"),
    ]
)
_PATCHWORK = st.lists(_OPENING | _CLOSING | _WORDS, min_size=1, max_size=40).map("".join)
_untimed = settings(deadline=None)


def _document(page: str) -> Document | None:
    try:
        return read_here(f"<meta charset=utf-8>{page}".encode(), name="page.html")
    except CardsError:
        return None


@_untimed
@given(_PATCHWORK)
def test_blocks_of_pages_are_in_order_and_apart_and_trimmed(page: str) -> None:
    document = _document(page)
    blocks = document.blocks if document else ()
    words = [block.span.of(document.text) for block in blocks] if document else []

    assert all(before.span.end <= after.span.start for before, after in pairwise(blocks))
    assert [word for word in words if not word.strip()] == []
    assert [word.strip() for word in words] == [
        word.strip() if block.kind is Kind.CODE else word for word, block in zip(words, blocks, strict=True)
    ]


@_untimed
@given(_PATCHWORK)
def test_headings_items_and_quotes_of_pages_have_levels(page: str) -> None:
    document = _document(page)
    for block in document.blocks if document else ():
        assert (block.level > 0) == (
            block.kind in (Kind.HEADING, Kind.ITEM, Kind.QUOTE)
        ) or block.kind is Kind.TABLE


@_untimed
@given(st.binary(max_size=300), st.sampled_from(["page.html", "page.xhtml"]))
def test_any_bytes_called_a_page_give_a_document_or_one_sentence(data: bytes, name: str) -> None:
    try:
        outcome = "read" if read_here(data, name=name).blocks else "nothing"
    except CardsError as refusal:
        outcome = str(refusal)

    assert outcome == "read" or (outcome.startswith(f"{name}:") and "\n" not in outcome)
