"""What the documentation tells a person to type is understood by the program, and the program explains itself."""

from __future__ import annotations

import contextlib
import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest

from cards import VERSION
from webreview.cli import kapian

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("benchmarks/*.md")])
OF_KAPIAN_PY = {"test", "bench", "lock"}
COMMANDS = sorted(kapian.commands.items())
NAMES = [name for name, _ in COMMANDS]


def typed_in(text: str) -> list[str]:
    """The command lines of kapian on lines of their own, up to a comment or a pipe."""
    lines = re.findall(r"^ {2,}(?:python3 kapian\.py|kapian) (.+)$", text, re.MULTILINE)
    return [re.split(r" [#|>]|&&", line)[0].strip() for line in lines]


def named_in(text: str) -> list[str]:
    """The commands of kapian that prose names in backticks, often without their documents."""
    return re.findall(r"`(?:python3 kapian\.py|kapian) ([^`\n]+)`", text)


TEXTS = {page.relative_to(ROOT).as_posix(): page.read_text("utf-8") for page in PAGES}
TYPED = [(place, typed) for place, text in TEXTS.items() for typed in typed_in(text)]
NAMED = [(place, named) for place, text in TEXTS.items() for named in named_in(text)]
EXAMPLES = [(name, typed) for name, command in COMMANDS for typed in typed_in(command.epilog or "")]


@pytest.mark.parametrize(("place", "typed"), TYPED + EXAMPLES)
def test_a_command_to_type_is_understood(place: str, typed: str) -> None:
    understand(typed)


@pytest.mark.parametrize(("place", "named"), NAMED)
def test_a_command_that_prose_names_exists_with_its_options(place: str, named: str) -> None:
    with contextlib.suppress(click.MissingParameter):
        understand(named)


@pytest.mark.parametrize(("name", "command"), COMMANDS, ids=NAMES)
def test_a_command_explains_itself_and_each_option_and_shows_examples(
    name: str, command: click.Command
) -> None:
    assert command.help
    assert len([typed for typed in typed_in(command.epilog or "") if name in typed.split()]) >= 2
    assert [
        option.name for option in command.params if isinstance(option, click.Option) and not option.help
    ] == []


def test_the_links_of_a_page_lead_to_files() -> None:
    lost = [
        (place, link)
        for place, text in TEXTS.items()
        for link in re.findall(r"\]\(([^)#:]+)\)", text)
        if not (ROOT / place).parent.joinpath(link).exists()
    ]
    assert lost == []


def test_every_page_is_found_from_the_readme() -> None:
    linked = set(re.findall(r"\]\(([^)#:]+\.md)\)", TEXTS["README.md"]))
    assert linked == set(TEXTS) - {"README.md"}


def test_using_names_every_command_and_option() -> None:
    page = TEXTS["docs/using.md"]
    told = [
        option for _, command in COMMANDS for option in command.params if isinstance(option, click.Option)
    ]
    assert [name for name in NAMES if f"`kapian {name}" not in page] == []
    assert {
        long for option in told for long in option.opts if long.startswith("--") and long not in page
    } == {"--output"}


def test_the_readme_shows_every_command() -> None:
    shown = {typed.split()[0] for typed in typed_in((ROOT / "README.md").read_text("utf-8"))}
    assert {*NAMES, "test", "bench"} - shown == set()


def test_the_command_line_is_reached_through_python_m() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "webreview", "--help"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.stdout.startswith("Usage: kapian ")
    assert (done.returncode, done.stderr) == (0, "")


def test_the_version_is_said() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "webreview", "--version"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.stdout.split()[-1:] == [VERSION], done.stderr


def test_ci_runs_what_the_readme_says() -> None:
    run = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()[-1]
    assert run == "exec python3 kapian.py test"
    assert "    python3 kapian.py test\n" in (ROOT / "README.md").read_text("utf-8")


def understand(typed: str) -> None:
    """Parse a command line as kapian does, without running it; raises `click.UsageError`."""
    words = shlex.split(typed)
    if words[0] in OF_KAPIAN_PY:
        return
    with contextlib.suppress(click.exceptions.Exit):  # after --help
        context = kapian.make_context("kapian", list(words))
        name = next((word for word in words if word in kapian.commands), "")
        assert name, f"there is no such command among {', '.join(NAMES)}"
        kapian.commands[name].make_context(name, words[words.index(name) + 1 :], parent=context)
