"""Whether a name fits a pattern."""

from __future__ import annotations

from webreview.search import expressions
from webreview.search.folding import folded
from webreview.search.query import Pattern


def fits(name: str, pattern: Pattern) -> bool:
    """Tell whether the whole name, folded, is what the pattern describes."""
    return expressions.fitted_by(pattern)(folded(name))


def inside(name: str, pattern: Pattern) -> bool:
    """Tell whether the name fits, or one that it is inside of: "law::civil" is inside "law"."""
    parts = name.split("::")
    return any(fits("::".join(parts[:depth]), pattern) for depth in range(1, len(parts) + 1))
