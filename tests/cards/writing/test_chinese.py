"""The Chinese writers, by their golden files and by laws that every draft keeps."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cards.documents import read_file, read_text
from cards.model import cards_of
from cards.pipeline import Density, Options, make_notes
from cards.reading import understand
from cards.writing import chinese
from tests.cards.writing.golden import FOLDER, Case, cards_written, cases_of

ARTICLE = Path(__file__).parents[3] / "examples" / "mass-line.zh.txt"
WRITERS = {writer.kind: writer for writer in chinese.WRITERS}
NAMES = sorted(path.stem for path in (FOLDER / "chinese").glob("*.txt"))
CASES = [(name, case) for name in NAMES for case in cases_of(f"chinese/{name}")]
# Scraps that the patterns of the writers are made of, so that random texts come near to sentences.
SCRAPS = (
    "群众路线", "的本质", "是", "最大的", "危险", "只有", "才能", "为了", "变", "为", "“", "”", "《", "》",
    "、", "，", "。", "；", "和", "一是", "二是", "三是", "其", "该校", "他", "1902年", "三百多里", "是指", "本法所称",
    "岳飞", "南京大学", "由", "负责", "必须", "以", "把", "作为", "（", "）", "\n\n", "## ", "😀", "ab",
)  # fmt: skip


@pytest.mark.parametrize(("name", "case"), CASES, ids=[case.name for _, case in CASES])
def test_a_writer_writes_its_golden_cards(name: str, case: Case) -> None:
    assert cards_written(case.text, WRITERS[name]) == case.cards


def test_every_writer_has_a_golden_file() -> None:
    assert sorted(WRITERS) == NAMES


@settings(max_examples=60)
@given(st.lists(st.sampled_from(SCRAPS), max_size=40).map("".join))
def test_every_answer_stands_in_the_document(text: str) -> None:
    document = read_text(f"群众路线是中国共产党的根本工作路线。{text}", name="text.md")
    reading = understand(document)
    drafts = [draft for writer in chinese.WRITERS for draft in writer.write(reading)]
    stretches = [span.of(document.text) for draft in drafts for span in draft.answers]
    assert [said for said in stretches if not said.strip()] == []
    answers = [part for draft in drafts for card in cards_of(draft.note) for part in card.answer.split("、")]
    assert [part for part in answers if part not in document.text] == []


@settings(max_examples=40)
@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=300))
def test_any_text_is_written_about_in_the_same_way_twice(text: str) -> None:
    document = read_text(f"岳飞是南宋抗金的著名将领，于1142年在杭州遇害。{text}", name="text.md")
    notes = make_notes(document)
    assert notes == make_notes(document)
    assert len({note.id for note in notes}) == len(notes)


def test_the_article_asks_for_what_a_teacher_asks() -> None:
    notes = make_notes(read_file(ARTICLE))
    asked = {card.prompt: card.answer for note in notes for card in cards_of(note)}
    assert 30 <= len(asked) <= 60
    assert asked["我们党最大的政治优势是什么？"] == "密切联系群众"
    assert asked["我们党执政后最大的危险是什么？"] == "脱离群众"
    assert asked["党的根本宗旨是什么？"] == "全心全意为人民服务"
    assert asked["群众路线的核心是什么？"] == "“一切为了群众,一切依靠群众”"
    assert asked["只有怎样，才能保证党同人民群众的血肉联系？"] == "坚持群众路线"
    assert "知情权、参与权、选择权和监督权" in asked.values()
    assert "下访" in asked.values()


def test_the_article_s_faulty_sentences_are_not_asked_about() -> None:
    notes = make_notes(read_file(ARTICLE), Options(density=Density.DENSE))
    shown = "".join(card.prompt + card.answer for note in notes for card in cards_of(note))
    assert "你要求别人" not in shown
    assert "问计于民" not in shown


def test_traditional_text_is_asked_about_in_its_own_characters() -> None:
    document = read_text("脫離群眾是我們黨執政後最大的危險。" * 2, name="text.txt")
    cards = [card for note in make_notes(document) for card in cards_of(note)]
    assert [(card.prompt, card.answer) for card in cards] == [("我們黨執政後最大的危險是什麼？", "脫離群眾")]
