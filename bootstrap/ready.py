"""Is the environment complete? This runs before every command, so it must cost next to nothing."""

from __future__ import annotations

import hashlib
from pathlib import Path

from bootstrap.project import Project


def is_ready(project: Project, kind: str) -> bool:
    """Say whether the environment holds everything in the lock file of this kind and its Python still starts."""
    try:
        digest, python, *installed = _stamp(project, kind).read_text("utf-8").splitlines()
        return (
            digest == _digest(project, kind)
            # The system's Python may be gone or be another version by now.
            and python == str(project.python.resolve(strict=True))
            and set(installed) <= set(_installed(project))
        )
    except (OSError, ValueError):
        return False


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
