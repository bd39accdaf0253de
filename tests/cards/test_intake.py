"""What a command line names -> notes."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from cards.deckfile import write_deck
from cards.documents import find_documents, read_text
from cards.errors import CardsError
from cards.how import How
from cards.intake import FromDeckFile, FromDocument, Gathered, Intake, gather, read_each, refusals, take_in
from cards.model import BasicNote, Origin, Source, Span
from tests.cards.documents.zips import packed

LOCKED = Path(__file__).parents[1] / "golden" / "pdf" / "locked.en.pdf"
UNPAIRED = "只有（坚持群众路线，才能保证党同人民群众的血肉联系。"
PROSE = "A tendon is a band of connective tissue that ties a muscle to a bone.\n"


def note(name: str) -> BasicNote:
    return BasicNote(
        id=name, question=name, answer="A", source=Source("a.txt", Span(0, 1), "A"), origin=Origin("learner")
    )


@dataclass
class Listener:
    """A terminal that remembers, and answers with the passwords that it was given."""

    said: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    passwords: list[str] = field(default_factory=list)

    def say(self, message: str) -> None:
        self.said.append(message)

    def show_progress(self, line: str) -> None:
        self.shown.append(line)

    def ask_password(self, question: str) -> str | None:
        self.asked.append(question)
        return self.passwords.pop(0) if self.passwords else None


def gathered(*paths: Path, how: How = How()) -> tuple[Gathered, Listener]:  # noqa: B008
    listener = Listener()
    return gather(map(str, paths), how, listener), listener


def taken(path: Path) -> Intake | CardsError:
    (given,) = find_documents([path]).given
    return take_in(given, How())


def written(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_document_is_asked_about(tmp_path: Path) -> None:
    intake = taken(written(tmp_path / "muscles.txt", PROSE))
    assert isinstance(intake, FromDocument)
    assert (intake.document.name, intake.document.text) == ("muscles.txt", PROSE)
    assert len(intake.notes) > 0


def test_a_deck_file_is_read(tmp_path: Path) -> None:
    path = written(tmp_path / "deck.jsonl", write_deck([note("a")]))
    assert taken(path) == FromDeckFile(path, (note("a"),))


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
    found, listener = gathered(good, empty)
    assert [one.id for one in found.notes] == ["a"]
    assert listener.said == [
        "1 of 2 documents gave 1 card",
        "empty.txt: this document is empty; skipped",
    ]
    assert listener.shown == ["1 of 2 documents, 1 card", "2 of 2 documents, 1 card"]
    with pytest.raises(CardsError, match="1 of 2 files were skipped, see above"):
        found.check_complete()


def test_files_that_all_give_nothing_are_refused_together(tmp_path: Path) -> None:
    with pytest.raises(CardsError, match="none of the 2 files gave a card, see above"):
        gathered(written(tmp_path / "a.txt", ""), written(tmp_path / "b.txt", " "))


def test_a_text_whose_cards_all_fail_says_at_which_checks(tmp_path: Path) -> None:
    assert (
        str(taken(written(tmp_path / "a.txt", UNPAIRED)))
        == "a.txt: none of 1 possible cards passed the checks: whole brackets (1)"
    )


def test_a_refusal_is_one_line_with_its_reason() -> None:
    assert refusals(read_text(UNPAIRED, name="a.txt"), "normal") == [
        "只有怎样，才能保证党同人民群众的血肉联系？ – whole brackets: （ is not paired",
    ]


def test_many_documents_give_the_same_as_one_after_the_other(tmp_path: Path) -> None:
    for number in range(12):
        text = PROSE if number % 3 else ""
        written(tmp_path / f"{number:02}.md", f"# Part {number}\n\n{text}" if text else "")
    written(tmp_path / "deck.jsonl", write_deck([note("a")]))
    arguments = [tmp_path, tmp_path / "deck.jsonl"]

    found, listener = gathered(*arguments)

    assert [one.document.name for one in found.taken if isinstance(one, FromDocument)] == [
        f"{number:02}.md" for number in range(12) if number % 3
    ]
    alone = [take_in(given, How()) for given in find_documents(arguments).given]
    assert list(found.taken) == [one for one in alone if not isinstance(one, CardsError)]
    assert listener.said[0] == f"9 of 13 documents gave {8 * 1 + 1} cards"
    assert listener.said[1:] == [
        f"{number:02}.md: this document is empty; skipped" for number in range(0, 12, 3)
    ]


def test_what_was_left_out_of_a_zip_file_is_told(tmp_path: Path) -> None:
    path = written(tmp_path / "book.zip", packed({"a.md": PROSE.encode(), "b.zip": b"PK"}))
    found, listener = gathered(path)
    assert len(found.taken) == 1
    assert listener.said[-1] == "b.zip was left out: it is packed inside an archive; unpack it first"
    found.check_complete()


def test_a_locked_document_is_asked_for_until_it_opens() -> None:
    listener = Listener(passwords=["wrong", "wässer"])
    found = gather([str(LOCKED)], How(), listener)
    assert found.notes
    assert listener.asked == ["password for locked.en.pdf"] * 2


def test_locked_documents_among_many_are_asked_for_one_by_one(tmp_path: Path) -> None:
    for number in range(8):
        written(tmp_path / f"{number}.md", PROSE)
        written(tmp_path / f"{number}.pdf", LOCKED.read_bytes())
    listener = Listener(passwords=["wässer"])
    found = gather([str(tmp_path)], How(), listener)
    assert len(listener.asked) == 8
    assert [one.document.name for one in found.taken if isinstance(one, FromDocument)][:3] == [
        "0.md",
        "0.pdf",
        "1.md",
    ]
    assert found.skipped == 7


def test_what_is_read_is_asked_for_its_password_too() -> None:
    (document,) = read_each([str(LOCKED)], How(), Listener(passwords=["wässer"]))
    assert document.text.startswith("How Cities Get Their Water")
    with pytest.raises(CardsError, match="protected by a password"):
        list(read_each([str(LOCKED)], How(), Listener()))
