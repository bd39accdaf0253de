"""Chinese: sentences, clauses, words, lists, names and what dangles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards.concepts.keyphrases import phrase
from cards.languages.chinese import CHINESE
from cards.languages.chinese.lists import lists
from cards.languages.chinese.marks import enclosed
from cards.languages.chinese.people import is_person
from cards.languages.chinese.sentences import clauses
from cards.languages.chinese.stretches import Sort, stretches
from cards.languages.chinese.subjects import name, subject
from tests.cards.languages.golden import Known, knowledge_of


@pytest.mark.parametrize("case", knowledge_of("chinese/sentences"), ids=lambda case: case.text)
def test_a_text_is_split_into_its_sentences(case: Known) -> None:
    assert tuple(span.of(case.text) for span in CHINESE.sentences(case.text)) == case.answers


@pytest.mark.parametrize("case", knowledge_of("chinese/clauses"), ids=lambda case: case.text)
def test_a_sentence_is_split_into_its_clauses(case: Known) -> None:
    assert tuple(span.of(case.text) for span in clauses(case.text)) == case.answers


@pytest.mark.parametrize("case", knowledge_of("chinese/lists"), ids=lambda case: case.text)
def test_a_list_has_its_items_and_nothing_more(case: Known) -> None:
    found = [item for items in lists(case.text, CHINESE.words(case.text)) for item in items]
    assert tuple(item.of(case.text) for item in found) == case.answers


@pytest.mark.parametrize("case", knowledge_of("chinese/dangling"), ids=lambda case: case.text)
def test_what_points_outside_dangles(case: Known) -> None:
    assert CHINESE.dangles(case.text) == "".join(case.answers)


@pytest.mark.parametrize("case", knowledge_of("chinese/unsound"), ids=lambda case: case.text)
def test_what_is_not_worth_asking_about_is_unsound(case: Known) -> None:
    assert CHINESE.unsound(case.text) == "".join(case.answers)


@pytest.mark.parametrize("case", knowledge_of("chinese/measures"), ids=lambda case: case.text)
def test_dates_and_numbers_are_whole(case: Known) -> None:
    found = stretches(case.text, CHINESE.words(case.text))
    measured = [stretch.span for stretch in found if stretch.sort in (Sort.DATE, Sort.NUMBER)]
    assert tuple(span.of(case.text) for span in sorted(measured)) == case.answers


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("疏勒县位于新疆西部。", "疏勒县"),
        ("占旭刚（1974年－）是中国的运动员。", "占旭刚"),
        ("加强对群众的教育。", ""),
        ("人们认为地球是圆的。", ""),
    ],
)
def test_a_card_is_headed_by_names_only(sentence: str, named: str) -> None:
    assert name(CHINESE.words(sentence)) == named


def test_a_time_at_the_front_is_not_the_subject() -> None:
    sentence = "1902年，张之洞创立了三江师范学堂。"
    found = subject(CHINESE.words(sentence))
    assert found is not None
    assert found.of(sentence) == "张之洞"


@pytest.mark.parametrize("word", ["岳飞", "李成桂", "琼斯"])
def test_names_of_people_are_names(word: str) -> None:
    assert is_person(word)


@pytest.mark.parametrize("word", ["安全观", "采取措施", "建立健全"])
def test_words_that_are_cut_like_names_are_not(word: str) -> None:
    assert not is_person(word)


def test_traditional_text_is_cut_like_simplified() -> None:
    traditional, simplified = "群眾路線是黨的生命線。", "群众路线是党的生命线。"
    cut = [(word.span, word.tag) for word in CHINESE.words(traditional)]
    assert cut == [(word.span, word.tag) for word in CHINESE.words(simplified)]
    assert CHINESE.words(traditional)[0].text == "群眾路線"


def test_a_traditional_word_is_as_common_as_its_simplified_form() -> None:
    assert CHINESE.commonness("歷史") == CHINESE.commonness("历史") > 4


def test_a_unit_is_a_chinese_character_and_two_a_latin_word() -> None:
    assert CHINESE.size("共有1,200名GDP专家。") == 5 + 2 + 2 + 2


def test_a_mark_without_its_partner_encloses_nothing() -> None:
    assert enclosed("“甲（乙”丙）") == enclosed("“甲（乙”")


def test_a_phrase_of_everyday_words_is_hardly_a_term() -> None:
    term, everyday = CHINESE.words("神经网络"), CHINESE.words("地方")
    assert CHINESE.termhood(term) > 2 * CHINESE.termhood(everyday)


def test_characters_that_no_encoding_knows_are_words_too() -> None:
    assert "".join(word.text for word in CHINESE.words("群众\ud800路线")) == "群众\ud800路线"


@given(st.text(alphabet="群众，。、“”《》（）一是1年 \n的和为党ab😀\u200b"))
def test_words_and_sentences_cover_any_text(text: str) -> None:
    assert "".join(word.text for word in CHINESE.words(text)) == text
    left = set(range(len(text)))
    for span in CHINESE.sentences(text):
        left -= set(range(span.start, span.end))
    assert "".join(text[at] for at in sorted(left)).strip() == ""


@given(st.text(max_size=200))
def test_nothing_raises_on_any_text(text: str) -> None:
    words = CHINESE.words(text)
    assert all(phrase(text, words, span).strip() for span in CHINESE.phrases(words))
    assert all(span.end <= len(text) for items in lists(text, words) for span in items)
    assert isinstance(CHINESE.dangles(text) + CHINESE.unsound(text), str)
