"""What kind of text an English text is, and what its cards must name."""

from __future__ import annotations

import pytest

from cards.documents import read_text
from cards.pipeline import Density, Options, consider
from cards.reading import Reading, understand
from cards.writing import write
from cards.writing.english.naming import needs_a_name, title_above
from cards.writing.english.register import full_of_terms, names_in, tells_of_a_study
from cards.writing.english.stories import doubt_of_day, doubt_of_telling

ANATOMY = (
    "The glenoid cavity of the scapula articulates with the humerus to form the glenohumeral joint. "
    "The acromion and the coracoid process overhang the glenoid labrum, a rim of fibrocartilage. "
)
ICELAND = """# Iceland

Iceland is an island country. The interior consists of a plateau with lava fields and glaciers.
The island of Surtsey rose from the sea. The country of the sagas has an old parliament.
"""


def reading_of(text: str) -> Reading:
    return understand(read_text(text, name="text.md"))


def test_a_textbook_is_full_of_terms_and_an_abstract_too_short_to_be() -> None:
    assert full_of_terms(reading_of(ANATOMY * 20))
    assert not full_of_terms(reading_of(ANATOMY))
    assert not full_of_terms(
        reading_of("The people of the town went to the market and sold what they had. " * 40)
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "We propose a new algorithm for the alignment of faces.",
        "This was first seen by Linke et al. in the vicinity of the sun.",
        "Complex Langevin dynamics [1,2] circumvents the sign problem.",
        "The results show that the prediction improves.",
        "The samples were heated to 900 °C at the same rate.",
    ],
)
def test_a_study_is_known_by_what_its_authors_did(sentence: str) -> None:
    assert tells_of_a_study(sentence)


@pytest.mark.parametrize(
    "sentence",
    ["The heart pumps 70 mL with each beat.", "The Suez Canal was opened in 1869.", "We remember them."],
)
def test_what_is_so_in_general_is_no_study(sentence: str) -> None:
    assert not tells_of_a_study(sentence)


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("Perhaps the firewall would stop it.", "an opinion: Perhaps"),
        ("Bookchin argues that the conflict is old.", "an opinion: argues"),
        ("Once the slump occurs, this process starts again.", "points back: this"),
        ("The exports are listed in /etc/exports by the server.", "words for a machine: /e"),
        ("The judge called it “a grave and lasting danger to everybody who lives here”.", "quotes somebody"),
        ("Pinocytosis (“cell drinking”) brings fluid into a cell.", ""),
    ],
)
def test_what_tells_no_fact_is_doubted(sentence: str, why: str) -> None:
    assert doubt_of_telling(sentence) == why


def doubts_of(text: str) -> set[str]:
    return {draft.doubt for draft in write(reading_of(text))}


def test_a_name_that_stands_everywhere_is_no_answer() -> None:
    text = "Debian is free. " + "The archive of Debian holds many packages for every machine. " * 12
    assert "the whole text is about it" in doubts_of(text + "\n\nThe end.")


def test_praise_is_no_meaning() -> None:
    text = "# Volcanoes\n\nTomography is a powerful tool to look at what is below them."
    assert "hardly a meaning" in doubts_of(text)
    assert "" not in doubts_of(text)


def test_in_a_paragraph_by_itself_figures_are_one_cases() -> None:
    text = "The angle of the one to the other is about 70 degrees in all of the samples."
    assert "one case's figure" in doubts_of(text)


def test_an_abbreviation_of_two_letters_stands_for_many_things() -> None:
    text = "The standard model (SM) is the theory of the three forces that it was made for."
    assert "two letters" in doubts_of(text)


def test_what_is_so_on_its_day_is_doubted() -> None:
    assert doubt_of_day("The bank raised its rate on Tuesday.") == "of its day: on Tuesday"
    assert doubt_of_day("The bank was founded in 1694.") == ""


def test_a_subject_that_may_be_many_things_needs_a_name() -> None:
    passages = reading_of(ICELAND).passages
    needs = [needs_a_name(reading_of(ICELAND), passage) for passage in passages]
    assert needs == [False, True, False, False]
    assert title_above(passages[1], "glaciers") == "Iceland"
    assert title_above(passages[1], "Iceland") == ""


def test_a_question_about_such_a_subject_stands_below_its_title() -> None:
    notes = consider(read_text(ICELAND, name="iceland.md"), Options(density=Density.DENSE)).chosen
    questions = [note.question for note in notes if hasattr(note, "question")]
    assert "Iceland: What does the interior consist of?" in questions


def test_names_are_the_words_with_a_capital_inside_sentences() -> None:
    assert names_in(reading_of("Rain falls on Iceland. Iceland lies in the sea.")) == {"Iceland"}


def test_a_name_keeps_its_capital_in_a_question() -> None:
    text = "Iceland lies on the Mid-Atlantic Ridge. Most people of Iceland live by the sea."
    chosen = consider(read_text(text, name="iceland.md"), Options(density=Density.DENSE)).chosen
    questions = [note.question for note in chosen if hasattr(note, "question")]
    assert "Where does Iceland lie?" in questions
