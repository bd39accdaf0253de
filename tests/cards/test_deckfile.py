"""Notes <-> deck file."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards.deckfile import MOST_PROBLEMS, read_deck, write_deck
from cards.errors import CardsError
from cards.model import BasicNote, ClozeNote, Deletion, EnumerationNote, Note, Origin, Source, Span, cards_of
from tests.strategies import notes

HEADER = '{"format": "kapian deck", "version": 1}'
SOURCE = '{"document": "biology.txt", "start": 3, "end": 9, "text": "A cell"}'
GOOD = f'{{"type": "basic", "id": "a1", "question": "Q", "answer": "A", "source": {SOURCE}}}'


def problems_of(*lines: str) -> list[str]:
    with pytest.raises(CardsError) as caught:
        read_deck("\n".join(lines).encode(), name="biology.jsonl")
    return str(caught.value).split("\n")


def changed(**fields: object) -> str:
    """The good line with other fields; None takes a field away."""
    line = json.loads(GOOD) | fields
    return json.dumps({key: value for key, value in line.items() if value is not None})


def cloze(deletions: object) -> str:
    return changed(type="cloze", question=None, answer=None, text="A cell lives", deletions=deletions)


@given(st.lists(notes(), min_size=1, max_size=5, unique_by=lambda note: note.id))
def test_a_written_deck_reads_back_equal(deck: list[Note]) -> None:
    assert read_deck(write_deck(deck), name="deck.jsonl") == tuple(deck)


@given(st.lists(notes(), min_size=1, max_size=5, unique_by=lambda note: note.id))
def test_a_deck_read_and_written_again_has_the_same_bytes(deck: list[Note]) -> None:
    content = write_deck(deck)
    assert write_deck(read_deck(content, name="deck.jsonl")) == content


def test_the_file_looks_like_this() -> None:
    source = Source("群众路线.txt", Span(3, 16), "群众路线的本质是代表人民。", ("一、内涵",))
    deck = (
        BasicNote(
            id="n1",
            question="群众路线的本质是什么？",
            answer="代表人民",
            reversed_too=True,
            source=source,
            origin=Origin("essence", ("pattern: 本质是",), 0.75),
            tags=("党",),
            edited_at=datetime(2026, 1, 31, 8, tzinfo=UTC),
        ),
        ClozeNote(
            id="n2",
            text="群众路线的本质是代表人民。",
            deletions=(Deletion(Span(8, 12), 1, "两个词"),),
            heading="内涵",
            source=source,
            origin=Origin("keyphrase"),
        ),
        EnumerationNote(
            id="n3",
            question="Which?",
            items=("one", "two"),
            items_too=True,
            source=source,
            origin=Origin("enumeration"),
            language="en",
        ),
    )
    place = (
        '"source": {"document": "群众路线.txt", "start": 3, "end": 16, '
        '"text": "群众路线的本质是代表人民。", "section": ["一、内涵"]}'
    )
    assert write_deck(deck).decode().splitlines() == [
        HEADER,
        '{"type": "basic", "id": "n1", "question": "群众路线的本质是什么？", "answer": "代表人民", '
        '"reversed": true, "language": "zh", "tags": ["党"], "kind": "essence", "score": 0.75, '
        f'"reasons": ["pattern: 本质是"], {place}, "edited_at": "2026-01-31T08:00:00+00:00"}}',
        '{"type": "cloze", "id": "n2", "text": "群众路线的本质是代表人民。", '
        '"deletions": [{"start": 8, "end": 12, "group": 1, "hint": "两个词"}], "heading": "内涵", '
        f'"language": "zh", "tags": [], "kind": "keyphrase", "score": 0.5, "reasons": [], {place}}}',
        '{"type": "enumeration", "id": "n3", "question": "Which?", "items": ["one", "two"], '
        '"items_too": true, "language": "en", "tags": [], "kind": "enumeration", "score": 0.5, '
        f'"reasons": [], {place}}}',
    ]


def test_half_a_surrogate_pair_is_written_as_an_escape() -> None:
    line = changed(question="half \ud83d")
    (note,) = read_deck(f"{HEADER}\n{line}".encode(), name="deck.jsonl")
    assert b"half \\ud83d" in write_deck([note])


def test_a_line_by_hand_needs_only_what_it_says() -> None:
    (note,) = read_deck(f"\ufeff{HEADER}\r\n\r\n{GOOD}\r\n".encode(), name="deck.jsonl")
    assert (note.language, note.origin.writer, note.origin.score, note.tags) == ("zh", "learner", 0.5, ())


def test_two_deck_files_one_behind_the_other_are_a_deck_file() -> None:
    both = f"{HEADER}\n{GOOD}\n{HEADER}\n{changed(id='b2')}\n"
    assert [note.id for note in read_deck(both.encode(), name="deck.jsonl")] == ["a1", "b2"]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "not JSON: Expecting property name enclosed in double quotes at column 2"),
        ("[1]", "a line is one JSON object, in braces"),
        ("[" * 100_000, "brackets too deep or a number too long"),
        ("9" * 10_000, "brackets too deep or a number too long"),
        (changed(type="image"), 'the type "image" is not one of basic, cloze, enumeration'),
        (changed(type=["cloze"]), 'type is a text, not ["cloze"]'),
        (changed(id=None), "a basic note needs id"),
        (changed(question="  "), "question is empty"),
        (changed(answer=12), "answer is a text, not 12"),
        (changed(tags="a b"), 'tags is a list of texts, not "a b"'),
        (changed(reversed="yes"), 'reversed is true or false, not "yes"'),
        (changed(score=1.5), "score is a number from 0 to 1, not 1.5"),
        (changed(score=float("nan")), "score is a number from 0 to 1, not NaN"),
        (
            changed(edited_at="2026-01-31"),
            'edited_at is a time with its zone, like "2026-01-31T08:00:00+00:00", not "2026-01-31"',
        ),
        (
            changed(edited_at="0001-01-01T00:00:00+14:00"),
            'edited_at is a time with its zone, like "2026-01-31T08:00:00+00:00", '
            'not "0001-01-01T00:00:00+14:00"',
        ),
        (changed(source="biology"), 'source is an object in braces, not "biology"'),
        (changed(source={"document": "b", "text": "x", "start": 1}), "a span needs start and end"),
        (
            changed(source={"document": "b", "text": "x", "start": 9, "end": 3}),
            "a span begins at 0 or later and ends where it begins or later, not 9 to 3",
        ),
        (
            changed(source={"document": "b", "text": "x", "start": True, "end": 3}),
            "start is a whole number, not true",
        ),
        (cloze([]), "deletions is a list with at least one deletion, not []"),
        (cloze([{"start": 2}]), "a span needs start and end"),
        (
            cloze([{"start": 2, "end": 60}]),
            "the deletion 2 to 60 hides nothing in a text of 12 characters",
        ),
        (cloze([{"start": 2, "end": 6, "group": 0}]), "the group of a deletion is 1 to 500, not 0"),
        (
            cloze([{"start": 4, "end": 8, "group": 2}, {"start": 2, "end": 6}]),
            "the deletions 2 to 6 and 4 to 8 overlap",
        ),
        (
            changed(type="enumeration", answer=None, items=["one"]),
            "an enumeration has 2 to 7 items, not 1",
        ),
        (changed(type="enumeration", answer=None, items=["one", ""]), "an item is empty"),
        (GOOD, 'the note "a1" stands on line 2 already'),
    ],
)
def test_a_problem_is_named_with_its_line(line: str, problem: str) -> None:
    assert problems_of(HEADER, GOOD, line) == [f"biology.jsonl:3: {problem}"]


def test_a_misspelt_key_is_not_passed_over() -> None:
    (problem,) = problems_of(HEADER, changed(tag=["x"]))
    assert problem.startswith('biology.jsonl:2: a basic note has no "tag"; it has answer, edited_at, ')


def test_the_first_twenty_problems_are_told_together() -> None:
    told = problems_of(HEADER, *["{}"] * 25)
    assert told[0] == "biology.jsonl:2: a note needs type"
    assert told[MOST_PROBLEMS:] == ["biology.jsonl: and 5 more"]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (
            '{"format": "kapian deck", "version": 2}',
            "this deck file is of version 2, and this kapian reads up to 1: update kapian",
        ),
        ('{"format": "kapian deck"}', "the header needs version"),
        ('{"format": "csv", "version": 1}', 'the format is "kapian deck", not "csv"'),
        (
            '{"id": "c-0", "prompt": "Q"}',
            "these are card lines; a deck file holds notes (kapian cards --format deck writes one)",
        ),
        ('{"a": 1}', 'a deck file begins with {"format": "kapian deck", "version": 1}'),
        ("Cells live.", "not JSON: Expecting value at column 1"),
    ],
)
def test_a_file_of_another_kind_is_told_once(line: str, problem: str) -> None:
    assert problems_of(line, GOOD, "{}") == [f"biology.jsonl:1: {problem}"]


def test_a_deck_file_without_notes_is_refused() -> None:
    assert problems_of(HEADER) == ["biology.jsonl: no notes in this deck file"]


def test_a_line_in_another_encoding_is_named() -> None:
    content = f"{HEADER}\n{GOOD}\n".encode() + changed(id="b").replace("Q", "群众路线").encode("gb18030")
    with pytest.raises(CardsError, match=r"deck\.jsonl:3: a deck file is UTF-8, and this line is not"):
        read_deck(content, name="deck.jsonl")


def test_the_documented_deck_file_reads_back() -> None:
    documentation = (Path(__file__).parents[2] / "docs" / "cards.md").read_text(encoding="utf-8")
    example = documentation.partition("```jsonl\n")[2].partition("```")[0]
    deck = read_deck(example.encode(), name="docs/cards.md")
    assert [note.id for note in deck] == ["essence-1", "cloze-1", "list-1"]
    assert [card.answer for note in deck for card in cards_of(note)][1:3] == [
        "毛泽东思想",
        "the nucleus, the cytoplasm",
    ]
