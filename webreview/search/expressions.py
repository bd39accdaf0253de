"""Regular expressions of the search; the only user of RE2.

RE2 takes a time that grows with the text alone: no expression that a learner types, or finds behind a link, can
keep the server busy for minutes, as Python's own `re` can.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import re2

from webreview.search.query import Pattern, Wildcard

_LARGEST_BYTES = 8 * 2**20


class ExpressionError(ValueError):
    """RE2 cannot read the expression; the message is RE2's."""


@lru_cache(maxsize=64)
def found_by(expression: str) -> Callable[[str], bool]:
    """Return a function that tells whether a folded text has what the expression describes, in either case.

    `^` and `$` stand for the ends of a field. Raises ExpressionError.
    """
    try:
        compiled = re2.compile(f"(?m){expression}", _options())
    except re2.error as error:
        said = error.args[0] if error.args else error
        raise ExpressionError(said.decode() if isinstance(said, bytes) else str(said)) from error
    return lambda text: compiled.search(text) is not None


@lru_cache(maxsize=256)
def fitted_by(pattern: Pattern) -> Callable[[str], bool]:
    """Return a function that tells whether the whole of a folded text is what the pattern describes."""
    signs = {Wildcard.ANY: ".*", Wildcard.ONE: "."}
    written = (signs[part] if isinstance(part, Wildcard) else re2.escape(part) for part in pattern.parts)
    compiled = re2.compile(f"(?s){''.join(written)}", _options())
    return lambda text: compiled.fullmatch(text) is not None


def _options() -> re2.Options:
    options = re2.Options()
    options.log_errors = False
    options.case_sensitive = False
    options.max_mem = _LARGEST_BYTES
    return options
