"""A small logistic regression over named features, without libraries, the same on every machine."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Example:
    """Something with named features that was wanted or not; `offset` is added to its log odds as it is.

    A `weight` of 2 counts the example twice.
    """

    features: tuple[str, ...]
    wanted: bool
    offset: float = 0.0
    weight: float = 1.0


@dataclass
class Logistic:
    """Weights in log odds; `scale` multiplies the offsets."""

    bias: float = 0.0
    scale: float = 1.0
    weights: dict[str, float] = field(default_factory=dict)


def fit(examples: Sequence[Example], *, rarest: int = 40, ridge: float = 8.0, epochs: int = 12) -> Logistic:
    """Return the weights that predict best which examples are wanted.

    Features of fewer than `rarest` examples are left out; `ridge` pulls weights to 0, rare features' the most.
    AdaGrad, one example at a time, in an order that a fixed stride mixes.
    """
    counts = Counter(name for example in examples for name in set(example.features))
    names = {name: number for number, name in enumerate(sorted(n for n, c in counts.items() if c >= rarest))}
    rows = [[names[name] for name in sorted(set(e.features)) if name in names] for e in examples]
    decay = [ridge / counts[name] for name in names]
    share = sum(e.wanted for e in examples) / len(examples)
    weights, seen = [0.0] * len(names), [1e-6] * len(names)
    bias, bias_seen, scale, scale_seen = math.log(share / (1 - share)), 1e-6, 1.0, 1e-6
    uses_offsets = any(example.offset for example in examples)
    # A stride without common divisor visits every example once, far from its neighbours.
    stride = next(
        n for n in range(len(examples) // 3 + 1, 2 * len(examples)) if math.gcd(n, len(examples)) == 1
    )
    at = 0
    for _ in range(epochs * len(examples)):
        at = (at + stride) % len(examples)
        example, row = examples[at], rows[at]
        odds = bias + scale * example.offset + sum(weights[number] for number in row)
        error = (1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))) - example.wanted) * example.weight
        bias_seen += error * error
        bias -= 0.1 * error / math.sqrt(bias_seen)
        if uses_offsets:
            slope = error * example.offset
            scale_seen += slope * slope
            scale -= 0.1 * slope / math.sqrt(scale_seen)
        for number in row:
            slope = error + decay[number] * weights[number]
            seen[number] += slope * slope
            weights[number] -= 0.1 * slope / math.sqrt(seen[number])
    return Logistic(bias, scale, {name: weights[number] for name, number in names.items()})


def write_weights(path: Path, comment: str, weights: dict[str, float], *, least: float = 0.05) -> None:
    """Write the weights that matter, one a line."""
    lines = [f"{name}\t{weight:.2f}" for name, weight in sorted(weights.items()) if abs(weight) >= least]
    path.write_text("\n".join([f"# {comment}", *lines, ""]), "utf-8")
