"""The rules that keep the code easy to change: who may import whom, who reads the clock, how long a file may be."""

from __future__ import annotations

import ast
import base64
import hashlib
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHIPPED = ("cards", "deckbuilder", "webreview")
MOST_LINES = 300
LINT_IMPORTS = "from importlinter.cli import lint_imports_command as lint; lint()"
VENDORED = sorted(ROOT.glob("*/**/vendor/*/*/"))

CLOCKS = {
    "date.today",
    "datetime.now",
    "datetime.today",
    "datetime.utcnow",
    "time.gmtime",
    "time.localtime",
    "time.time",
    "time.time_ns",
}


WRITES_FILES = {"mkdir", "rmtree", "touch", "unlink", "write_bytes", "write_text"}


def project_files(*patterns: str) -> list[Path]:
    """The project's own files, without what set-up, tests and tools leave in the folder."""
    made = {"__pycache__", "build", "dist", "node_modules", "test-artefacts"}
    return sorted(
        path
        for pattern in patterns
        for path in ROOT.glob(f"**/{pattern}")
        if path.is_file() and not any(_is_made(part, made) for part in path.relative_to(ROOT).parts[:-1])
    )


def test_the_import_contracts_of_pyproject_hold() -> None:
    checked = subprocess.run(
        [sys.executable, "-P", "-c", LINT_IMPORTS, "--no-cache", "--no-logo"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_only_the_clock_reads_the_time() -> None:
    readers = [
        f"{place}: {name}()"
        for path in shipped_files()
        if path != ROOT / "webreview" / "clock.py"
        for place, name in names_used(path)
        if name in CLOCKS or name.removeprefix("datetime.") in CLOCKS
    ]
    assert readers == []


def test_one_file_alone_fetches_from_elsewhere() -> None:
    openers = [
        f"{place}: {name}"
        for path in shipped_files()
        if path != ROOT / "cards" / "documents" / "web.py"
        for place, name in modules_imported(path)
        if name.startswith(("urllib.request", "http.client", "httpcore2", "httpx2", "ftplib", "smtplib"))
    ]
    assert openers == []


def test_files_are_written_at_the_doors_alone() -> None:
    writers = {
        path.relative_to(ROOT).as_posix()
        for path in shipped_files()
        for _, name in names_used(path)
        if name.rpartition(".")[2] in WRITES_FILES
    }
    assert {door for door in writers if not door.startswith("webreview/collection/")} == {
        "cards/files.py",
        "webreview/commands/reviewing.py",
    }


def test_no_file_of_code_is_longer_than_a_head_can_hold() -> None:
    written = [path for path in project_files("*.py", "*.js", "*.css", "*.html") if not is_vendored(path)]
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in written}
    too_long = [f"{path}: {lines} lines" for path, lines in lengths.items() if lines >= MOST_LINES]
    assert too_long == []


def test_no_file_names_a_folder_of_the_machine_it_was_written_on() -> None:
    of_a_machine = re.compile(r"(?<![\w.*}])/(?:root|work|Users|home)/[\w.]")
    found = [
        f"{path}: {match[0]}"
        for path in project_files("*.py", "*.toml", "*.md", "*.txt", "*.html", "*.css", "*.js", "*.po")
        if not is_vendored(path)
        for match in of_a_machine.finditer(path.read_text("utf-8"))
    ]
    assert found == []


def test_lock_files_name_no_address() -> None:
    addresses = [
        f"{path}: {line}"
        for path in (ROOT / "requirements").iterdir()
        for line in path.read_text("utf-8").splitlines()
        if "://" in line
    ]
    assert addresses == []


def test_what_runs_is_what_was_tested() -> None:
    """Every package is at one version in both lock files; kapian.py takes a test environment for a complete one."""
    run, tested = (pinned(ROOT / "requirements" / f"{kind}.txt") for kind in ("run", "test"))
    assert run - tested == set()


def test_vendored_files_are_found_where_they_are_looked_for() -> None:
    assert "tests/browser/vendor/axe-core/4.14.1" in [str(folder.relative_to(ROOT)) for folder in VENDORED]


@pytest.mark.parametrize("folder", VENDORED, ids=lambda folder: f"{folder.parent.name}-{folder.name}")
def test_a_vendored_package_is_what_its_vendor_toml_says(folder: Path) -> None:
    vendor = tomllib.loads((folder / "VENDOR.toml").read_text("utf-8"))
    there = {
        path.relative_to(folder).as_posix(): integrity(path)
        for path in folder.rglob("*")
        if path.is_file() and path.name != "VENDOR.toml"
    }
    assert vendor["files"] == there
    assert (vendor["name"], vendor["version"]) == (folder.parent.name, folder.name)
    assert vendor["license"]
    assert vendor["source"]


def shipped_files() -> list[Path]:
    return [path for path in project_files("*.py") if path.relative_to(ROOT).parts[0] in SHIPPED]


def names_used(path: Path) -> Iterator[tuple[str, str]]:
    """Dotted names read in a file (`datetime.now`), each with its place."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Attribute):
            yield f"{path}:{node.lineno}", ast.unparse(node)
        elif isinstance(node, ast.ImportFrom):
            yield from ((f"{path}:{node.lineno}", f"{node.module}.{alias.name}") for alias in node.names)


def modules_imported(path: Path) -> Iterator[tuple[str, str]]:
    """Modules and names imported in a file, with their dots, each with its place."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((f"{path}:{node.lineno}", alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((f"{path}:{node.lineno}", f"{node.module}.{alias.name}") for alias in node.names)


def is_vendored(path: Path) -> bool:
    return any(path.is_relative_to(folder) for folder in VENDORED)


def pinned(lock_file: Path) -> set[str]:
    return set(re.findall(r"^[\w.\[\]-]+==[^\s;]+", lock_file.read_text("utf-8"), re.MULTILINE))


def integrity(path: Path) -> str:
    return "sha384-" + base64.b64encode(hashlib.sha384(path.read_bytes()).digest()).decode()


def _is_made(part: str, made: set[str]) -> bool:
    return part in made or (part.startswith(".") and part != ".ci")
