"""Calling kapian in this process."""

from __future__ import annotations

from pathlib import Path

import pytest

from webreview.cli import run

ROOT = Path(__file__).parents[2]
ARTICLE = ROOT / "examples" / "mass-line.zh.txt"

Output = pytest.CaptureFixture[str]


def printed(capsys: Output, *arguments: str | Path) -> str:
    """What a command that succeeds prints."""
    assert run([str(argument) for argument in arguments]) == 0, capsys.readouterr().err
    return capsys.readouterr().out


def refusal(capsys: Output, *arguments: str | Path) -> str:
    """What a command says on its last lines when its input is wrong."""
    assert run([str(argument) for argument in arguments]) == 1
    caught = capsys.readouterr()
    assert caught.out == ""
    return caught.err.removesuffix("\n")
