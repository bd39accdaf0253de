"""Makes .venv and installs a lock file into it; repairs what an interrupted run or an update of Python broke.

Works on a Debian with nothing but python3 and python3-pip: the environment is made without ensurepip, which Debian
keeps in python3-venv, and pip installs into it from outside, so the system's packages are never touched (PEP 668).
"""

from __future__ import annotations

import contextlib
import fcntl
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bootstrap.package_index import pip_variables, uv_variables
from bootstrap.project import Project, SetupError
from bootstrap.ready import is_ready, is_recorded, lost, mark_ready, site_packages
from bootstrap.steps import Command, StepFailedError, run_step, say

# A lock file that contains another: what is ready for the tests is ready to run.
_CONTAINED = {"test": ("test", "run"), "run": ("run",), "boot": ("boot",)}

# Every file must have a hash from the lock file, and nothing is built: a build would run code that has none.
_CHECKED = ("--require-hashes", "--only-binary", ":all:")

_PIP_MISSING = (
    "this Python has no pip; install it (Debian and Ubuntu: apt-get install python3-pip, "
    "Fedora: dnf install python3-pip) and run the command again"
)


def set_up(project: Project, kind: str) -> None:
    """Install the lock file of this kind (`run`, `test` or `boot`), making or mending .venv first where needed."""
    _check_writable(project)
    with _alone(project):
        if is_ready(project, kind):
            return
        if not _is_sound(project):
            _make(project)
        # As long as this file is there, the environment may be in any state.
        unfinished = project.environment / "unfinished"
        unfinished.touch()
        _install(project, kind)
        _add_own_packages(project)
        for contained in _CONTAINED[kind]:
            mark_ready(project, contained)
        unfinished.unlink()


def _check_writable(project: Project) -> None:
    for place in (project.root, project.environment, project.tools):
        if place.exists() and not os.access(place, os.W_OK):
            raise SetupError(
                f"{place} cannot be written by you; copy the project to a folder of your own, "
                "or let the owner of this one run kapian.py once"
            )


@contextlib.contextmanager
def _alone(project: Project) -> Iterator[None]:
    """Hold the lock that lets one process at a time set up this project; it ends with the process."""
    project.tools.mkdir(exist_ok=True)
    with (project.tools / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("another kapian.py is setting up this project; waiting for it")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _is_sound(project: Project) -> bool:
    """Say whether .venv can be installed into: finished before, nothing lost, and its Python finds its packages."""
    if (project.environment / "unfinished").exists():
        return False
    # Neither pip nor uv would bring back a package's files as long as its record is there.
    if any(is_recorded(project, kind) and lost(project, kind) for kind in _CONTAINED):
        return False
    try:
        where = subprocess.run(
            [project.python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
            capture_output=True,
            text=True,
            check=True,
            env=pip_variables(),
        ).stdout.strip()
        return Path(where).samefile(site_packages(project))
    except (OSError, ValueError, subprocess.CalledProcessError):
        return False


def _make(project: Project) -> None:
    if project.environment.exists():
        say("the environment in .venv is broken or unfinished and is made anew")
        shutil.rmtree(project.environment)
    if importlib.util.find_spec("venv") is None:
        raise SetupError("Python's venv module is missing; on Debian: apt-get install python3-venv")
    try:
        run_step(
            "making an environment in .venv",
            [sys.executable, "-m", "venv", "--without-pip", project.environment],
            variables=pip_variables(),
        )
    except StepFailedError as error:
        raise SetupError(f"no environment could be made in {project.environment}:\n{error}") from error


def _install(project: Project, kind: str) -> None:
    """Install with uv, which pip brings; where uv cannot be had or fails, pip does it all, about ten times slower."""
    pip = _pip_install(project)
    try:
        try:
            _install_with_uv(project, kind, pip)
        except StepFailedError:
            if kind == "boot":
                raise
            run_step(
                f"installing requirements/{kind}.txt with pip",
                [*pip, "-r", project.requirements(kind)],
                variables=pip_variables(),
            )
    except StepFailedError as error:
        raise SetupError(
            f"requirements/{kind}.txt could not be installed; is there a network? The first run fetches packages "
            f"(pip's own settings hold: PIP_INDEX_URL, PIP_CERT, HTTPS_PROXY). pip said:\n{error}"
        ) from error


def _install_with_uv(project: Project, kind: str, pip: Command) -> None:
    run_step("installing uv", [*pip, "-r", project.requirements("boot")], variables=pip_variables())
    if kind != "boot":
        run_step(
            f"installing requirements/{kind}.txt",
            [project.python, "-m", "uv", "pip", "install", *_CHECKED, "-r", project.requirements(kind)],
            variables=uv_variables() | {"VIRTUAL_ENV": str(project.environment)},
        )


def _pip_install(project: Project) -> Command:
    """Return the start of a command that installs into .venv: the pip of this Python, or the one in ensurepip."""
    if importlib.util.find_spec("pip") is not None:
        pip: Command = [sys.executable, "-m", "pip", "--python", project.python]
    elif importlib.util.find_spec("ensurepip") is not None:
        try:
            run_step("adding pip", [project.python, "-m", "ensurepip"], variables=pip_variables())
        except StepFailedError as error:
            raise SetupError(f"{_PIP_MISSING}\n{error}") from error
        pip = [project.python, "-m", "pip"]
    else:
        raise SetupError(_PIP_MISSING)
    return [*pip, "install", *_CHECKED]


def _add_own_packages(project: Project) -> None:
    """Let the environment import the project's own packages as they are in the folder, without a build."""
    site = site_packages(project)
    # Relative, so that the project may be moved; Python reads it from the folder that the file is in.
    (site / "kapian.pth").write_text(os.path.relpath(project.root, site) + "\n", "utf-8")
