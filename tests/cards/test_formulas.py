"""Formulas inside a text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cards.formulas import formulas_in, masked
from cards.model import Span

_PIECES = st.lists(st.sampled_from(["\\(", "\\)", "\n", "x", "群众", "^2", "\\", "("]), max_size=30).map(
    "".join
)


def test_a_formula_is_found_with_its_delimiters() -> None:
    text = "能量 \\(E=mc^2\\) 与 \\(m\\)。"

    assert [span.of(text) for span in formulas_in(text)] == ["\\(E=mc^2\\)", "\\(m\\)"]


def test_a_formula_ends_on_its_line() -> None:
    assert formulas_in("\\(x\ny\\) and \\(z\\)") == (Span(12, 17),)


def test_a_masked_text_keeps_its_length_and_what_is_no_formula() -> None:
    assert masked("a \\(x.\\) b", by="X") == "a XXXXXX b"


@given(_PIECES)
def test_masks_leave_no_formula_and_change_nothing_else(text: str) -> None:
    hidden = masked(text)

    assert len(hidden) == len(text)
    assert formulas_in(hidden) == ()
    assert all(one in (other, "\ufffc") for one, other in zip(hidden, text, strict=True))


@given(_PIECES)
def test_formulas_are_in_order_and_apart_and_have_both_ends(text: str) -> None:
    found = formulas_in(text)

    assert all(before.end <= after.start for before, after in pairwise(found))
    assert all(span.of(text).startswith("\\(") and span.of(text).endswith("\\)") for span in found)
