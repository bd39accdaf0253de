"""Steps of set-up that take a while: what is going on is shown on stderr, and why it failed is kept."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

Command: TypeAlias = Sequence[str | Path]


class StepFailedError(Exception):
    """A program came back with an error; the message is what it said of the reason."""


def say(message: str) -> None:
    """Tell the user what is going on; stdout is left to the command's own results."""
    print(f"kapian: {message}", file=sys.stderr, flush=True)


def run_step(message: str, command: Command, *, variables: Mapping[str, str] | None = None) -> None:
    """Run a program and show `message` with the seconds gone by; raises `StepFailedError` with the reason."""
    begun = time.monotonic()
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as output:
        try:
            process = subprocess.Popen(
                list(map(str, command)),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                env=variables,
            )
        except OSError as error:
            raise StepFailedError(str(error)) from error
        with process:
            try:
                _watch(process, message, begun)
            except BaseException:
                process.terminate()
                raise
        if process.returncode:
            output.seek(0)
            raise StepFailedError(_reason(output.read()))


def _watch(process: subprocess.Popen[bytes], message: str, begun: float) -> None:
    """Wait for the program; on a terminal the seconds tick, elsewhere one line says that it began."""
    ticking = sys.stderr.isatty()
    if not ticking:
        say(f"{message} ...")
    while True:
        if ticking:
            print(
                f"\rkapian: {message} ... {time.monotonic() - begun:.0f} s",
                end="",
                file=sys.stderr,
                flush=True,
            )
        try:
            process.wait(timeout=0.5 if ticking else None)
        except subprocess.TimeoutExpired:
            continue
        break
    if ticking:
        print(f"\rkapian: {message} ... {time.monotonic() - begun:.1f} s", file=sys.stderr, flush=True)


def _reason(said: str) -> str:
    """Return the lines in which pip, uv or apt-get name an error, or else the last ones."""
    lines = said.strip().splitlines()
    errors = [line for line in lines if line.lower().startswith(("error", "e: "))]
    return "\n".join(errors or lines[-15:])
