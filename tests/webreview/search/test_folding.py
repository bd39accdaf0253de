"""How texts are compared: by what is seen, not by how it is encoded."""

from __future__ import annotations

import pytest
from hypothesis import given

from cards.model import Note, note_id
from tests.strategies import notes, odd_texts
from tests.webreview.article import article_notes
from webreview.search.folding import BETWEEN, folded, searchable


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("ＡＴＰ　合成", "atp 合成"),
        ("Straße\n\tÄRGER ", "straße ärger"),
        ("e\u0301", "é"),
        ("ﬁ①", "fi1"),
        ("a\0b\ud800", "a?b?"),
    ],
)
def test_width_case_and_white_space_do_not_matter(text: str, seen: str) -> None:
    assert folded(text) == seen


@given(odd_texts)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(notes())
def test_what_is_searched_can_be_stored_anywhere(note: Note) -> None:
    words = searchable(note)
    assert "\0" not in words
    words.encode()


def test_the_words_of_a_note_are_its_questions_answers_and_tags() -> None:
    three_points = next(note for note in article_notes() if note.id == note_id("three points"))
    assert searchable(three_points).split(BETWEEN) == [
        "做好群众工作要把握哪三点?",
        "问政于民",
        "问需于民",
        "问计于民",
    ]
