"""Notes -> card lines."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from cards.cardline import best_first, write_card_lines, write_card_text
from cards.model import BasicNote, ClozeNote, Deletion, EnumerationNote, Note, Origin, Source, Span, cards_of
from tests.strategies import notes

TEXT = "群众路线的本质是代表人民、造福人民。只有坚持群众路线,才能长期执政。"


def source(start: int, end: int, document: str = "路线.txt") -> Source:
    return Source(document, Span(start, end), TEXT[start:end], ("一、内涵", "（一）本质"))


ESSENCE = BasicNote(
    id="essence",
    question="群众路线的本质是什么？",
    answer="代表人民、造福人民",
    source=source(0, 18),
    origin=Origin("essence", ("pattern: 本质是", "keyphrase: 群众路线 ×2"), 0.75),
    tags=("党课",),
)
CONDITION = ClozeNote(
    id="condition",
    text=TEXT[18:],
    deletions=(Deletion(Span(11, 15), 1, "多久"),),
    source=source(18, 34),
    origin=Origin("condition", (), 0.9),
)
LIST = EnumerationNote(
    id="list",
    question="Which two?",
    items=("one", "two"),
    items_too=True,
    language="en",
    source=source(0, 4, "list.md"),
    origin=Origin("enumeration", (), 1.0),
)


def test_a_card_line_looks_like_this() -> None:
    assert write_card_lines([ESSENCE]).decode() == (
        '{"id": "essence-0", "note": "essence", "kind": "essence", "prompt": "群众路线的本质是什么？", '
        '"answer": "代表人民、造福人民", "score": 0.75, "section": ["一、内涵", "（一）本质"], "tags": ["党课"], '
        '"language": "zh", "source": {"document": "路线.txt", "start": 0, "end": 18, '
        '"text": "群众路线的本质是代表人民、造福人民。"}, '
        '"reasons": ["pattern: 本质是", "keyphrase: 群众路线 ×2"]}\n'
    )


def test_the_documentation_names_the_keys_of_a_card_line() -> None:
    documentation = (Path(__file__).parents[2] / "docs" / "cards.md").read_text(encoding="utf-8")
    card_line = documentation.partition("## The card line")[2].partition("## The deck file")[0]
    keys = list(json.loads(write_card_lines([ESSENCE])))
    assert re.findall(r"^\| `(\w+)` \|", card_line, re.MULTILINE) == keys
    assert list(json.loads(next(line for line in card_line.splitlines() if line.startswith("    {")))) == keys


def test_every_card_of_a_note_has_its_line() -> None:
    lines = [json.loads(line) for line in write_card_lines([LIST]).splitlines()]
    assert [(line["id"], line["prompt"], line["answer"]) for line in lines] == [
        ("list-0", "Which two?", "one, two"),
        ("list-1", "Which two?\n1. [...]\n2. two", "one"),
        ("list-2", "Which two?\n1. one\n2. [...]", "two"),
    ]


def test_documents_stay_in_order_and_the_best_cards_of_each_come_first() -> None:
    tied = BasicNote(id="tied", question="Q", answer="A", source=source(2, 4), origin=Origin("x", (), 0.75))
    assert [note.id for note in best_first([tied, CONDITION, LIST, ESSENCE])] == [
        "condition",
        "essence",
        "tied",
        "list",
    ]


def test_readers_get_numbered_cards_under_their_document() -> None:
    assert write_card_text([ESSENCE, LIST, CONDITION]).decode().splitlines() == [
        "路线.txt",
        "",
        "1. 只有坚持群众路线,才能[...多久...]。",
        "   = 长期执政",
        "   一、内涵 › （一）本质 › condition, 0.90",
        "",
        "2. 群众路线的本质是什么？",
        "   = 代表人民、造福人民",
        "   一、内涵 › （一）本质 › essence, 0.75",
        "",
        "list.md",
        "",
        "3. Which two?",
        "   = one, two",
        "   一、内涵 › （一）本质 › enumeration, 1.00",
        "",
        "4. Which two?",
        "     1. [...]",
        "     2. two",
        "   = one",
        "   一、内涵 › （一）本质 › enumeration, 1.00",
        "",
        "5. Which two?",
        "     1. one",
        "     2. [...]",
        "   = two",
        "   一、内涵 › （一）本质 › enumeration, 1.00",
    ]


def test_readers_who_ask_are_told_why() -> None:
    lines = write_card_text([ESSENCE], reasons=True).decode().splitlines()
    assert lines[5:] == ["   - pattern: 本质是", "   - keyphrase: 群众路线 ×2"]


@given(st.lists(notes(), max_size=4))
def test_a_line_is_one_line_of_json_a_card(deck: list[Note]) -> None:
    lines = write_card_lines(deck).decode().split("\n")
    assert lines.pop() == ""
    assert sorted(json.loads(line)["id"] for line in lines) == sorted(
        c.id for note in deck for c in cards_of(note)
    )


@given(st.lists(notes(), max_size=4, unique_by=lambda note: note.id))
def test_the_order_of_the_notes_of_one_document_does_not_matter(deck: list[Note]) -> None:
    of_one = [replace(note, source=replace(note.source, document="cell.txt")) for note in deck]
    assert best_first(of_one[::-1]) == best_first(of_one)
