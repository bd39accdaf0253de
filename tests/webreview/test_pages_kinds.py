"""Ways of asking have a name for learners."""

from __future__ import annotations

from gettext import NullTranslations

import pytest

from cards.writing import WRITERS
from webreview.pages.interface import Interface
from webreview.pages.kinds import kind_text


@pytest.mark.parametrize("kind", sorted({writer.kind for writer in WRITERS}))
def test_every_writer_has_a_name_in_every_language(kind: str) -> None:
    english, chinese = kind_text(kind, NullTranslations()), kind_text(kind, Interface("zh", "auto").words)

    assert chinese not in (kind, english)


def test_a_writer_of_another_program_is_called_as_it_calls_itself() -> None:
    assert kind_text("imported", NullTranslations()) == "imported"
