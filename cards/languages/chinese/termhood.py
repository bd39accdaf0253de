"""How likely a noun phrase is to be a term, by its form alone.

The weights stand in terms.weights.tsv, one feature a line; tools/train_terms.py makes them from abstracts with the
key words that their authors gave.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache

from cards.languages.chinese.words import commonness
from cards.languages.language import Word
from cards.languages.weights import weights_in

# Longer phrases are as rare as these.
LONGEST = 10
_VALUES: dict[str, bool] = {"True": True, "False": False}


def termhood(words: tuple[Word, ...]) -> float:
    """Return by what factor the form of a phrase raises (above 1) or lowers the chance that it is a term."""
    common = [_twice(word.text) for word in words]
    length = min(words[-1].span.end - words[0].span.start, LONGEST)
    return _of_form(length, tuple([word.tag for word in words]), min(common) // 2, common[0], common[-1])


def features(words: tuple[Word, ...]) -> Iterator[str]:
    """Yield what the form of a phrase tells: its length, its tags, how common its words are."""
    common = [int(2 * commonness(word.text)) for word in words]
    length = min(sum(len(word.text) for word in words), LONGEST)
    yield from _features(length, tuple(word.tag for word in words), min(common) // 2, common[0], common[-1])


def _features(length: int, tags: tuple[str, ...], rarest: int, first: int, last: int) -> Iterator[str]:
    """`first` and `last` are twice the words' Zipf values, cut to whole numbers; `rarest` is a Zipf value."""
    yield f"length:{length}"
    yield f"words:{len(tags)}"
    yield f"first:{tags[0]}"
    yield f"last:{tags[-1]}"
    yield "tags:" + "-".join(tags)
    yield f"rarest:{rarest}"
    yield f"last common:{last}"
    yield f"first common:{first}"
    yield f"latin:{'eng' in tags}"


@lru_cache(maxsize=65536)
def _twice(word: str) -> int:
    return int(2 * commonness(word))


# Forms repeat from phrase to phrase, while reckoning one takes ten look-ups.
@lru_cache(maxsize=65536)
def _of_form(length: int, tags: tuple[str, ...], rarest: int, first: int, last: int) -> float:
    """Return the factor of a form: what `_features` names, looked up without spelling it."""
    by_name = _by_name()
    return math.exp(
        by_name["length"].get(length, 0.0)
        + by_name["words"].get(len(tags), 0.0)
        + by_name["first"].get(tags[0], 0.0)
        + by_name["last"].get(tags[-1], 0.0)
        + by_name["tags"].get("-".join(tags), 0.0)
        + by_name["rarest"].get(rarest, 0.0)
        + by_name["last common"].get(last, 0.0)
        + by_name["first common"].get(first, 0.0)
        + by_name["latin"].get("eng" in tags, 0.0)
    )


@cache
def _by_name() -> dict[str, dict[str | int | bool, float]]:
    """Return the weights by name and value: "length:3" is 3 in "length"."""
    found: defaultdict[str, dict[str | int | bool, float]] = defaultdict(dict)
    for feature, weight in weights_in("cards.languages.chinese", "terms.weights.tsv").items():
        name, _, value = feature.partition(":")
        found[name][_VALUES.get(value, int(value) if value.isdecimal() else value)] = weight
    return found
