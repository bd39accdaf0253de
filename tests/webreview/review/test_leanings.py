"""Decisions in triage steer the ranking, a little and within bounds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webreview.review.leanings import LEAST, MOST, Tally, leanings_of


@pytest.mark.parametrize(
    ("kept", "rejected", "leaning"),
    [(0, 0, 1.0), (4, 1, 1.0), (20, 0, 1.2), (0, 1, 0.83), (0, 10, 0.5), (0, 100, 0.5), (3, 3, 0.8)],
)
def test_a_writer_is_ranked_by_what_was_kept_of_it(kept: int, rejected: int, leaning: float) -> None:
    assert Tally(kept, rejected).leaning == leaning


@given(st.integers(0, 500), st.integers(0, 500))
def test_a_rejection_never_raises_and_a_kept_card_never_lowers(kept: int, rejected: int) -> None:
    now = Tally(kept, rejected).leaning

    assert LEAST <= Tally(kept, rejected + 1).leaning <= now <= Tally(kept + 1, rejected).leaning <= MOST


def test_writers_that_are_ranked_as_usual_are_not_named() -> None:
    assert leanings_of({"gap": Tally(4, 1), "cause": Tally(0, 10)}) == {"cause": 0.5}
