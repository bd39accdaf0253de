"""Characters of symbol fonts, and letters set higher or lower -> Unicode."""

from __future__ import annotations

# Adobe's Symbol encoding, from 0x41 to 0x5A and 0x61 to 0x7A.
_CAPITALS = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"
_SMALL = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
# A hexadecimal code and its character, each.
_SIGNS = (
    "22∀ 24∃ 40≅ 5C∴ 5E⊥ A2′ A3≤ A5∞ AB↔ AC← AD↑ AE→ AF↓ B0° B1± B2″ B3≥ B4× B5∝ B6∂ B7• B8÷ B9≠ BA≡ BB≈ BC… C4⊗ C5⊕"
    " C6∅ C7∩ C8∪ C9⊃ CA⊇ CC⊂ CD⊆ CE∈ CF∉ D0∠ D1∇ D5∏ D6√ D7⋅ D8¬ D9∧ DA∨ DB⇔ DC⇐ DD⇑ DE⇒ DF⇓ E5∑ F2∫"
)
_WINGS = "6C● 6E■ 6F□ 71❑ 75◆ A7▪ A8□ D8➢ DF← E0→ E1↑ E2↓ E8➔ F0⇨ FB✗ FC✓ FD☒ FE☑"
_SYMBOL = {
    **{0x41 + at: letter for at, letter in enumerate(_CAPITALS)},
    **{0x61 + at: letter for at, letter in enumerate(_SMALL)},
    **{int(sign[:2], 16): sign[2:] for sign in _SIGNS.split()},
}
_WINGDINGS = {int(sign[:2], 16): sign[2:] for sign in _WINGS.split()}

_HIGHER = str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_LOWER = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")


def symbol(code: str, font: str) -> str:
    """Return the character with that hexadecimal code in that font; empty where it is none that has a meaning."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    # Symbol fonts are used through a private area that begins at F000.
    own = number - 0xF000 if 0xF000 <= number <= 0xF0FF else number
    name = font.lower()
    if name == "symbol":
        return _SYMBOL.get(own, chr(own) if 0x20 <= own < 0x7F else "")
    if name.startswith("wingdings"):
        return _WINGDINGS.get(own, "")
    return "" if number == own + 0xF000 or not 0x20 <= number < 0xD800 else chr(number)


def raised(words: str, aligned: str) -> str:
    """Return words that are set as "superscript" or "subscript" in such characters, where there are all of them."""
    table = {"superscript": _HIGHER, "subscript": _LOWER}.get(aligned)
    if table is None or not all(ord(character) in table for character in words):
        return words
    return words.translate(table)
