"""Where things are in the project's folder, and what a user can do when they cannot be put there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


class SetupError(Exception):
    """Something that the user can mend; the message says what is missing and what to do."""


@dataclass(frozen=True)
class Project:
    """The project's folder and the places in it that set-up fills; none of those is under version control."""

    root: Path

    @property
    def environment(self) -> Path:
        """The virtual environment."""
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        """The environment's Python."""
        return self.environment / "bin" / "python"

    @property
    def tools(self) -> Path:
        """What is set up beside the environment: a browser where root cannot install one, the lock."""
        return self.root / ".tools"

    def requirements(self, kind: str) -> Path:
        """The lock file of a kind: `run`, `test`, or `boot` (what installs the others)."""
        return self.root / "requirements" / f"{kind}.txt"
