"""Packages in the real Anki."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cards.documents import Media, read_file
from cards.model import (
    BasicNote,
    ClozeNote,
    Deletion,
    EnumerationNote,
    Formula,
    Listing,
    Note,
    Origin,
    Picture,
    Place,
    Source,
    Span,
    Unit,
    cards_of,
)
from cards.pipeline import make_notes
from deckbuilder.package import Package, build_package, decks_of
from tests.anki.engine import Anki, Imported, anki_in, text_of

ARTICLE = Path(__file__).parents[2] / "examples" / "mass-line.zh.txt"
QUOTE = "群众路线的本质是代表人民、造福人民，就是执政为民。"
ORIGIN = Origin("essence")


def source(start: int, document: str = "群众路线.txt") -> Source:
    return Source(document, Span(start, start + len(QUOTE)), QUOTE, ("一、重要内涵", "（一）本质"))


BASIC = BasicNote(
    id="basic",
    question="群众路线的本质是什么？",
    answer="代表人民、\n造福人民",
    source=source(60),
    origin=ORIGIN,
)
REVERSED = BasicNote(
    id="reversed",
    question="mitochondrion",
    answer="the powerhouse of the cell",
    reversed_too=True,
    language="en",
    source=source(40),
    origin=ORIGIN,
)
CLOZE = ClozeNote(
    id="cloze",
    text=QUOTE,
    heading="群众路线",
    deletions=(Deletion(Span(8, 12), 1, "为谁"), Deletion(Span(13, 17), 1), Deletion(Span(20, 24), 3)),
    source=source(20),
    origin=ORIGIN,
    tags=("党课 第一讲", "党课::群众"),
)
ENUMERATION = EnumerationNote(
    id="enumeration",
    question="群众路线包括哪三项？",
    items=("一切为了群众", "一切依靠群众", "从群众中来"),
    items_too=True,
    source=source(0),
    origin=ORIGIN,
)
NOTES: tuple[Note, ...] = (BASIC, REVERSED, CLOZE, ENUMERATION)


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Anki]:
    with anki_in(tmp_path) as opened:
        yield opened


def package(*notes: Note, parent: str = "", speak: bool = False) -> Package:
    return build_package(decks_of(notes, parent=parent), speak=speak)


def edited(note: BasicNote, answer: str) -> BasicNote:
    return replace(note, answer=answer, edited_at=datetime(2026, 5, 1, tzinfo=UTC))


def test_anki_counts_the_notes_and_cards_that_we_count(anki: Anki) -> None:
    ours = package(*NOTES)
    assert (ours.notes, ours.cards) == (4, 9)
    assert anki.imports(ours) == Imported(new=4, updated=0, duplicate=0, conflicting=0)
    assert (len(anki.notes()), len(anki.cards())) == (4, 9)


def test_anki_makes_the_cards_that_the_notes_have(anki: Anki) -> None:
    anki.imports(package(*NOTES))
    expected = [(card.note, card.index) for note in NOTES for card in cards_of(note)]
    assert sorted((card.note, card.index) for card in anki.cards()) == sorted(expected)


def test_a_second_import_adds_and_changes_nothing(anki: Anki) -> None:
    ours = package(*NOTES)
    anki.imports(ours)
    before = (anki.notes(), anki.cards())
    assert anki.imports(ours) == Imported(new=0, updated=0, duplicate=4, conflicting=0)
    assert (anki.notes(), anki.cards()) == before


def test_an_edited_note_updates_and_keeps_its_cards(anki: Anki) -> None:
    anki.imports(package(*NOTES))
    later = package(edited(BASIC, "代表人民"), REVERSED, CLOZE, ENUMERATION)
    assert anki.imports(later) == Imported(new=0, updated=1, duplicate=3, conflicting=0)
    assert anki.notes()["basic"].fields[1] == "代表人民"
    assert len(anki.cards()) == 9


def test_a_deck_renamed_in_anki_does_not_double_its_notes(anki: Anki) -> None:
    anki.imports(package(BASIC))
    deck = anki.collection.decks.id_for_name("群众路线")
    anki.collection.decks.rename(deck, "理论::群众")
    anki.imports(package(edited(BASIC, "代表人民"), CLOZE))
    where = {card.note: card.deck for card in anki.cards()}
    assert where == {"basic": "理论::群众", "cloze": "群众路线"}


def test_a_deck_has_the_name_of_its_document_under_its_parent(anki: Anki) -> None:
    other = replace(REVERSED, source=source(0, "notes/cell.v2.md"))
    anki.imports(package(BASIC, other, parent="党课::2026"))
    assert [name for name in anki.decks() if name.startswith("党课")] == [
        "党课",
        "党课::2026",
        "党课::2026::notes/cell.v2",
        "党课::2026::群众路线",
    ]


def test_new_cards_come_in_the_order_of_the_document(anki: Anki) -> None:
    anki.imports(package(*NOTES))
    by_position = sorted((card.position, card.note) for card in anki.cards() if card.index == 0)
    assert [note for _, note in by_position] == ["enumeration", "cloze", "reversed", "basic"]


def test_tags_are_the_notes_own_and_the_place_in_the_document(anki: Anki) -> None:
    anki.imports(package(CLOZE))
    assert anki.notes()["cloze"].tags == (
        "党课::群众",
        "党课_第一讲",
        "群众路线::一、重要内涵::（一）本质",
    )


def test_every_card_asks_what_the_card_says(anki: Anki) -> None:
    anki.imports(package(*NOTES))
    shown = {
        (card.note, card.index): text_of(card.front, "heading", "question", "items") for card in anki.cards()
    }
    expected = {(card.note, card.index): card.prompt for note in NOTES for card in cards_of(note)}
    assert shown == expected


def test_every_card_answers_what_the_card_says(anki: Anki) -> None:
    anki.imports(package(*NOTES))
    shown = {(card.note, card.index): text_of(card.back, "answer") for card in anki.cards()}
    lists = "1. 一切为了群众\n2. 一切依靠群众\n3. 从群众中来"
    assert shown == {
        ("basic", 0): "代表人民、\n造福人民",
        ("reversed", 0): "the powerhouse of the cell",
        ("reversed", 1): "mitochondrion",
        ("cloze", 0): QUOTE,
        ("cloze", 2): QUOTE,
        **{("enumeration", index): lists for index in range(4)},
    }


def test_the_answer_of_a_gap_is_marked_by_an_element_of_its_own(anki: Anki) -> None:
    anki.imports(package(CLOZE, ENUMERATION))
    marked = {(card.note, card.index): text_of(card.back, "cloze") for card in anki.cards()}
    assert marked == {
        ("cloze", 0): "代表人民\n造福人民",
        ("cloze", 2): "执政为民",
        ("enumeration", 0): "",
        ("enumeration", 1): "一切为了群众",
        ("enumeration", 2): "一切依靠群众",
        ("enumeration", 3): "从群众中来",
    }


def test_the_back_shows_where_the_card_comes_from(anki: Anki) -> None:
    anki.imports(package(BASIC))
    (card,) = anki.cards()
    assert text_of(card.back, "quote") == QUOTE
    assert "群众路线.txt › 一、重要内涵 › （一）本质" in text_of(card.back, "place")
    assert '<a class="open" href="http://127.0.0.1:8765/notes/basic/source"></a>' in card.back
    assert '<div class="kapian" lang="zh">' in card.back


def test_what_the_document_shows_stands_on_the_back_and_its_pictures_come_along(anki: Anki) -> None:
    picture = Media("3f0c.png", "image/png", b"\x89PNG")
    absent = Picture("gone.png", "")
    shown = (Picture(picture.name, "图 1 <细胞>"), absent, Formula("a < b_{1}"), Listing("if x:\n    {{y}}"))
    note = replace(BASIC, source=replace(BASIC.source, place=Place(Unit.PAGE, "12")), exhibits=shown)
    anki.imports(build_package(decks_of([note]), media=[picture]))
    (card,) = anki.cards()
    assert 'img src="3f0c.png" alt="图 1 &lt;细胞&gt;"' in card.back
    assert "gone.png" not in card.back
    assert text_of(card.back, "extra") == "\\[a < b_{1}\\]if x:\n    {{y}}"
    assert "3f0c.png" not in card.front
    assert "· 第12页" in text_of(card.back, "place")
    assert (Path(anki.collection.media.dir()) / "3f0c.png").read_bytes() == picture.content


def test_a_formula_in_a_text_is_left_to_ankis_own_typesetting(anki: Anki) -> None:
    text = "能量等于\\(E=mc^{2}\\)。"
    gap = ClozeNote(
        id="formula",
        text=text,
        deletions=(Deletion(Span(4, len(text) - 1)),),
        source=source(0),
        origin=ORIGIN,
    )
    anki.imports(package(gap))
    (card,) = anki.cards()
    assert text_of(card.front, "question") == "能量等于[...]。"
    assert text_of(card.back, "answer") == text


def test_cards_are_silent_unless_asked_to_speak(anki: Anki) -> None:
    anki.imports(package(*NOTES))
    assert {card.spoken for card in anki.cards()} == {()}


def test_speaking_cards_speak_their_language(anki: Anki) -> None:
    anki.imports(package(BASIC, replace(REVERSED, reversed_too=False), CLOZE, speak=True))
    spoken = {(card.note, card.index): card.spoken for card in anki.cards()}
    assert spoken == {
        ("basic", 0): (("zh_CN", "群众路线的本质是什么？"), ("zh_CN", "代表人民、 造福人民")),
        ("reversed", 0): (("en_US", "mitochondrion"), ("en_US", "the powerhouse of the cell")),
        ("cloze", 0): (
            ("zh_CN", "群众路线的本质是[...为谁...]、blank，就是执政为民。"),
            ("zh_CN", "代表人民, 造福人民"),
        ),
        ("cloze", 2): (("zh_CN", "群众路线的本质是代表人民、造福人民，就是blank。"), ("zh_CN", "执政为民")),
    }


def test_a_package_that_speaks_updates_one_that_did_not(anki: Anki) -> None:
    anki.imports(package(*NOTES))
    assert anki.imports(package(*NOTES, speak=True)).updated == 4
    assert all(card.spoken for card in anki.cards())


def test_the_learners_own_edit_in_anki_stays(anki: Anki) -> None:
    anki.imports(package(BASIC))
    (number,) = anki.collection.find_notes("")
    note = anki.collection.get_note(number)
    note["Extra"] = "my own words"
    anki.collection.update_note(note)
    anki.imports(package(BASIC))
    assert "my own words" in anki.cards()[0].back


def test_ours_are_the_only_note_types_that_come_in(anki: Anki) -> None:
    anki.imports(package(*NOTES))
    anki.imports(package(edited(BASIC, "x"), REVERSED, CLOZE, ENUMERATION, speak=True))
    assert anki.note_types() == [
        "kapian Basic",
        "kapian Basic (and reversed)",
        "kapian Cloze",
        "kapian Enumeration",
    ]


def test_the_article_comes_in_whole(anki: Anki) -> None:
    notes = make_notes(read_file(ARTICLE))
    ours = package(*notes)
    assert anki.imports(ours) == Imported(new=len(notes), updated=0, duplicate=0, conflicting=0)
    asked = {
        f"{card.note}-{card.index}": text_of(card.front, "heading", "question", "items")
        for card in anki.cards()
    }
    assert asked == {card.id: card.prompt for note in notes for card in cards_of(note)}
    assert ours.cards == len(asked)
