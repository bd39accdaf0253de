"""How common words are in general use, from the lists in data/."""

from __future__ import annotations

import gzip
from functools import cache
from importlib.resources import files

NAMES = ("zh", "en")


@cache
def zipf_values(name: str) -> dict[str, float]:
    """Return word -> Zipf value (log10 of occurrences per thousand million words) for one of `NAMES`.

    Only words of at least 2.0 are listed: 38,000 Chinese and 96,000 English ones. Reading a list costs some 30 ms.
    """
    packed = (files("cards.languages") / "data" / f"frequencies.{name}.txt.gz").read_bytes()
    values: dict[str, float] = {}
    for line in gzip.decompress(packed).decode().splitlines():
        tenths, words = line.split("\t")
        values |= dict.fromkeys(words.split(" "), int(tenths) / 10)
    return values
