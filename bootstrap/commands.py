"""The commands of kapian.py. Heavier parts are imported where they are needed, to keep the usual way short."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NoReturn

from bootstrap.project import Project, SetupError
from bootstrap.ready import is_ready


def run(root: Path, arguments: list[str]) -> NoReturn:
    """Run the command in the project at `root`; this process becomes the command's."""
    if sys.platform == "win32":
        raise SetupError("Windows is not supported; the Windows Subsystem for Linux is")
    project = Project(root)
    match arguments:
        case ["test", *rest]:
            run_tests(project, rest)
        case ["bench", *rest]:
            ensure(project, "test")
            become(project, "benchmarks", rest, folder=project.root)
        case ["lock", *rest]:
            from bootstrap.lockfiles import write_lock_files

            ensure(project, "boot")
            write_lock_files(project, rest)
            sys.exit()
        case _:
            ensure(project, "run")
            become(project, "webreview", arguments)


def run_tests(project: Project, arguments: list[str]) -> NoReturn:
    """Install what the tests need, a browser too, and run pytest in the project's folder."""
    from bootstrap.browser import browser_variables

    ensure(project, "test")
    become(project, "pytest", arguments, folder=project.root, variables=browser_variables(project))


def ensure(project: Project, kind: str) -> None:
    """Return once the environment has everything in the lock file of this kind."""
    if not is_ready(project, kind):
        from bootstrap.environment import set_up

        set_up(project, kind)


def become(
    project: Project,
    module: str,
    arguments: list[str],
    *,
    folder: Path | None = None,
    variables: dict[str, str] | None = None,
) -> NoReturn:
    """Replace this process by `python -m module` of the environment, by default in the user's own folder."""
    environment = os.environ | (variables or {})
    for name in ("PYTHONHOME", "PYTHONPATH"):
        environment.pop(name, None)
    if folder:
        os.chdir(folder)
    # -P keeps the user's folder off Python's path: a cards.py lying there is not ours.
    os.execve(project.python, [str(project.python), "-P", "-m", module, *arguments], environment)
