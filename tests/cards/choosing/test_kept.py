"""What is kept of a text at normal density, by golden files."""

from __future__ import annotations

import pytest

from cards.documents import read_text
from cards.model import cards_of
from cards.pipeline import make_notes
from tests.cards.writing.golden import CHOOSING, Case, cases_of

CASES = cases_of("chinese", folder=CHOOSING)


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_the_golden_cards_of_a_text_are_kept(case: Case) -> None:
    notes = make_notes(read_text(case.text, name="golden.md"))
    cards = [card for note in notes for card in cards_of(note)]
    assert tuple(f"{card.prompt} | {card.answer}".replace("\n", " / ") for card in cards) == case.cards
