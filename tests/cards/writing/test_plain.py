"""The writer for languages without a pack of their own, by its golden file."""

from __future__ import annotations

import pytest

from cards.languages.plain import PLAIN
from cards.writing import plain
from cards.writing.plain.keyphrase import WRITER
from tests.cards.writing.golden import Case, cards_written, cases_of


@pytest.mark.parametrize("case", cases_of("plain/keyphrase"), ids=lambda case: case.name)
def test_a_word_that_comes_back_is_hidden(case: Case) -> None:
    assert cards_written(case.text, WRITER) == case.cards


def test_the_writers_read_every_other_language() -> None:
    assert {writer.language for writer in plain.WRITERS} == {PLAIN.code}
