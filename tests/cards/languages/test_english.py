"""English: sentences, words, noun phrases, and what dangles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards.concepts.keyphrases import phrase
from cards.languages.english import ENGLISH
from cards.languages.english.openings import opening_of, references_of
from cards.languages.english.wording import singular, within_sentence
from tests.cards.languages.golden import Known, knowledge_of


@pytest.mark.parametrize("case", knowledge_of("english/sentences"), ids=lambda case: case.text)
def test_a_text_is_split_into_its_sentences(case: Known) -> None:
    assert tuple(span.of(case.text) for span in ENGLISH.sentences(case.text)) == case.answers


@pytest.mark.parametrize("case", knowledge_of("english/phrases"), ids=lambda case: case.text)
def test_a_sentence_has_its_noun_phrases(case: Known) -> None:
    words = ENGLISH.words(case.text)
    assert tuple(phrase(case.text, words, span) for span in ENGLISH.phrases(words)) == case.answers


@pytest.mark.parametrize("case", knowledge_of("english/dangling"), ids=lambda case: case.text)
def test_what_points_back_dangles(case: Known) -> None:
    assert ENGLISH.dangles(case.text) == "".join(case.answers)


@pytest.mark.parametrize("case", knowledge_of("english/unsound"), ids=lambda case: case.text)
def test_what_is_not_worth_asking_about_is_unsound(case: Known) -> None:
    assert ENGLISH.unsound(case.text) == "".join(case.answers)


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("The enzyme cleaves the bond.", "det noun verb det noun mark"),
        ("Cells form tissues.", "noun verb noun mark"),
        ("The form of the cell is simple.", "det noun prep det noun be adj mark"),
        ("It helps to form new cells.", "pron verb to verb adj noun mark"),
        ("The duct called the ureter drains the kidney.", "det noun part det noun verb det noun mark"),
        ("He lived in Rome.", "pron past prep name mark"),
        ("When a cell divides, it grows.", "which det noun verb mark pron verb mark"),
        ("The geniohyoid depresses the jaw.", "det noun verb det noun mark"),
    ],
)
def test_nouns_are_told_from_verbs(text: str, tags: str) -> None:
    assert " ".join(word.tag for word in ENGLISH.words(text)) == tags


def test_connectives_in_front_are_measured() -> None:
    assert opening_of("However, for example, iron rusts.") == len("However, for example, ")


def test_a_word_that_only_looks_like_a_connective_stays() -> None:
    assert opening_of("So many ships sank.") == 0


def test_references_in_brackets_are_found_with_their_space() -> None:
    text = "The heart (see Figure 2) beats."
    assert [span.of(text) for span in references_of(text)] == [" (see Figure 2)"]


@pytest.mark.parametrize(
    ("plural", "one"),
    [("interest groups", "interest group"), ("bodies", "body"), ("analysis", "analysis"), ("boxes", "box")],
)
def test_a_phrase_has_a_singular(plural: str, one: str) -> None:
    assert singular(plural) == one


def test_a_beginning_keeps_its_capital_where_it_is_a_name() -> None:
    assert within_sentence("The liver") == "the liver"
    assert within_sentence("DNA") == "DNA"


def test_a_word_weighs_two_units_and_a_chinese_character_one() -> None:
    assert ENGLISH.size("two words 和") == 5


def test_a_hundred_thousand_dots_are_one_sentence() -> None:
    text = "." * 100_000 + "x"
    assert len(list(ENGLISH.sentences(text))) == 1


@given(st.text())
def test_every_character_that_is_not_blank_is_in_one_sentence(text: str) -> None:
    spans = list(ENGLISH.sentences(text))
    covered = [place for span in spans for place in range(span.start, span.end)]
    assert len(covered) == len(set(covered))
    assert {place for place, character in enumerate(text) if not character.isspace()} <= set(covered)


@given(st.text())
def test_words_stand_where_they_say_and_phrases_are_theirs(text: str) -> None:
    words = ENGLISH.words(text)
    assert all(word.span.of(text) == word.text for word in words)
    assert all(0 <= span.start < span.end <= len(words) for span in ENGLISH.phrases(words))


@given(st.text())
def test_any_text_is_judged(text: str) -> None:
    assert isinstance(ENGLISH.dangles(text) + ENGLISH.unsound(text), str)
