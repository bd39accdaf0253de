"""Every way of asking about one sentence, and two notes that become one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from cards.choosing.checks import squeezed
from cards.documents import read_text
from cards.merging import merged
from cards.model import BasicNote, ClozeNote, Deletion, Origin, Source, Span, cards_of
from cards.pipeline import make_notes
from cards.wordings import MOST, wordings_of

ARTICLE = (Path(__file__).parents[2] / "examples" / "mass-line.zh.txt").read_text(encoding="utf-8")
TEXT = "密切联系群众是我们党最大的政治优势。"
SOURCE = Source("a.txt", Span(0, len(TEXT)), TEXT)


def gap(identity: str, hidden: str, group: int = 1) -> ClozeNote:
    at = TEXT.index(hidden)
    deletion = Deletion(Span(at, at + len(hidden)), group)
    return ClozeNote(id=identity, source=SOURCE, origin=Origin("gap"), text=TEXT, deletions=(deletion,))


def basic(identity: str, question: str, answer: str) -> BasicNote:
    return BasicNote(id=identity, source=SOURCE, origin=Origin("core"), question=question, answer=answer)


def test_a_sentence_has_several_wordings_and_the_chosen_one_is_among_them() -> None:
    document = read_text(ARTICLE, name="a.txt")
    chosen = max(make_notes(document), key=lambda note: len(note.source.quote))

    found = wordings_of(document, chosen.source.span)

    asked = [(squeezed(cards_of(note)[0].prompt), squeezed(cards_of(note)[0].answer)) for note in found]
    assert 2 <= len(found) <= MOST
    assert len(set(asked)) == len(asked)
    assert all(note.source.span.meets(chosen.source.span) for note in found)


def test_a_place_outside_every_block_has_no_wording() -> None:
    assert wordings_of(read_text("水是湿的。", name="a.txt"), Span(90, 95)) == ()


def test_gaps_in_one_text_become_one_note_with_a_card_each() -> None:
    note = merged(gap("one", "密切联系群众"), gap("two", "政治优势"))

    assert note is not None
    assert note.id == "one"
    assert [card.answer for card in cards_of(note)] == ["密切联系群众", "政治优势"]


def test_gaps_that_overlap_stay_two_notes() -> None:
    assert merged(gap("one", "联系群众"), gap("two", "密切联系")) is None


def test_the_same_gap_twice_is_one() -> None:
    assert merged(gap("one", "政治优势"), gap("two", "政治优势")) == gap("one", "政治优势")


def test_a_question_and_its_reverse_are_asked_both_ways() -> None:
    forwards, backwards = basic("one", "光合作用", "制造有机物"), basic("two", "制造有机物", "光合作用")

    assert merged(forwards, backwards) == replace(forwards, reversed_too=True)


def test_two_different_questions_make_no_one_note() -> None:
    assert merged(basic("one", "甲？", "乙"), basic("two", "丙？", "丁")) is None
    assert merged(basic("one", "甲？", "乙"), gap("two", "政治优势")) is None
