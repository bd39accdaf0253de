"""The English writers, by their golden files and by laws that every draft keeps."""

from __future__ import annotations

import importlib
import pkgutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cards.documents import read_text
from cards.languages.english import ENGLISH
from cards.model import cards_of
from cards.pipeline import Density, Options, make_notes
from cards.reading import understand
from cards.writing import english
from cards.writing.draft import Draft, Writer
from tests.cards.writing.golden import FOLDER, Case, cards_written, cases_of

NAMES = sorted(path.stem for path in (FOLDER / "english").glob("*.txt"))
CASES = [(name, case) for name in NAMES for case in cases_of(f"english/{name}")]
# Scraps that the patterns of the writers are made of, so that random texts come near to sentences.
SCRAPS = (
    "The", "a", "is", "are", "called", "cell", "cells", "liver", ",", ";", ":", ".", "—", "(", ")", "which", "and",
    "because", "in 1870", "40 percent", "such as", "include", "consists of", "This", "It", "of the", "NATO",
    "“", "”", "However,", "(Figure 1)", "the more", "North Atlantic Treaty Organization (NATO)", "\n\n",
    "é", "水", "😀",
)  # fmt: skip


def writer_of(name: str) -> Writer:
    writer: Writer = importlib.import_module(f"cards.writing.english.{name}").WRITER
    return writer


def drafts_of(text: str) -> list[Draft]:
    reading = understand(read_text(text, name="text.md"))
    return [draft for writer in english.WRITERS for draft in writer.write(reading)]


@pytest.mark.parametrize(("name", "case"), CASES, ids=[case.name for _, case in CASES])
def test_a_writer_writes_its_golden_cards(name: str, case: Case) -> None:
    assert cards_written(case.text, writer_of(name)) == case.cards


def test_every_writer_has_a_golden_file() -> None:
    modules = [module.name for module in pkgutil.iter_modules(english.__path__)]
    writers = [
        name
        for name in modules
        if hasattr(importlib.import_module(f"cards.writing.english.{name}"), "WRITER")
    ]
    assert writers == NAMES
    assert len(writers) == len(english.WRITERS)


@settings(max_examples=60)
@given(st.lists(st.sampled_from(SCRAPS), max_size=40).map(" ".join))
def test_every_answer_stands_in_the_document(text: str) -> None:
    document = f"The liver is the largest gland in the human body. {text}"
    drafts = drafts_of(document)
    stretches = [span.of(document) for draft in drafts for span in draft.answers]
    assert [said for said in stretches if not said.strip()] == []
    answers = [part for draft in drafts for card in cards_of(draft.note) for part in card.answer.split(", ")]
    assert [part for part in answers if part not in document] == []


@settings(max_examples=40)
@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=300))
def test_any_text_is_written_about_in_the_same_way_twice(text: str) -> None:
    document = read_text(f"The heart is a muscle that pumps blood through the body. {text}", name="text.md")
    notes = make_notes(document)
    assert notes == make_notes(document)
    assert len({note.id for note in notes}) == len(notes)


def test_a_deck_of_a_short_text_names_its_terms() -> None:
    text = (
        "# Muscles\n\nA tendon is a band of connective tissue that ties a muscle to a bone. Muscles pull bones by "
        "getting shorter. The longest muscle of the body, called the sartorius, runs down the length of the thigh.\n"
    )
    document = read_text(text, name="muscles.md")
    answers = {cards_of(note)[0].answer for note in make_notes(document, Options(density=Density.DENSE))}
    assert answers == {"tendon", "sartorius"}


def test_the_pack_reads_what_the_writers_write_about() -> None:
    assert {writer.language for writer in english.WRITERS} == {ENGLISH.code}
