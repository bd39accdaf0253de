"""Forecasts and histograms."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from webreview.review.statistics.cards import Bin, forecast, histogram, overdue, tenths
from webreview.review.statistics.tallies import Pile

piles = st.dictionaries(st.integers(0, 40_000), st.integers(1, 1000), max_size=30).map(
    lambda counts: [Pile(value, cards) for value, cards in counts.items()]
)


def test_the_backlog_is_due_today() -> None:
    due = [Pile(-3, 5), Pile(0, 1), Pile(1, 2), Pile(7, 4), Pile(90, 9)]
    assert forecast(due, days=8, length=1)[:2] == (Bin(0, 0, 6), Bin(1, 1, 2))
    assert [one.cards for one in forecast(due, days=14, length=7)] == [8, 4]
    assert overdue(due) == 5


@given(piles)
def test_a_histogram_loses_no_card_and_has_few_bins(made: list[Pile]) -> None:
    bins = histogram(made, bins=20)
    assert sum(one.cards for one in bins) == sum(pile.cards for pile in made)
    assert 1 <= len(bins) <= 20
    assert [one.least for one in bins[1:]] == [one.most + 1 for one in bins[:-1]]


def test_the_ends_of_a_range_are_in_it() -> None:
    assert [one.cards for one in tenths([Pile(0, 1), Pile(9, 2), Pile(10, 3)])] == [
        1,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        5,
    ]
