"""Runs the benchmarks, each in a process of its own, and prints their rows as a Markdown table.

`python -m benchmarks [NAME...]`: a name is a file's without `bench_` and `.py`; without names all are run.
"""

from __future__ import annotations

import dataclasses
import importlib
import json
import subprocess
import sys
from pathlib import Path

from benchmarks.measure import ROOT, Row

NAMES = sorted(path.stem.removeprefix("bench_") for path in Path(__file__).parent.glob("bench_*.py"))


def main(arguments: list[str]) -> None:
    """Print the table, or, after `--rows`, one benchmark's rows as JSON Lines."""
    match arguments:
        case ["--rows", name]:
            for row in importlib.import_module(f"benchmarks.bench_{name}").measure():
                print(json.dumps(dataclasses.asdict(row)), flush=True)
        case _:
            print_table(arguments or NAMES)


def print_table(names: list[str]) -> None:
    """Print each row when it is measured; progress goes to stderr."""
    unknown = set(names) - set(NAMES)
    if unknown:
        sys.exit(f"no benchmark {', '.join(sorted(unknown))}; there are {', '.join(NAMES)}")
    print("| what | kapian | peer | ratio |\n|---|--:|--:|--:|", flush=True)
    failed = [name for name in names if not print_rows(name)]
    if failed:
        sys.exit(f"failed: {', '.join(failed)}")


def print_rows(name: str) -> bool:
    """Run one benchmark and print its lines of the table; say whether it came to its end."""
    print(f"benchmark {name} ...", file=sys.stderr, flush=True)
    command = [sys.executable, "-m", "benchmarks", "--rows", name]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            row = Row(**json.loads(line))
            ours, peer = (f"{_readable(value)} {row.unit}" for value in (row.ours, row.peer))
            print(f"| {row.name} | {ours} | {row.peer_name}: {peer} | {row.ratio:.2f} |", flush=True)
    return process.returncode == 0


def _readable(value: float) -> str:
    """Return three figures, and never powers of ten."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


if __name__ == "__main__":
    main(sys.argv[1:])
