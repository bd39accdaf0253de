"""When a card is called a leech."""

from __future__ import annotations

import pytest

from webreview.review.leeches import strikes


@pytest.mark.parametrize(
    ("threshold", "lapses"),
    [(8, [8, 12, 16, 20]), (5, [5, 8, 11, 14, 17, 20]), (1, list(range(1, 21))), (0, [])],
)
def test_a_leech_is_told_at_the_threshold_and_every_half_of_it_as_in_anki(
    threshold: int, lapses: list[int]
) -> None:
    assert [number for number in range(21) if strikes(number, threshold)] == lapses
