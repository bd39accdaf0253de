"""Format, lint and types: what a reader may rely on in every file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def test_every_file_is_formatted() -> None:
    must_be_content("ruff", "format", "--check", "--diff")


def test_no_file_has_lint() -> None:
    must_be_content("ruff", "check", "--quiet")


def test_every_type_is_checked() -> None:
    must_be_content("mypy", "--no-error-summary")


def must_be_content(tool: str, *arguments: str) -> None:
    """Fail with everything that the tool says about the project."""
    command = [sys.executable, "-P", "-m", tool, *arguments]
    checked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if checked.returncode:
        pytest.fail(checked.stdout + checked.stderr, pytrace=False)
