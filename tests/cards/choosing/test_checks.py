"""What a draft must pass, one named check at a time."""

from __future__ import annotations

import pytest

from cards.choosing.checks import CHECKS, fault_of, squeezed
from tests.cards.choosing.drafts import draft, reading_of


def test_a_sound_draft_passes_every_check() -> None:
    assert fault_of(draft("党最大的政治优势是什么？", "密切联系群众"), reading_of()) == ""


@pytest.mark.parametrize(
    ("question", "answer", "check"),
    [
        ("党最大的政治优势是什么？", "、", "something asked"),
        ("其最大的政治优势是什么？", "密切联系群众", "stands alone"),
        ("密切联系群众是哪种优势？", "密切联系群众", "no leak"),
        ("党最大的政治优势是什么？", "密切联系群众" * 8, "short"),
        ("党最大的政治优势" * 20 + "是什么？", "密切联系群众", "short"),
        ("党最大的政治优势是什么？", "（密切联系群众", "whole brackets"),
    ],
)
def test_a_draft_with_one_fault_is_refused_by_the_check_of_that_name(
    question: str, answer: str, check: str
) -> None:
    assert fault_of(draft(question, answer), reading_of()).startswith(f"{check}: ")


def test_a_sentence_that_repeats_its_clause_is_no_source() -> None:
    garbled = reading_of("坚持问计于民、问计于民、问计于民，切实维护人民群众的积极性。")
    assert fault_of(draft("切实维护什么？", "人民群众的积极性"), garbled).startswith("sound source: ")


def test_every_check_has_a_name_of_its_own() -> None:
    assert len({check.name for check in CHECKS}) == len(CHECKS)


def test_an_apostrophe_is_no_unpaired_quotation_mark() -> None:
    assert fault_of(draft("What is the cell’s power house?", "mitochondrion"), reading_of()) == ""


def test_squeezing_leaves_letters_and_digits_in_lower_case() -> None:
    assert squeezed("“上访”, mRNA (3)!") == "上访mrna3"
