"""Raised and lowered words -> characters that say so: "10" and "3" are not "103"."""

from __future__ import annotations

_PLAIN = "0123456789+-−=()"
_RAISED = str.maketrans(
    _PLAIN + "abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾" + "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"
)
_LOWERED = str.maketrans(_PLAIN + "aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎" + "ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")
# Raised in print for looks; raised or not, they say the same.
_ENDINGS = frozenset(
    ("st", "nd", "rd", "th", "e", "er", "re", "ème", "o", "a", "ª", "º", "®", "™", "©", "tm", "sm")
)


def raised(words: str) -> str:
    """Return what says `words` above the line: "²", "ⁿ", "^(x+y)"; the ending of "1st" stays as it is."""
    words = words.strip()
    if words.lower() in _ENDINGS:
        return words
    return _moved(words, _RAISED, "^")


def lowered(words: str) -> str:
    """Return what says `words` below the line: "₂", "ᵢ", "_(max)"."""
    return _moved(words.strip(), _LOWERED, "_")


def _moved(words: str, characters: dict[int, int], mark: str) -> str:
    if all(ord(character) in characters for character in words):
        return words.translate(characters)
    return f"{mark}{words}" if len(words) == 1 else f"{mark}({words})"
