"""How likely a noun phrase is to be a term, by its form alone.

The weights stand in terms.weights.tsv, one feature a line; tools/train_terms.py makes them from abstracts with the
key words that their authors gave.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from cards.languages.chinese.words import commonness
from cards.languages.language import Word


def termhood(words: tuple[Word, ...]) -> float:
    """Return by what factor the form of a phrase raises (above 1) or lowers the chance that it is a term."""
    weights = _weights()
    return math.exp(sum(weights.get(name, 0.0) for name in features(words)))


def features(words: tuple[Word, ...]) -> Iterator[str]:
    """Yield what the form of a phrase tells: its length, its tags, how common its words are."""
    common = [commonness(word.text) for word in words]
    yield f"length:{min(sum(len(word.text) for word in words), 10)}"
    yield f"words:{len(words)}"
    yield f"first:{words[0].tag}"
    yield f"last:{words[-1].tag}"
    yield "tags:" + "-".join(word.tag for word in words)
    yield f"rarest:{int(min(common))}"
    yield f"last common:{int(2 * common[-1])}"
    yield f"first common:{int(2 * common[0])}"
    yield f"latin:{any(word.tag == 'eng' for word in words)}"


@cache
def _weights() -> dict[str, float]:
    written = (files("cards.languages.chinese") / "terms.weights.tsv").read_text("utf-8")
    pairs = (line.split("\t") for line in written.splitlines() if not line.startswith("#"))
    return {name: float(weight) for name, weight in pairs}
