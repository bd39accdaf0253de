"""Is the environment complete? This runs before every command, so it must cost next to nothing."""

from __future__ import annotations

import hashlib
from pathlib import Path

from bootstrap.project import Project


def is_ready(project: Project, kind: str) -> bool:
    """Say whether the environment holds everything in the lock file of this kind and its Python still starts."""
    return is_recorded(project, kind) and not lost(project, kind)


def is_recorded(project: Project, kind: str) -> bool:
    """Say whether the lock file of this kind, as it is now, was once installed into the environment."""
    try:
        return _stamp(project, kind).read_text("utf-8").partition("\n")[0] == _digest(project, kind)
    except OSError:
        return False


def lost(project: Project, kind: str) -> list[str]:
    """Return what was recorded for this kind and is gone: files of packages, or the Python itself."""
    _, python, *installed = _stamp(project, kind).read_text("utf-8").splitlines()
    try:
        gone = sorted(set(installed) - set(_installed(project)))
        # The system's Python may be gone or be another version by now.
        return gone if python == str(project.python.resolve(strict=True)) else [python, *gone]
    except (OSError, ValueError):
        return [python, *installed]


def mark_ready(project: Project, kind: str) -> None:
    """Record that the environment is complete for this kind."""
    lines = [_digest(project, kind), str(project.python.resolve()), *_installed(project)]
    _stamp(project, kind).write_text("\n".join(lines), "utf-8")


def site_packages(project: Project) -> Path:
    """Return the folder into which the environment's packages are installed.

    Raises `ValueError` where there is not exactly one.
    """
    [folder] = project.environment.glob("lib/python3.*/site-packages")
    return folder


def _installed(project: Project) -> list[str]:
    # Python makes __pycache__ by itself, and may as well be without it.
    return sorted(entry.name for entry in site_packages(project).iterdir() if entry.name != "__pycache__")


def _stamp(project: Project, kind: str) -> Path:
    return project.environment / f"ready-{kind}"


def _digest(project: Project, kind: str) -> str:
    return hashlib.sha256(project.requirements(kind).read_bytes()).hexdigest()
