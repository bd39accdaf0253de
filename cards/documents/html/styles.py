"""Style sheets -> the classes whose words are set in bold: books made by word processors have no other headings."""

from __future__ import annotations

import re

_RULE = re.compile(r"([^{}]{1,500})\{([^{}]{0,5000})\}")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|bolder|[6-9]00)", re.IGNORECASE)
# Only what is said of a class wherever it stands: "p.title", not "ul .title".
_CLASS = re.compile(r"\w*\.([\w-]+)")


def bold_classes(sheet: str) -> frozenset[str]:
    """Return the classes that the style sheet sets in bold."""
    return frozenset(
        match[1]
        for selectors, body in _RULE.findall(_COMMENT.sub("", sheet))
        if _BOLD.search(body)
        for selector in selectors.split(",")
        if (match := _CLASS.fullmatch(selector.strip())) is not None
    )
