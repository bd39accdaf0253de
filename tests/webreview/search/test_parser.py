"""The search language: what each way of writing asks for, and what is said of one that cannot be read."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cards.errors import CardsError
from tests.strategies import odd_texts
from webreview.search import parse
from webreview.search.errors import SearchError
from webreview.search.folding import folded
from webreview.search.parser import LONGEST
from webreview.search.query import (
    Added,
    Both,
    Comparison,
    Condition,
    Either,
    Everything,
    Flagged,
    FromDocument,
    FromNowhere,
    InDeck,
    Is,
    Matching,
    Measure,
    Measured,
    Not,
    OfIds,
    OfNotes,
    Pattern,
    Query,
    Rated,
    Tagged,
    Untagged,
    Wildcard,
    Words,
    WrittenBy,
)

ANY, ONE = Wildcard.ANY, Wildcard.ONE


def place_of_mistake(search: str) -> int:
    """Return the place of the mistake in a search, 0 for one that can be read."""
    try:
        parse(search)
    except SearchError as error:
        return error.at
    return 0


def words(*parts: str | Wildcard) -> Words:
    return Words(Pattern(parts))


@pytest.mark.parametrize(
    ("search", "query"),
    [
        ("", Everything()),
        ("  \u3000 ", Everything()),
        ("cell", words("cell")),
        ("Cell ＷＡＬＬ", Both((words("cell"), words("wall")))),
        ("群众\u3000路线", Both((words("群众"), words("路线")))),
        ('"cell  wall"', words("cell wall")),
        ("cell and wall", Both((words("cell"), words("wall")))),
        ("cell OR wall", Either((words("cell"), words("wall")))),
        ("a b or c", Either((Both((words("a"), words("b"))), words("c")))),
        ("a (b or c)", Both((words("a"), Either((words("b"), words("c")))))),
        ("-a", Not(words("a"))),
        ("-(a b)", Not(Both((words("a"), words("b"))))),
        ('-"a b"', Not(words("a b"))),
        ("--a", Not(Not(words("a")))),
        ("well-known", words("well-known")),
        (r"\-a", words("-a")),
        (r"\(a\)", words("(a)")),
        ('"or"', words("or")),
        ("d*g", words("d", ANY, "g")),
        ("d_g", words("d", ONE, "g")),
        (r"100\_\*", words("100_*")),
        (r"a\\b", words(r"a\b")),
        ('"a * b"', words("a ", ANY, " b")),
        ("3:45", words("3:45")),
        ("定义：核心", words("定义:核心")),
        ('"foo:bar"', words("foo:bar")),
        (r"foo\:bar", words("foo:bar")),
        ("deck:Biology", InDeck(Pattern(("biology",)))),
        ('deck:"Cell Biology"', InDeck(Pattern(("cell biology",)))),
        ('"deck:Cell Biology"', InDeck(Pattern(("cell biology",)))),
        ("deck：生物", InDeck(Pattern(("生物",)))),
        ("DECK:bio*", InDeck(Pattern(("bio", ANY)))),
        ("deck:law::civil", InDeck(Pattern(("law::civil",)))),
        ("tag:exam", Tagged(Pattern(("exam",)))),
        ("tag:none", Untagged()),
        ("document:书.txt", FromDocument(Pattern(("书.txt",)))),
        ("document:none", FromNowhere()),
        ("writer:cloze", WrittenBy(Pattern(("cloze",)))),
        ("is:due", Is(Condition.DUE)),
        ("is:New", Is(Condition.NEW)),
        ("is:learn", Is(Condition.LEARNING)),
        ("-is:suspended", Not(Is(Condition.SUSPENDED))),
        ("flag:0", Flagged(0)),
        ("flag:7", Flagged(7)),
        ("added:1", Added(1)),
        ("rated:7", Rated(7, (1, 2, 3, 4))),
        ("rated:7:1", Rated(7, (1,))),
        ("prop:s>=21.5", Measured(Measure.STABILITY, Comparison.AT_LEAST, 21.5)),
        ("prop:ivl<7", Measured(Measure.INTERVAL, Comparison.LESS, 7)),
        ("prop:due=-1", Measured(Measure.DUE, Comparison.EQUAL, -1)),
        ("prop:Lapses!=0", Measured(Measure.LAPSES, Comparison.OTHER, 0)),
        ("prop:retrievability<=0.9", Measured(Measure.RETRIEVABILITY, Comparison.AT_MOST, 0.9)),
        (r"re:\d+年", Matching(r"\d+年")),
        ('re:"(a|b) c"', Matching("(a|b) c")),
        ("nid:ab12,cd34", OfNotes(("ab12", "cd34"))),
        ("cid:ab12-0", OfIds(("ab12-0",))),
    ],
)
def test_a_search_is_read_as_it_is_meant(search: str, query: Query) -> None:
    assert parse(search) == query


@pytest.mark.parametrize(
    ("search", "at", "said"),
    [
        ("a (b", 2, "not closed"),
        ("a) b", 1, "closes none"),
        (")", 0, "closes none"),
        ("a ()", 2, "nothing stands in this parenthesis"),
        ('群众 "路线', 3, "quotation mark has no partner"),
        ("or a", 0, "“or” stands between"),
        ("a or", 2, "nothing stands after “or”"),
        ("a (b and) c", 5, "nothing stands after “and”"),
        ("a or or b", 5, "“or” stands between"),
        ("a - b", 2, "a minus stands right before"),
        ("a -", 2, "a minus stands right before"),
        ("dekc:biology", 0, "did you mean deck:?"),
        ("http://a.b", 0, "only deck:, tag:, document:"),
        ("a is:sleeping", 5, "there is no “is:sleeping”, only is:new"),
        ("is:suspend", 3, "did you mean is:suspended?"),
        ("is:", 2, "nothing stands after “is:”"),
        ("re:(a|b)", 2, "needs quotation marks"),
        ("prop:s", 5, "write it like prop:ivl>=21"),
        ("prop:lapse>3", 5, "did you mean prop:lapses?"),
        ("prop:s>1e5", 5, "compares nothing"),
        ("flag:8", 5, "“8” is no whole number from 0 to 7"),
        ("added:٣", 6, "“٣” is no whole number"),
        ("added:0", 6, "from 1 to 36500"),
        ("rated:7:5", 8, "from 1 to 4"),
        ("rated:7:", 8, "from 1 to 4"),
        ('x re:"[a"', 6, "is no regular expression"),
        ("cid:,", 4, "0 ids"),
    ],
)
def test_a_mistake_is_shown_at_its_place(search: str, at: int, said: str) -> None:
    with pytest.raises(SearchError) as caught:
        parse(search)
    assert caught.value.at == at
    assert str(caught.value).startswith(f"Character {at + 1}: ")
    assert said in str(caught.value)


def test_a_search_too_long_to_be_meant_is_refused() -> None:
    with pytest.raises(CardsError, match="1001 characters"):
        parse("a" * (LONGEST + 1))


@pytest.mark.parametrize("search", ["(" * 500 + "a", "-" * 500 + "a"])
def test_a_search_too_deep_for_a_database_is_refused(search: str) -> None:
    with pytest.raises(SearchError, match="inside each other"):
        parse(search)


@given(st.one_of(odd_texts, st.text('ab*_\\"-() :<>=0123456789orandeckistagpro', max_size=40)))
@example('deck:"')
@example("\\")
def test_every_text_is_a_search_or_a_mistake_in_it(search: str) -> None:
    assert 0 <= place_of_mistake(search) <= len(search)


@given(odd_texts.filter(lambda text: 0 < len(text) < 200))
def test_every_text_can_be_searched_for(text: str) -> None:
    escaped = "".join(f"\\{one}" if one in '\\"*_:：' else one for one in text)
    query = parse(f'"{escaped}"')
    assert isinstance(query, Words)
    assert query.pattern.text is not None
    assert folded(query.pattern.text) == folded(text)
