"""Languages without a pack of their own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards.languages import language_named
from cards.languages.plain import PLAIN
from tests.cards.languages.golden import Known, knowledge_of


@pytest.mark.parametrize("case", knowledge_of("plain/sentences"), ids=lambda case: case.text)
def test_a_text_is_split_at_the_end_marks_of_its_script(case: Known) -> None:
    assert tuple(span.of(case.text).strip() for span in PLAIN.sentences(case.text)) == case.answers


@pytest.mark.parametrize("code", ["de", "ja", "ar", "und"])
def test_every_other_language_is_read_as_plain(code: str) -> None:
    assert language_named(code) is PLAIN


def test_long_words_are_phrases_and_short_ones_are_not() -> None:
    words = PLAIN.words("Die Pflanze ist grün, 1870.")
    assert [words[span.start].text for span in PLAIN.phrases(words)] == ["Pflanze", "grün"]


def test_japanese_nouns_are_found_between_their_particles() -> None:
    words = PLAIN.words("光合成はエネルギーを作る。")
    assert [words[span.start].text for span in PLAIN.phrases(words)] == ["光合成", "エネルギー"]


def test_a_sentence_of_figures_is_unsound() -> None:
    assert PLAIN.unsound("12 34 (56) 78") == "is mostly marks and figures"
    assert PLAIN.unsound("Zwei mal zwei ist vier.") == ""


def test_a_hundred_thousand_dots_are_one_sentence() -> None:
    text = "." * 100_000 + "x"
    assert len(list(PLAIN.sentences(text))) == 1


@given(st.text())
def test_every_character_that_is_not_blank_is_in_one_sentence(text: str) -> None:
    covered = [place for span in PLAIN.sentences(text) for place in range(span.start, span.end)]
    assert len(covered) == len(set(covered))
    assert {place for place, character in enumerate(text) if not character.isspace()} <= set(covered)


@given(st.text())
def test_words_stand_where_they_say(text: str) -> None:
    assert all(word.span.of(text) == word.text for word in PLAIN.words(text))
