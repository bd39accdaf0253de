"""The form of a note: what is written there is what the note says, and what was left alone stays to the letter."""

from __future__ import annotations

from dataclasses import replace
from gettext import NullTranslations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards.errors import CardsError
from cards.model import BasicNote, ClozeNote, Deletion, EnumerationNote, Note, Origin, Source, Span
from tests.strategies import notes, texts
from webreview.pages import cloze_marks, note_form

SOURCE, ORIGIN = Source("elements.txt", Span(0, 1), "水"), Origin("definition")
BASIC = BasicNote(id="basic", source=SOURCE, origin=ORIGIN, question="What is water?", answer="H₂O")
CLOZE = ClozeNote(
    id="cloze",
    source=SOURCE,
    origin=ORIGIN,
    text="水是生命之源。",
    deletions=(Deletion(Span(0, 1), 1, "液体"), Deletion(Span(2, 6), 2)),
)
LIST = EnumerationNote(
    id="list", source=SOURCE, origin=ORIGIN, question="Which elements?", items=("水", "火")
)


def form_of(note: Note) -> dict[str, str]:
    return {field.name: field.value for field in note_form.fields_of(note, NullTranslations())}


def test_a_cloze_note_is_written_as_in_anki() -> None:
    assert cloze_marks.written(CLOZE) == "{{c1::水::液体}}是{{c2::生命之源}}。"


@pytest.mark.parametrize(
    ("writing", "text", "hidden"),
    [
        ("{{c1::a}} b {{c2::c::why}}", "a b c", ["a", "c"]),
        ("no mark", "no mark", []),
        ("{{c1:: }} blank", "  blank", []),
        ("{{c1::open", "{{c1::open", []),
        (r"{\{c1::own}} {{c1::x}}", "{{c1::own}} x", ["x"]),
    ],
)
def test_marks_are_read(writing: str, text: str, hidden: list[str]) -> None:
    found, deletions = cloze_marks.read(writing)
    assert (found, [deletion.span.of(found) for deletion in deletions]) == (text, hidden)


_odd = st.text(alphabet="a{}:c1\\\n水", max_size=12)
_said = st.text(alphabet="a}:{\\c1", min_size=1, max_size=6)


@given(before=_odd, hidden=_said, hint=_odd, behind=_odd, group=st.integers(1, 500))
def test_whatever_a_cloze_text_holds_comes_back_as_it_was(
    before: str, hidden: str, hint: str, behind: str, group: int
) -> None:
    text = before + hidden + behind
    deletion = Deletion(Span(len(before), len(before) + len(hidden)), group, hint)
    note = replace(CLOZE, text=text, deletions=(deletion,))
    assert cloze_marks.read(cloze_marks.written(note)) == (text, (deletion,))


@given(note=notes())
def test_a_form_that_was_left_alone_changes_nothing(note: Note) -> None:
    sent = {name: value.replace("\r\n", "\n").replace("\n", "\r\n") for name, value in form_of(note).items()}
    assert note_form.edited(note, sent) == note


@given(question=texts.filter(str.strip), answer=texts.filter(str.strip))
def test_a_changed_field_says_what_was_written(question: str, answer: str) -> None:
    after = note_form.edited(BASIC, {"question": question, "answer": answer})
    assert isinstance(after, BasicNote)
    assert (after.question, after.answer) == (
        question.replace("\r\n", "\n"),
        answer.replace("\r\n", "\n"),
    )


def test_tags_are_words_and_each_is_kept_once() -> None:
    assert note_form.edited(BASIC, form_of(BASIC) | {"tags": " b a  b "}).tags == ("b", "a")


def test_items_are_lines() -> None:
    after = note_form.edited(LIST, form_of(LIST) | {"items": "水\r\n\r\n火\r\n土\r\n"})
    assert isinstance(after, EnumerationNote)
    assert after.items == ("水", "火", "土")


@pytest.mark.parametrize(
    ("note", "field", "value", "sentence"),
    [
        (BASIC, "answer", "  ", "is empty"),
        (BASIC, "question", "x" * 20_001, "more than 20,000 characters"),
        (BASIC, "tags", "x" * 201, "more than 200 characters"),
        (CLOZE, "text", "nothing hidden", "Nothing is hidden"),
        (CLOZE, "text", "{{c501::x}}", "is 1 to 500"),
        (LIST, "items", "one", "two to seven items"),
        (LIST, "question", "", "is empty"),
    ],
)
def test_what_makes_no_card_is_refused(note: Note, field: str, value: str, sentence: str) -> None:
    with pytest.raises(CardsError, match=sentence):
        note_form.edited(note, form_of(note) | {field: value})
