"""What the commands of kapian do."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

from tests.cards.documents.zips import packed
from tests.cli.calling import ARTICLE, Output, printed, refusal
from webreview.cli import run

TENDON = "A tendon is a band of connective tissue that ties a muscle to a bone.\n"
LIGAMENT = "A ligament is a band of connective tissue that ties a bone to another bone.\n"
COMMANDS = ["add", "build", "cards", "check", "export", "phrases", "read", "review", "serve"]


def test_help_lists_every_command(capsys: Output) -> None:
    listed = re.findall(r"^  (\w+) {2,}\w", printed(capsys, "--help").partition("Commands:")[2], re.MULTILINE)
    assert listed == COMMANDS


def test_cards_are_printed_and_progress_is_not(capsys: Output) -> None:
    assert run(["cards", "--format", "jsonl", str(ARTICLE)]) == 0
    out, err = capsys.readouterr()
    lines = [json.loads(line) for line in out.splitlines()]
    assert {line["source"]["document"] for line in lines} == {"mass-line.zh.txt"}
    assert [line["score"] for line in lines] == sorted((line["score"] for line in lines), reverse=True)
    assert err.splitlines() == ["reading mass-line.zh.txt", f"mass-line.zh.txt: {len(lines)} cards"]


def test_key_phrases_are_printed_best_first(capsys: Output) -> None:
    lines = [
        json.loads(line)
        for line in printed(capsys, "phrases", "--format", "jsonl", "--most", "5", ARTICLE).splitlines()
    ]
    assert [line["rank"] for line in lines] == [1, 2, 3, 4, 5]
    assert lines[0]["weight"] == 1
    assert [line["weight"] for line in lines] == sorted((line["weight"] for line in lines), reverse=True)
    text = ARTICLE.read_text(encoding="utf-8")
    assert "群众路线" in [line["phrase"] for line in lines]
    assert all(text.count(line["phrase"]) >= line["count"] > 0 for line in lines)


def test_key_phrases_are_printed_for_people(capsys: Output) -> None:
    shown = printed(capsys, "phrases", "--most", "3", ARTICLE).splitlines()
    assert shown[0] == "mass-line.zh.txt"
    assert len([line for line in shown if line.startswith(("1.00  ×", "0."))]) == 3


def test_every_card_line_quotes_its_document(capsys: Output) -> None:
    text = ARTICLE.read_text(encoding="utf-8")
    sources = [
        json.loads(line)["source"]
        for line in printed(capsys, "cards", "--format", "jsonl", ARTICLE).splitlines()
    ]
    assert [source["text"] for source in sources] == [
        text[source["start"] : source["end"]] for source in sources
    ]


def test_the_blocks_of_documents_are_printed_one_after_the_other(capsys: Output) -> None:
    Path("a.md").write_text("# Cells\n\nA cell has a wall.\n")
    Path("b.txt").write_text("Leaves are green.\n")
    assert printed(capsys, "read", "a.md", "b.txt").splitlines() == [
        "a.md: en, 28 characters in 2 blocks",
        "heading 1   Cells",
        "paragraph   A cell has a wall.",
        "b.txt: en, 18 characters in 1 block",
        "paragraph   Leaves are green.",
    ]


def test_a_document_that_cannot_be_read_is_told_and_the_others_are_printed(capsys: Output) -> None:
    Path("a.txt").write_text("Leaves are green.\n")
    Path("b.txt").write_text("")
    assert run(["read", "--format", "jsonl", "b.txt", "a.txt"]) == 1
    out, err = capsys.readouterr()
    assert [json.loads(line)["type"] for line in out.splitlines()] == ["document", "block"]
    assert err.splitlines() == [
        "b.txt: this document is empty; skipped",
        "1 of 2 files were skipped, see above",
    ]


def test_cards_of_one_document_are_the_same_each_time(capsys: Output) -> None:
    first = printed(capsys, "cards", "--format", "jsonl", ARTICLE)
    assert printed(capsys, "cards", "--format", "jsonl", ARTICLE) == first


def test_a_denser_deck_has_more_cards(capsys: Output) -> None:
    counts = [
        printed(capsys, "cards", "--format", "jsonl", "--density", density, ARTICLE).count("\n")
        for density in ("spare", "normal", "dense")
    ]
    assert counts == sorted(set(counts))


def test_a_document_and_its_deck_file_give_the_same_package(tmp_path: Path, capsys: Output) -> None:
    printed(capsys, "cards", "--format", "deck", "-o", tmp_path / "deck.jsonl", ARTICLE)
    printed(capsys, "build", "-o", tmp_path / "one.apkg", ARTICLE)
    printed(capsys, "build", "-o", tmp_path / "two.apkg", tmp_path / "deck.jsonl")
    assert (tmp_path / "one.apkg").read_bytes() == (tmp_path / "two.apkg").read_bytes()


def test_explanations_say_what_was_refused(capsys: Output) -> None:
    assert run(["cards", "--explain", str(ARTICLE)]) == 0
    out, err = capsys.readouterr()
    assert "\n   - " in out
    assert "mass-line.zh.txt, refused:\n" in err


def test_a_package_has_its_decks_under_the_named_one(deck: Path, tmp_path: Path, capsys: Output) -> None:
    assert run(["build", "--deck", "Biology", "-o", str(tmp_path / "b.apkg"), str(deck)]) == 0
    assert capsys.readouterr().err.endswith(f"{tmp_path}/b.apkg: 2 cards in Biology::cell, Biology::dna\n")
    assert zipfile.is_zipfile(tmp_path / "b.apkg")


def test_one_card_is_said_to_be_one(deck: Path, tmp_path: Path, capsys: Output) -> None:
    Path("one.txt").write_text(TENDON)
    assert run(["build", "--density", "spare", "-o", str(tmp_path / "b.apkg"), "one.txt"]) == 0
    assert capsys.readouterr().err.splitlines()[1:] == [
        "one.txt: 1 card",
        f"{tmp_path}/b.apkg: 1 card in one",
    ]


def test_a_folder_gives_the_cards_of_its_documents(tmp_path: Path, capsys: Output) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "article.txt").write_bytes(ARTICLE.read_bytes())
    (folder / "empty.txt").touch()
    assert run(["cards", "--format", "jsonl", str(folder)]) == 1
    out, err = capsys.readouterr()
    assert {json.loads(line)["source"]["document"] for line in out.splitlines()} == {"article.txt"}
    assert "empty.txt" in err
    assert err.endswith("1 of 2 files were skipped, see above\n")


def test_added_notes_can_be_reviewed_and_are_added_once(deck: Path, capsys: Output) -> None:
    assert printed(capsys, "add", deck) == "cell: Q0\ndna: Q1\n"
    assert printed(capsys, "add", deck) == ""
    assert printed(capsys, "check") == "2 notes, 2 cards, 2 entries: all is well\n"
    assert printed(capsys, "check", "--rebuild") == "2 notes, 2 cards, 2 entries: all is well\n"


def test_an_added_document_is_added_once(capsys: Output) -> None:
    prompts = printed(capsys, "add", ARTICLE).splitlines()
    assert prompts[0].startswith("mass-line.zh: ")
    assert printed(capsys, "add", ARTICLE) == ""


def test_notes_that_wait_in_triage_are_not_exported(deck: Path, tmp_path: Path, capsys: Output) -> None:
    printed(capsys, "add", "--triage", deck)
    said = refusal(capsys, "export", "-o", tmp_path / "all.apkg")
    assert said == "no accepted cards in the collection, so there is nothing to export"


def test_what_was_added_is_exported(deck: Path, tmp_path: Path, capsys: Output) -> None:
    printed(capsys, "add", deck)
    printed(capsys, "export", "-o", tmp_path / "all.jsonl")
    printed(capsys, "export", "--deck", "dna", "-o", tmp_path / "dna.jsonl")
    printed(capsys, "export", "-o", tmp_path / "all.apkg")
    printed(capsys, "build", "-o", tmp_path / "built.apkg", deck)
    exported = [json.loads(line) for line in (tmp_path / "all.jsonl").read_text().splitlines()[1:]]
    assert [note["id"] for note in exported] == ["n0", "n1"]
    assert (tmp_path / "dna.jsonl").read_text().count("\n") == 2
    assert (tmp_path / "all.apkg").read_bytes() == (tmp_path / "built.apkg").read_bytes()


def test_data_names_another_home(deck: Path, tmp_path: Path, capsys: Output) -> None:
    printed(capsys, "--data", tmp_path / "other", "add", deck)
    assert printed(capsys, "--data", tmp_path / "other", "check").startswith("2 notes")
    assert "there is no collection yet" in refusal(capsys, "check")


def test_a_zip_file_of_documents_is_added_as_its_folder_would_be(capsys: Output, home: Path) -> None:
    texts = {"ch/1.md": "# One\n\n" + TENDON, "ch/2.md": "# Two\n\n" + LIGAMENT, "ch/3.md": ""}
    for name, text in texts.items():
        Path("book", name).parent.mkdir(parents=True, exist_ok=True)
        Path("book", name).write_text(text)
    Path("book.zip").write_bytes(packed({name: text.encode() for name, text in texts.items()}))

    assert run(["add", "book.zip"]) == 1
    out, err = capsys.readouterr()

    assert [line.partition(":")[0] for line in out.splitlines()] == ["ch/1", "ch/2"]
    assert err.splitlines() == [
        "2 of 3 documents gave 2 cards",
        "ch/3.md: this document is empty; skipped",
        "2 new notes, 0 known already",
        "1 of 3 files were skipped, see above",
    ]
    assert run(["add", "book"]) == 1
    assert "0 new notes, 2 known already" in capsys.readouterr().err
