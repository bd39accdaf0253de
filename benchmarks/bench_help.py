"""How long a user waits for the least that kapian can do."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import ROOT, Row, command, seconds_in_turn


def measure() -> Iterator[Row]:
    nothing = command([sys.executable, "-c", "pass"])
    asking: dict[str, list[str | Path]] = {
        "`kapian --help`, cold": [sys.executable, "-P", "-m", "webreview", "--help"],
        "`python3 kapian.py --help`, cold": [sys.executable, ROOT / "kapian.py", "--help"],
    }
    for name, arguments in asking.items():
        ours, peer = seconds_in_turn(command(arguments), nothing, times=9)
        yield Row(name, ours * 1000, peer * 1000, "ms", "`python -c pass`")
