"""Document -> passages, sections and parts."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cards.documents import read_text
from cards.passages import LONGEST, title_of
from cards.reading import PART, parts_of, understand

ARTICLE = """如何坚持群众路线

一是深刻理解群众路线的内涵。

群众路线的本质是执政为民。它是党的生命线。

(一)深入调研,解决热点问题。认真研究经济社会生活的新变化和群众工作的新特点。问计于民。

(二)贴近群众,加强教育。把群众观念教育纳入各级党校的培训内容和日常工作。
"""


def test_a_passage_is_a_sentence_and_stands_where_it_says() -> None:
    reading = understand(read_text(ARTICLE, name="a.txt"))
    said = [passage.text for passage in reading.passages]
    assert said == [passage.place(passage.whole).of(ARTICLE) for passage in reading.passages]
    assert said == [
        "群众路线的本质是执政为民。",
        "它是党的生命线。",
        "认真研究经济社会生活的新变化和群众工作的新特点。",
        "问计于民。",
        "把群众观念教育纳入各级党校的培训内容和日常工作。",
    ]


def test_a_passage_knows_the_headings_above_it_without_their_numbers() -> None:
    reading = understand(read_text(ARTICLE, name="a.txt"))
    assert reading.passages[0].section == ("如何坚持群众路线", "深刻理解群众路线的内涵")
    assert reading.passages[-1].section[-1] == "贴近群众,加强教育"


def test_markup_is_not_read_but_counts_for_places() -> None:
    text = "# Cells\n\nA **cell** is the *smallest* unit of life.\n"
    reading = understand(read_text(text, name="a.md"))
    passage = reading.passages[0]
    assert passage.text == "A cell is the smallest unit of life."
    assert passage.place(passage.whole).of(text) == "A **cell** is the *smallest* unit of life."


def test_a_title_loses_its_number_and_final_stop() -> None:
    assert title_of("(四)依靠群众。") == "依靠群众"


def test_a_stretch_without_sentence_ends_longer_than_a_page_is_no_passage() -> None:
    reading = understand(read_text("群众路线" * LONGEST, name="a.txt"))
    assert reading.passages == ()


def test_parts_hold_every_passage_once_and_number_them_from_zero() -> None:
    text = "\n\n".join(f"第{i}个问题的核心是第{i}种办法。办法很重要。" for i in range(PART // 10))
    reading = understand(read_text(text, name="a.txt"))
    parts = list(parts_of(reading))
    assert len(parts) > 1
    assert [p.text for part in parts for p in part.passages] == [p.text for p in reading.passages]
    assert all([p.number for p in part.passages] == list(range(len(part.passages))) for part in parts)


def test_a_text_in_one_line_has_parts_too() -> None:
    text = "".join(f"第{i}个问题的核心是第{i}种办法。" for i in range(PART // 6))
    parts = list(parts_of(understand(read_text(text, name="a.txt"))))
    assert len(parts) > 1
    assert max(sum(len(p.text) for p in part.passages) for part in parts) < 2 * PART + LONGEST


def test_every_heading_stands_in_one_part() -> None:
    text = "\n\n".join(f"# 第{i}节\n\n" + "办法很重要，问题也很重要。" * 400 for i in range(30))
    reading = understand(read_text(text, name="a.md"))
    parts = list(parts_of(reading))
    assert len(parts) > 1
    assert [s.place for part in parts for s in part.sections] == [s.place for s in reading.sections]


@given(st.text(min_size=1).filter(lambda text: any(character.isalnum() for character in text)))
def test_passages_stand_in_order_and_apart_in_any_text(text: str) -> None:
    document = read_text(text, name="a.txt")
    places = [passage.place(passage.whole) for passage in understand(document).passages]
    assert all(before.end <= after.start for before, after in pairwise(places))
    assert all(place.of(document.text).strip() for place in places)
