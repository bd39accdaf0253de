"""The loader of golden files refuses what a reader could misread."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cards.writing import golden
from tests.cards.writing.golden import Case, cases_of


def written(folder: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> list[Case]:
    monkeypatch.setattr(golden, "FOLDER", folder)
    (folder / "case.txt").write_text(text, "utf-8")
    return cases_of("case")


def test_a_case_is_a_text_and_its_cards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "# why\n## 标题\n甲是乙。\n=> 甲是什么？ | 乙\n\n丙。\n=> nothing\n"
    assert written(tmp_path, text, monkeypatch) == [
        Case("case:2", "## 标题\n\n甲是乙。", ("甲是什么？ | 乙",)),
        Case("case:6", "丙。", ()),
    ]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "no cases"),
        ("# only a comment\n", "no cases"),
        ("甲是乙。\n", "ends with its =>"),
        ("=> 甲是什么？ | 乙\n", "begins with its text"),
        ("甲是乙。\n=> 甲是什么？\n", "prompt | answer"),
        ("甲是乙。\n=> nothing\n=> 甲是什么？ | 乙\n", "prompt | answer"),
        ("甲。\n=> nothing\n乙。\n=> 乙 | 丙\n", "ends with its =>"),
    ],
)
def test_a_malformed_or_empty_file_is_refused(
    text: str, complaint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(ValueError, match=complaint.replace("|", r"\|")):
        written(tmp_path, text, monkeypatch)
