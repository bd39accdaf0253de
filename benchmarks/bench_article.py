"""How long a user waits for a deck from the example article, from the shell and back."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import ROOT, Row, command, seconds_in_turn

ARTICLE = ROOT / "examples" / "mass-line.zh.txt"

# The least that any program with these libraries does: load them, cut the article into words, write an empty package.
LEAST = """
import sys, genanki, rjieba
rjieba.cut(open(sys.argv[1], encoding="utf-8").read())
genanki.Package(genanki.Deck(1, "empty")).write_to_file(sys.argv[2])
"""


def measure() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        ours, peer = seconds_in_turn(
            command(
                [sys.executable, "-P", "-m", "webreview", "build", ARTICLE, "-o", Path(folder) / "ours.apkg"]
            ),
            command([sys.executable, "-c", LEAST, ARTICLE, Path(folder) / "peer.apkg"]),
            times=5,
        )
    yield Row("article to .apkg, cold", ours * 1000, peer * 1000, "ms", "rjieba and an empty genanki package")
