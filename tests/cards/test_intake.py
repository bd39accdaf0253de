"""What a command line names -> notes."""

from __future__ import annotations

from pathlib import Path

import pytest

from cards.deckfile import write_deck
from cards.documents import read_text
from cards.errors import CardsError
from cards.intake import FromDeckFile, FromDocument, Gathered, gather, refusals, take_in
from cards.model import BasicNote, Origin, Source, Span
from cards.pipeline import Options

UNPAIRED = "只有（坚持群众路线，才能保证党同人民群众的血肉联系。"
PROSE = "A tendon is a band of connective tissue that ties a muscle to a bone.\n"


def note(name: str) -> BasicNote:
    return BasicNote(
        id=name, question=name, answer="A", source=Source("a.txt", Span(0, 1), "A"), origin=Origin("learner")
    )


def gathered(*paths: Path) -> tuple[Gathered, list[str]]:
    told: list[str] = []
    return gather(map(str, paths), density="normal", encoding=None, tell=told.append), told


def written(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_document_is_asked_about(tmp_path: Path) -> None:
    taken = take_in(written(tmp_path / "muscles.txt", PROSE), Options())
    assert isinstance(taken, FromDocument)
    assert (taken.document.name, taken.document.text) == ("muscles.txt", PROSE)
    assert len(taken.notes) > 0


def test_a_deck_file_is_read(tmp_path: Path) -> None:
    path = written(tmp_path / "deck.jsonl", write_deck([note("a")]))
    assert take_in(path, Options()) == FromDeckFile(path, (note("a"),))


def test_a_note_that_stands_in_two_files_comes_once(tmp_path: Path) -> None:
    one = written(tmp_path / "one.jsonl", write_deck([note("a"), note("b")]))
    two = written(tmp_path / "two.jsonl", write_deck([note("b"), note("c")]))
    found, _ = gathered(one, two)
    assert [one.id for one in found.notes] == ["a", "b", "c"]
    found.check_complete()


def test_a_file_that_gives_nothing_is_told_and_the_others_are_kept(tmp_path: Path) -> None:
    good, empty = (
        written(tmp_path / "deck.jsonl", write_deck([note("a")])),
        written(tmp_path / "empty.txt", ""),
    )
    found, told = gathered(good, empty)
    assert [one.id for one in found.notes] == ["a"]
    assert told[-1] == "empty.txt: this document is empty; skipped"
    with pytest.raises(CardsError, match="1 of 2 files were skipped, see above"):
        found.check_complete()


def test_files_that_all_give_nothing_are_refused_together(tmp_path: Path) -> None:
    with pytest.raises(CardsError, match="none of the 2 files gave a card, see above"):
        gathered(written(tmp_path / "a.txt", ""), written(tmp_path / "b.txt", " "))


def test_a_text_whose_cards_all_fail_says_at_which_checks(tmp_path: Path) -> None:
    with pytest.raises(CardsError) as refused:
        take_in(written(tmp_path / "a.txt", UNPAIRED), Options())
    assert str(refused.value) == "a.txt: none of 1 possible cards passed the checks: whole brackets (1)"


def test_a_refusal_is_one_line_with_its_reason() -> None:
    assert refusals(read_text(UNPAIRED, name="a.txt"), "normal") == [
        "只有怎样，才能保证党同人民群众的血肉联系？ – whole brackets: （ is not paired",
    ]
