"""Formulas inside a text: TeX between "\\(" and "\\)", as Anki and the reviewer show it."""

from __future__ import annotations

from cards.model import Span


def formulas_in(text: str) -> tuple[Span, ...]:
    """Return the places of the text's formulas, delimiters included, in order.

    A formula ends at the first "\\)" on its line; one that nobody closes there is text.
    """
    found, at, closing = [], 0, 0
    while (start := text.find("\\(", at)) >= 0:
        # Both ends are looked for from where the last look stopped, so that the whole takes one way through the text.
        if closing < start + 2:
            closing = text.find("\\)", start + 2)
        if closing < 0:
            break
        line_end = text.find("\n", start, closing)
        if line_end < 0:
            found.append(Span(start, closing + 2))
        at = closing + 2 if line_end < 0 else line_end
    return tuple(found)


def masked(text: str, *, by: str = "\ufffc") -> str:
    """Return the text of the same length with every formula's characters replaced `by` one that is no letter."""
    parts, at = [], 0
    for span in formulas_in(text):
        parts += [text[at : span.start], by * (span.end - span.start)]
        at = span.end
    return "".join([*parts, text[at:]]) if parts else text
