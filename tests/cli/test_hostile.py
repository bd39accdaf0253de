"""Files that are broken or made to do harm, given on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cards.documents.hostile import READ, REFUSED
from tests.cli.calling import Output, printed, refusal


@pytest.mark.parametrize("what", REFUSED)
def test_a_harmful_file_is_refused_in_a_sentence_and_leaves_nothing(
    what: str, home: Path, tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    name, content = REFUSED[what]
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    Path(name).write_bytes(content())
    told = refusal(capsys, "add", name).removeprefix(f"reading {name}\n")
    assert told
    assert "Traceback" not in told
    assert len(told) < 400
    assert [path.name for path in Path.cwd().iterdir()] == [name]
    assert list((tmp_path / "temporary").iterdir()) == []
    assert not home.exists()


@pytest.mark.parametrize("what", READ)
def test_a_file_of_excess_is_read(what: str, capsys: Output) -> None:
    name, content = READ[what]
    Path(name).write_bytes(content())
    assert printed(capsys, "read", name).startswith(f"{name}: ")
