"""The order in which a reader looks at the boxes of a slide."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cards.documents.slides.order import Frame, in_reading_order

_SIDES = st.integers(0, 100)
_FRAMES = st.builds(
    lambda left, top, width, height: Frame(left, top, left + width, top + height),
    _SIDES,
    _SIDES,
    _SIDES,
    _SIDES,
)


def _grid(columns: int, rows: int) -> list[Frame]:
    return [Frame(100 * x, 100 * y, 100 * x + 90, 100 * y + 90) for y in range(rows) for x in range(columns)]


def test_rows_are_read_from_the_top_and_each_from_the_left() -> None:
    grid = _grid(3, 2)
    shuffled = [grid[at] for at in (4, 0, 5, 2, 1, 3)]

    assert in_reading_order(shuffled) == [1, 4, 3, 5, 0, 2]


def test_columns_that_lie_beside_each_other_are_read_one_by_one() -> None:
    left = [Frame(0, 0, 90, 50), Frame(0, 60, 90, 200)]
    right = [Frame(100, 0, 190, 120), Frame(100, 130, 190, 200)]

    assert in_reading_order([right[0], left[0], right[1], left[1]]) == [1, 3, 0, 2]


def test_boxes_that_touch_a_little_are_still_apart() -> None:
    assert in_reading_order([Frame(0, 95, 100, 195), Frame(0, 0, 100, 100)]) == [1, 0]


def test_boxes_across_each_other_and_unknown_ones_stay_in_their_order() -> None:
    across = [Frame(50, 50, 150, 150), Frame(0, 0, 100, 100)]

    assert in_reading_order(across) == [0, 1]
    assert in_reading_order([Frame(0, 95, 100, 195), None, Frame(0, 0, 100, 100)]) == [0, 1, 2]


@given(st.lists(_FRAMES, max_size=12))
def test_every_box_is_read_once(frames: list[Frame]) -> None:
    assert sorted(in_reading_order(frames)) == list(range(len(frames)))
