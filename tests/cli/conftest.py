"""A home and a deck file for each test of the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for the collection, and one to work in."""
    monkeypatch.setenv("KAPIAN_DATA", str(tmp_path / "data"))
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "data"


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """A deck file with two notes of two documents."""
    path = tmp_path / "deck.jsonl"
    lines: list[object] = [{"format": "kapian deck", "version": 1}]
    for number, document in enumerate(("cell.txt", "dna.txt")):
        source = {"document": document, "start": 0, "end": 4, "text": "text"}
        note = {
            "type": "basic",
            "id": f"n{number}",
            "question": f"Q{number}",
            "answer": "A",
            "source": source,
        }
        lines.append(note)
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    return path
