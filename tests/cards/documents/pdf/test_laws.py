"""What holds for letters wherever they stand."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from cards.documents import Document, read_here
from cards.errors import CardsError
from tests.cards.documents.pdf.made import at, pdf

_WORDS = st.sampled_from(
    [
        "Word",
        "word-",
        "-",
        "1",
        "•",
        ")",
        "Chapter 3",
        "1. It rains",
        ". . . . . . 4",
        "12",
        "Figure 1",
        "é",
        "x" * 90,
    ]
)
_DRAWN = st.builds(
    at,
    st.sampled_from([72, 100, 320, 500, 594, -5]),
    st.sampled_from([800, 700, 688, 687.9, 676, 674, 664, 40, 30]),
    _WORDS,
    size=st.sampled_from([10, 10, 8, 16, 24, 0.1, 500]),
    font=st.sampled_from(["F1", "F2", "F3"]),
    turn=st.sampled_from(["1 0 0 1", "1 0 0 1", "0 1 -1 0", "-1 0 0 1", "0 0 0 0", "1e9 0 0 1"]),
)
_PAGES = st.lists(st.lists(_DRAWN, max_size=30).map("".join), min_size=1, max_size=4)
_ON_THE_PAGE = ["/Rotate 90", "/CropBox [100 100 400 700]", "/UserUnit 9", ""]


def _outcome(pages: list[str], page: str) -> Document | str:
    try:
        return read_here(pdf(*pages, page=page), name="a.pdf")
    except CardsError as refusal:
        return str(refusal)


@settings(deadline=None, max_examples=60)
@given(_PAGES, st.sampled_from(_ON_THE_PAGE))
def test_letters_anywhere_give_a_document_or_one_sentence(pages: list[str], page: str) -> None:
    outcome = _outcome(pages, page)

    assert isinstance(outcome, Document) or outcome.startswith("a.pdf: ")


@settings(deadline=None, max_examples=60)
@given(_PAGES)
def test_blocks_and_pages_are_in_order_and_within_the_text(pages: list[str]) -> None:
    outcome = _outcome(pages, "")
    blocks = outcome.blocks if isinstance(outcome, Document) else ()
    places = outcome.places if isinstance(outcome, Document) else ()

    assert all(before.span.end <= after.span.start for before, after in pairwise(blocks))
    assert all(before.start < after.start for before, after in pairwise(places))
    assert all(outcome.place_at(block.span.start) for block in blocks if isinstance(outcome, Document))


@settings(deadline=None, max_examples=20)
@given(_PAGES)
def test_reading_twice_gives_equal_documents(pages: list[str]) -> None:
    assert _outcome(pages, "") == _outcome(pages, "")
