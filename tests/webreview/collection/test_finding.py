"""Searches in the collection: what is found, in which order, and that a search finds what its words say."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cards.model import note_id
from tests.webreview.collection.searched import TODAY, asks_for, everything, searched
from webreview.collection import ME, Collection, finding
from webreview.collection.finding import Order
from webreview.search import parse
from webreview.search import query as q

PIECES = (
    "水",
    "火",
    "?",
    "!",
    "cell",
    "wall",
    "atp",
    "das wasser",
    "nass",
    "问政于民",
    "%",
    "_",
    "\\",
    "a",
    "zzz",
    " ",
)
NAMES = (
    "elements",
    "cells",
    "other",
    "::",
    "exam",
    "law",
    "civil",
    "2026",
    "a b",
    "learner",
    "definition",
    ".txt",
)

# What searches look at of many notes, without the notes.
MANY_WORDS = """
    INSERT INTO note_index (learner, note, position, writer, added_at, words)
    SELECT learner, 'copy-' || number, 1000 + number, '', added_at, 'x'
    FROM (SELECT * FROM note_index LIMIT 1) AS first, generate_series(1, 66000) AS number
"""


def patterns(pieces: tuple[str, ...]) -> st.SearchStrategy[q.Pattern]:
    part = st.one_of(st.sampled_from(pieces), st.sampled_from(q.Wildcard))
    return st.lists(part, min_size=1, max_size=4).map(lambda parts: q.Pattern(tuple(parts)))


numbers = st.one_of(
    st.sampled_from([-60.0, -1, 0, 0.5, 0.9, 1, 2, 3, 5, 8, 17, 21]), st.floats(-100, 100, allow_nan=False)
)
measured = st.builds(q.Measured, st.sampled_from(q.Measure), st.sampled_from(q.Comparison), numbers)
counted = st.builds(
    q.Measured,
    st.sampled_from([q.Measure.LAPSES, q.Measure.REPS, q.Measure.INTERVAL, q.Measure.DUE]),
    st.sampled_from(q.Comparison),
    st.integers(-30, 20).map(float),
)
single: st.SearchStrategy[q.Query] = st.one_of(
    st.just(q.Everything()),
    st.just(q.Untagged()),
    st.just(q.FromNowhere()),
    patterns(PIECES).map(q.Words),
    st.sampled_from(["水|火", "^cell", "[a-z]+!$", r"\d\d", "(?i)WALL"]).map(q.Matching),
    patterns(NAMES).map(q.InDeck),
    patterns(NAMES).map(q.Tagged),
    patterns(NAMES).map(q.FromDocument),
    patterns(NAMES).map(q.WrittenBy),
    st.sampled_from(q.Condition).map(q.Is),
    st.integers(0, 7).map(q.Flagged),
    st.sampled_from([1, 2, 29, 30, 31, 32, 60, 61, 62, 36500]).map(q.Added),
    st.builds(
        q.Rated,
        st.sampled_from([1, 2, 20, 28, 29, 30, 36500]),
        st.sampled_from([(1,), (2,), (3,), (4,), (1, 2, 3, 4)]),
    ),
    measured,
    st.just(q.OfNotes((note_id("水"), note_id("list"), "none"))),
    st.just(q.OfIds((f"{note_id('Cell WALL')}-1", "none"))),
)
queries: st.SearchStrategy[q.Query] = st.recursive(
    single,
    lambda inner: st.one_of(
        inner.map(q.Not),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: q.Both(tuple(parts))),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: q.Either(tuple(parts))),
    ),
    max_leaves=5,
)


def found(collection: Collection, search: str, **options: object) -> list[str]:
    """Return the prompts that a search finds, in order."""
    page = finding.find(collection, ME, parse(search), now=TODAY, **options)  # type: ignore[arg-type]
    return [one.card.prompt for one in page.cards]


def test_a_search_finds_what_reading_everything_finds(database_url: str) -> None:
    with searched(database_url) as collection:
        known = everything(collection)

        @settings(max_examples=500)
        @given(st.one_of(queries, counted))
        def same(query: q.Query) -> None:
            expected = [one.card.id for one in known if asks_for(query, one)]
            assert list(finding.card_ids(collection, ME, query, now=TODAY)) == expected, str(query)

        same()


@pytest.mark.parametrize(
    ("search", "prompts"),
    [
        ("问政", ["三个要点？"]),
        ("ａｔｐ", ["Das [...nass...], ＡＴＰ"]),
        ('"cell wall"', ["Cell WALL?", "Cell WALL!"]),
        ("deck:elements::* -问", ["Cell WALL?", "Cell WALL!", "100%_sure\\?", "Das [...nass...], ＡＴＰ"]),
        ("is:suspended or flag:3", ["火?", "Cell WALL!"]),
        ("is:leech", ["火?"]),
        ("tag:exam", ["水?", "火?"]),
        ("rated:36500:4", ["火?"]),
        ("rejected or open or deleted", []),
    ],
)
def test_a_typed_search_finds_its_cards(tmp_path: Path, search: str, prompts: list[str]) -> None:
    with searched(tmp_path / "c.sqlite") as collection:
        assert found(collection, search) == prompts


@pytest.mark.parametrize("order", Order)
def test_each_order_is_whole_and_the_same_on_every_page(database_url: str, order: Order) -> None:
    with searched(database_url) as collection:
        whole = found(collection, "", order=order)
        pages = [found(collection, "", order=order, first=first, most=3) for first in (0, 3, 6)]
        assert sorted(whole) == sorted(found(collection, ""))
        assert [prompt for page in pages for prompt in page] == whole


def test_cards_without_a_value_come_last_both_ways(tmp_path: Path) -> None:
    with searched(tmp_path / "c.sqlite") as collection:
        up = found(collection, "", order=Order.STABILITY)
        down = found(collection, "", order=Order.STABILITY, descending=True)
        assert up[:3] == down[:3][::-1]
        assert up[3:] == down[3:]


def test_a_page_says_how_many_there_are(tmp_path: Path) -> None:
    with searched(tmp_path / "c.sqlite") as collection:
        page = finding.find(collection, ME, parse("tag:exam"), now=TODAY, first=1, most=1)
        assert page.total == 2
        assert [one.card.prompt for one in page.cards] == ["火?"]


def test_an_expression_may_find_more_notes_than_a_statement_has_values(postgres_url: str) -> None:
    with searched(postgres_url) as collection:
        before = len(finding.card_ids(collection, ME, parse("re:."), now=TODAY))
        with collection.writing(ME) as connection:
            connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
            connection.exec_driver_sql(MANY_WORDS)
        assert len(finding.card_ids(collection, ME, parse("re:."), now=TODAY)) == before
