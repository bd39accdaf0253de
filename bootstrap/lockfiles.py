"""pyproject.toml and boot.in -> requirements/*.txt: every package with its version and hashes, for every platform."""

from __future__ import annotations

import os

from bootstrap.package_index import uv_variables
from bootstrap.project import Project, SetupError
from bootstrap.steps import Command, StepFailedError, run_step

# `run` is held to the versions of `test`, so that what is tested is what runs.
_SOURCES = {
    "boot": ("requirements/boot.in",),
    "test": ("pyproject.toml", "--extra", "test"),
    "run": ("pyproject.toml", "--constraints", "requirements/test.txt"),
}


def write_lock_files(project: Project, options: list[str]) -> None:
    """Write the lock files anew; `options` go to `uv pip compile`, for example `--upgrade`."""
    # The paths that uv writes into its comments are those it was given.
    os.chdir(project.root)
    for kind, source in _SOURCES.items():
        lock_file = project.requirements(kind).relative_to(project.root)
        command: Command = [project.python, "-m", "uv", "pip", "compile", *source, "--output-file", lock_file]
        settings = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-emit-index-url"]
        heading = ["--custom-compile-command", "python3 kapian.py lock"]
        try:
            run_step(
                f"writing {lock_file}", [*command, *settings, *heading, *options], variables=uv_variables()
            )
        except StepFailedError as error:
            raise SetupError(f"{lock_file} could not be written:\n{error}") from error
